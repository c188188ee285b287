using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <summary>Practice learning: D1 to D10, PD14, PD16, PD22.</summary>
public partial class LearningTests
{
    private static readonly RecordRef Id = LearningStory.Id;
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it_D7_D10()
    {
        foreach (var stage in Enum.GetValues<LearningStage>())
        {
            foreach (var actor in Everybody())
            {
                foreach (var command in EveryCommand())
                {
                    var story = LearningStory.At(stage);
                    story = stage == LearningStage.Joined ? story : story.WithOther(LearningStage.AwaitingTriage);
                    var before = story.File;
                    var decision = story.When(command, actor);
                    var allowed = LearningPermissions.Table.Any(row =>
                        row.Step == command.Step && row.Stages.Contains(stage) && row.Roles.Any(before.RolesOf(actor).Contains)
                    );
                    if (!allowed)
                    {
                        var reason = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
                        Assert.True(
                            stage == LearningStage.NotStarted || LearningPermissions.Sees(before, actor) == (reason != Refusal.NotFound),
                            $"{command.Step} by {actor.PersonId} at {stage}: {reason.Code}"
                        );
                        Assert.Same(before, story.File);
                    }
                    else if (decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound || reason == Refusal.NotYours);
                    }
                }
            }
        }

        // What follows another does so by what is decided on that one.
        Assert.Equal(
            LearningPermissions
                .Table.Select(row => row.Step)
                .Except([
                    Step.AgreeAction,
                    Step.BeginBriefing,
                    Step.WriteBriefing,
                    Step.ProposeReview,
                    Step.MakeReviewRecommendation,
                    Step.DecideItem,
                    Step.CheckImpact,
                ])
                .Order(),
            EveryCommand().Select(command => command.Step).Append(Step.FollowLearning).Distinct().Order()
        );
    }

    [Fact]
    public void Nobody_without_a_part_learns_that_there_is_one_F2()
    {
        Actor[] strangers =
        [
            CaseStory.Person("another", Role.Practitioner),
            LearningStory.OtherLead,
            .. new[] { Role.MashOfficer, Role.LeadPolice, Role.AuthorityNotifier, Role.AgencyRepresentative }.Select(role =>
                CaseStory.Somebody(role)
            ),
        ];
        foreach (var stage in Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]))
        {
            var file = LearningStory.At(stage).File;
            Assert.All(strangers, stranger =>
            {
                Assert.False(LearningPermissions.Sees(file, stranger));
                Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, LearningRules.Refuse(step, file, stranger)));
            });
        }
    }

    [Fact]
    public void The_chair_reads_it_once_the_lead_agrees_and_the_members_once_it_is_before_a_meeting_D3_D10()
    {
        var (member, scrutineer) = (CaseStory.Somebody(Role.GroupMember), CaseStory.Somebody(Role.Scrutineer));
        Assert.Equal(
            [
                (LearningStage.AwaitingTriage, true, false),
                (LearningStage.AwaitingMeeting, true, true),
                (LearningStage.Decided, true, true),
                (LearningStage.NotForTheGroup, true, false),
                (LearningStage.WithTheMash, true, false),
                (LearningStage.Joined, true, false),
            ],
            Enum.GetValues<LearningStage>()
                .Select(stage => (Stage: stage, LearningStory.At(stage).File))
                .Select(one =>
                    (
                        one.Stage,
                        Chair: LearningPermissions.Sees(one.File, Chair),
                        Member: LearningPermissions.Sees(one.File, member) && LearningPermissions.Sees(one.File, scrutineer)
                    )
                )
                .Where(one => one.Chair || one.Member)
                .OrderBy(one => one.Stage)
        );
    }

    [Fact]
    public void The_lead_is_found_among_the_agencys_own_and_asked_and_who_is_one_themselves_needs_no_second_yes_D9_PD14()
    {
        var asked = LearningStory.At(LearningStage.AwaitingSafeguardingLead).File;
        Assert.Equal((LearningStory.Lead.PersonId, null), (asked.Lead!.PersonId, asked.Lead.Agrees));
        Assert.Equal(new DateOnly(2026, 11, 9), asked.Clock(Timescales.SafeguardingLeadsAnswer.Id)!.Deadline.DueDay);
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.LearningAgreement, new Recipient.ThePerson(LearningStory.Lead.PersonId)),
            Effects(asked)
        );

        var self = new LearningStory().Given(LearningStory.Submit(), LearningStory.Lead).File;
        Assert.Equal((LearningStage.AwaitingTriage, true), (self.Stage, self.Lead!.Agrees));
        Assert.Equal(new DateOnly(2026, 11, 9), self.Clock(Timescales.LearningTriage.Id)!.Deadline.DueDay);

        var unknown = new LearningStory()
            .Given(LearningStory.Submit(LearningStory.Complete("somebody@elsewhere.example")), LearningStory.Referrer)
            .File;
        Assert.Equal(("", "The safeguarding lead"), (unknown.Lead!.PersonId, unknown.Lead.Display));
        Assert.Equal(TaskKind.AskSafeguardingLead, Assert.Single(LearningTask.Of(unknown)).Task.Kind);
        Assert.DoesNotContain(Effects(unknown).OfType<Effect.ShowCard>(), card => card.Kind == CardKind.LearningAgreement);
    }

    [Fact]
    public void A_no_of_the_lead_has_a_reason_ends_it_and_the_referrer_is_told_D9_PD22()
    {
        var story = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        Assert.Equal("reason-needed", Code(story, new AnswerAsSafeguardingLead(Id, false, " "), LearningStory.Lead));
        Assert.Equal("too-long", Code(story, new AnswerAsSafeguardingLead(Id, false, new('x', 4001)), LearningStory.Lead));
        story.Given(new AnswerAsSafeguardingLead(Id, false, "We look into it."), LearningStory.Lead);
        Assert.Equal((LearningStage.NotAgreed, "We look into it."), (story.File.Stage, story.File.Lead!.Reason));
        Assert.True(story.File.OwesReferrer);
        Assert.Equal("overtaken", Code(story, new AnswerAsSafeguardingLead(Id, true, ""), LearningStory.Lead));
        story.Given(new RecordLearningTold(Id, "by telephone"), Operations);
        Assert.False(story.File.OwesReferrer);
        Assert.Empty(LearningTask.Of(story.File));
    }

    [Fact]
    public void Operations_name_a_lead_or_record_what_one_said_and_how_it_was_verified_D9()
    {
        var story = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        Assert.Equal("person-needed", Code(story, new NameSafeguardingLead(Id, "nobody"), Operations));
        Assert.Equal("nothing-changed", Code(story, new NameSafeguardingLead(Id, LearningStory.Lead.PersonId), Operations));
        story.Now = CaseStory.Monday.AddDays(2);
        story.Given(new NameSafeguardingLead(Id, LearningStory.OtherLead.PersonId), Operations);
        Assert.Equal(new DateOnly(2026, 11, 11), story.File.Clock(Timescales.SafeguardingLeadsAnswer.Id)!.Deadline.DueDay);
        Assert.Equal("not-found", Code(story, new AnswerAsSafeguardingLead(Id, true, ""), LearningStory.Lead));
        Assert.Equal("verified-needed", Code(story, new RecordLeadsAnswer(Id, true, "", " "), Operations));
        Assert.Equal("too-long", Code(story, new RecordLeadsAnswer(Id, true, "", new('x', 401)), Operations));
        Assert.Equal("reason-needed", Code(story, new RecordLeadsAnswer(Id, false, "", "Called back."), Operations));
        story.Given(new RecordLeadsAnswer(Id, true, "", "Called back."), Operations);
        Assert.Equal((LearningStage.AwaitingTriage, "Called back."), (story.File.Stage, story.File.Lead!.Verified));
    }

    [Fact]
    public void The_chair_chooses_the_way_with_a_reason_where_it_is_needed_and_may_put_it_right_D7_PD16()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        Assert.Equal("reason-needed", Code(story, Way(LearningWay.NotForTheGroup, ""), Chair));
        Assert.Equal("reason-needed", Code(story, Way(LearningWay.SpecialMeeting, ""), Chair));
        Assert.Equal("theme-unknown", Code(story, Way(LearningWay.NextMeeting, "") with { Themes = ["theme-9"] }, Chair));
        Assert.Equal("overtaken", Code(story, Way(LearningWay.NextMeeting, "") with { Again = true }, Chair));
        story.Given(Way(LearningWay.NextMeeting, ""), Chair);
        Assert.Equal(LearningStage.AwaitingMeeting, story.File.Stage);
        Assert.False(story.File.Clock(Timescales.LearningTriage.Id)!.Runs);
        Assert.Equal("overtaken", Code(story, Way(LearningWay.SpecialMeeting, "It cannot wait."), Chair));
        Assert.Equal("reason-needed", Code(story, Way(LearningWay.NextMeeting, "") with { Again = true, Urgent = true }, Chair));
        Assert.Equal("nothing-changed", Code(story, Way(LearningWay.NextMeeting, "A slip.") with { Again = true }, Chair));
        story.Given(Way(LearningWay.SpecialMeeting, "It could happen again.") with { Again = true }, Chair);
        Assert.Equal((LearningWay.SpecialMeeting, LearningStage.AwaitingMeeting), (story.File.Way!.Way, story.File.Stage));
        story.Given(Way(LearningWay.NotForTheGroup, "It was settled.") with { Again = true }, Chair);
        Assert.True(story.File.OwesReferrer);
        story.Given(Way(LearningWay.NextMeeting, "It was not.") with { Again = true }, Chair);
        Assert.False(story.File.OwesReferrer);
    }

    [Fact]
    public void What_looks_serious_becomes_a_referral_to_the_MASH_by_whoever_referred_with_its_answers_D7()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        var accepted = Assert.IsType<Decision.Accepted>(story.When(Way(LearningWay.ToTheMash, "A fracture."), Chair));
        var made = Assert.IsType<ReferralSubmitted>(accepted.Changes.Single(change => change.Record == LearningStory.Made).Event);
        Assert.Equal(LearningStory.Referrer.PersonId, made.Referrer.PersonId);
        Assert.Equal("Child A", made.Answers.RowsOf("children")[0]["name"]);
        Assert.Equal("The baby went home before the visit was arranged.", made.Answers["outline", "circumstances"]);
        Assert.Equal(
            [Timescales.ThresholdDecision.Id, Timescales.AuthorityNotification.Id],
            made.Deadlines.Select(deadline => deadline.TimescaleId)
        );
        Assert.Equal((LearningStage.WithTheMash, LearningStory.Made), (story.File.Stage, story.File.Case));
        Assert.True(story.File.OwesReferrer);
    }

    [Fact]
    public void A_question_is_asked_and_answered_once_and_the_next_waits_for_the_answer_D2_D7()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        Assert.Equal("answer-needed", Code(story, new AskReferrer(Id, " "), Chair));
        story.Given(new AskReferrer(Id, "Who planned it?"), Chair);
        Assert.Equal("question-open", Code(story, new AskReferrer(Id, "And when?"), Operations));
        Assert.Equal(TaskKind.AnswerQuestion, LearningTask.Of(story.File)[^1].Task.Kind);
        Assert.Equal("overtaken", Code(story, new AnswerQuestion(Id, 2, "The ward."), LearningStory.Referrer));
        Assert.Equal("answer-needed", Code(story, new AnswerQuestion(Id, 1, ""), LearningStory.Referrer));
        story.Given(new AnswerQuestion(Id, 1, "The ward."), LearningStory.Referrer);
        Assert.Equal("The ward.", story.File.Questions[0].Answer);
        Assert.Equal("overtaken", Code(story, new AnswerQuestion(Id, 1, "Nobody."), LearningStory.Referrer));
        Assert.Contains(Effects(story.File).OfType<Effect.ShowCard>(), card =>
            card is { Kind: CardKind.LearningTriage, OnlyIfShown: false }
        );
        story.Given(new AskReferrer(Id, "And when?"), Operations);
        Assert.Equal(2, story.File.OpenQuestion!.Number);
    }

    internal static IEnumerable<Actor> Everybody() =>
        [LearningStory.Referrer, LearningStory.Lead, .. Enum.GetValues<Role>().Select(role => CaseStory.Somebody(role))];

    internal static IEnumerable<Command> EveryCommand() =>
        [
            LearningStory.Submit(),
            new ChangeLearning(Id, Answers.None, Answers.None.With("additional", "information", "More."), ""),
            new WithdrawLearning(Id, "Sent by mistake."),
            new NameSafeguardingLead(Id, LearningStory.OtherLead.PersonId),
            new AnswerAsSafeguardingLead(Id, true, ""),
            new AnswerAsSafeguardingLead(Id, false, "We look into it."),
            new RecordLeadsAnswer(Id, true, "", "Called back."),
            .. Enum.GetValues<LearningWay>().Select(way => Way(way, "It is so.")),
            .. Enum.GetValues<LearningWay>().Select(way => Way(way, "It is so.") with { Again = true }),
            new AskReferrer(Id, "Who planned it?"),
            new AnswerQuestion(Id, 1, "The ward."),
            LearningStory.Decide(),
            new JoinLearning(Id, LearningStory.OtherId, "The same child."),
            new SeparateLearning(Id, LearningStory.OtherId, "Two children."),
            LearningStory.SentToTriBorough,
            LearningStory.BackFromTriBorough,
            new FeedGoodPracticeBack(Id, new(null, "They have left.")),
            new RecordLearningTold(Id, "by telephone"),
            new RemindLearning(Id, Timescales.LearningTriage.Id),
            new RecalculateLearning(Id),
        ];

    private static TriageLearning Way(LearningWay way, string reason) => new(Id, way, reason, false, [], LearningStory.Made);

    private static IEnumerable<Effect> Effects(LearningFile file) => ((LearningEvent)file.History[^1].Event).WhatFollows(file);

    private static string Code(LearningStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
