using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <summary>D11: referrals for practice learning about the same incident or child are joined, as PD15 does cases.</summary>
public class LearningJoiningTests
{
    private static readonly RecordRef Id = LearningStory.Id;
    private static readonly RecordRef OtherId = LearningStory.OtherId;
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly Actor OtherReferrer = CaseStory.Person("the-other-referrer", Role.Practitioner);

    [Fact]
    public void One_leads_the_other_follows_in_one_transaction_and_both_referrers_are_told_D11()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        Assert.Equal((LearningStage.AwaitingTriage, LearningStage.Joined), (story.File.Stage, story.Other.Stage));
        Assert.Equal(new(OtherId, story.Other.Referral!.Referrer), Assert.Single(story.File.Joined));
        Assert.Equal((Id, LearningStage.AwaitingTriage), (story.Other.JoinedTo, story.Other.StageBeforeJoining));
        Assert.Contains(Told(story.File), Effects(story.File));
        Assert.Contains(Told(story.Other), Effects(story.Other));

        // Nobody waits for a choice on the one that follows, and nobody is reminded of one.
        Assert.Empty(LearningTask.Of(story.Other));
        Assert.True(story.Other.Rests(Timescales.LearningTriage.Id));
        Assert.Equal(
            "overtaken",
            Code(story, new TriageLearning(OtherId, LearningWay.NextMeeting, "", false, [], LearningStory.Made), Chair)
        );
        Assert.Equal("overtaken", Code(story, LearningStory.Decide() with { Learning = OtherId }, Chair));
        Assert.False(LearningPermissions.Sees(story.File, OtherReferrer));
        Assert.False(LearningPermissions.Sees(story.Other, LearningStory.Referrer));
        Assert.False(LearningPermissions.WorksOnIt(story.Other, OtherReferrer));
    }

    [Fact]
    public void What_follows_does_so_by_the_choice_and_the_decision_and_its_referrer_is_told_the_same_D8_D11()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        var way = new TriageLearning(Id, LearningWay.NextMeeting, "", false, ["theme-1"], LearningStory.Made);
        // From a card that was drawn before it was joined.
        Assert.Equal("overtaken", Code(story, way, Chair));
        story.Given(way with { Joined = [OtherId] }, Chair);
        Assert.Equal((LearningStage.Joined, LearningStage.AwaitingMeeting), (story.Other.Stage, story.Other.Standing));
        Assert.Contains(Told(story.Other), Effects(story.Other));
        Assert.False(story.Other.IsEnded || story.Other.OwesReferrer);

        Assert.Equal("overtaken", Code(story, LearningStory.Decide(), Operations));
        story.Given(LearningStory.Decide() with { Joined = [OtherId] }, Operations);
        Assert.Equal((LearningStage.Decided, LearningStory.Outcome.ToTheReferrer), (story.Other.Standing, story.Other.Course!.Said));
        Assert.True(story.Other is { IsEnded: true, OwesReferrer: true, Decision: null });
        Assert.Equal(TaskKind.TellLearningReferrer, Assert.Single(LearningTask.Of(story.Other)).Task.Kind);
        story.Given(new RecordLearningTold(OtherId, "by a card in Teams"), System);
        Assert.False(story.Other.OwesReferrer);
        Assert.True(story.File.OwesReferrer);

        // Put right, both are told again.
        story.Given(LearningStory.Decide() with { Joined = [OtherId] }, Operations);
        Assert.True(story.Other.OwesReferrer);
    }

    [Fact]
    public void Not_for_the_group_and_to_the_MASH_go_for_both_D7_D11()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        TriageLearning Way(LearningWay way, string reason) => new(Id, way, reason, false, [], LearningStory.Made) { Joined = [OtherId] };
        story.Given(Way(LearningWay.NotForTheGroup, "It was settled."), Chair);
        Assert.Equal((LearningStage.NotForTheGroup, "It was settled."), (story.Other.Standing, story.Other.Course!.Said));
        Assert.True(story.Other.OwesReferrer);

        // Nobody is sent there for whom no reference was made.
        Assert.Equal("overtaken", Code(story, Way(LearningWay.ToTheMash, "A fracture.") with { Again = true }, Chair));
        var accepted = Assert.IsType<Decision.Accepted>(story.When(LearningStory.BothToTheMash with { Again = true }, Chair));
        var made = Events<ReferralSubmitted>(accepted, LearningStory.Made).Single();
        Assert.Contains($"{Id}, {OtherId}", made.Answers["additional", "information"], StringComparison.Ordinal);
        Assert.Equal((LearningStage.WithTheMash, ""), (story.Other.Standing, story.Other.Course!.Said));
    }

    [Fact]
    public void What_follows_goes_to_the_MASH_too_with_its_own_words_by_its_own_referrer_and_is_joined_there_D7_D11_PD15()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        story.Given(new Domain.Steps.LearningQuestions.AskReferrer(OtherId, "Who?"), Chair);
        var accepted = Assert.IsType<Decision.Accepted>(story.When(LearningStory.BothToTheMash, Chair));
        var other = Events<ReferralSubmitted>(accepted, LearningStory.OtherMade).Single();
        Assert.Equal(("the-other-referrer", 2), (other.Referrer.PersonId, other.Deadlines.Count));
        Assert.Equal(story.Other.Says.Outline, other.Answers["outline", "circumstances"]);
        Assert.Equal(LearningStory.Made, Events<ReferralJoined>(accepted, LearningStory.OtherMade).Single().To);
        var taken = Events<ReferralReceived>(accepted, LearningStory.Made).Single().Joined;
        Assert.Equal((LearningStory.OtherMade, "the-other-referrer"), (taken.CaseId, taken.Referrer.PersonId));
        Assert.Equal(LearningStory.OtherMade, story.Other.Case);

        // Its referrer is told; nothing of it waits for anybody any more, and nothing more is asked or corrected here.
        Assert.True(story.Other is { IsEnded: true, OwesReferrer: true });
        Assert.Contains(Told(story.Other), Effects(story.Other));
        Assert.Equal(TaskKind.TellLearningReferrer, Assert.Single(LearningTask.Of(story.Other)).Task.Kind);
        Assert.Equal("overtaken", Code(story, new Domain.Steps.LearningQuestions.AnswerQuestion(OtherId, 1, "x"), OtherReferrer));

        // Separated here, it stays with the MASH, and is not sent there twice.
        story.Given(new SeparateLearning(Id, OtherId, "Two children."), Operations);
        Assert.True(story.Other is { Stage: LearningStage.WithTheMash, JoinedTo: null, Course: null, OwesReferrer: true });
        Assert.Equal(
            "overtaken",
            Code(story, new TriageLearning(OtherId, LearningWay.NextMeeting, "x", false, [], LearningStory.OtherMade), Chair)
        );
    }

    [Fact]
    public void Separated_it_goes_on_by_itself_where_it_stood_with_the_clock_it_had_PD15()
    {
        var story = LearningStory.At(LearningStage.Joined);
        Assert.Equal("reason-needed", Code(story, new SeparateLearning(OtherId, Id, " "), Operations));
        Assert.Equal("too-long", Code(story, new SeparateLearning(OtherId, Id, new('x', 4001)), Operations));
        Assert.Equal("overtaken", Code(story, new SeparateLearning(Id, OtherId, "x"), Operations));
        story.Given(new SeparateLearning(OtherId, Id, "Two children."), Operations);
        Assert.Equal((LearningStage.AwaitingTriage, null, null), (story.File.Stage, story.File.JoinedTo, story.File.Course));
        Assert.Empty(story.Other.Joined);
        Assert.True(story.File.Clock(Timescales.LearningTriage.Id)!.Runs);
        Assert.Equal(TaskKind.TriageLearning, Assert.Single(LearningTask.Of(story.File)).Task.Kind);
        Assert.Contains(Told(story.File), Effects(story.File));
        Assert.Contains(Told(story.Other), Effects(story.Other));
        Assert.Contains(Effects(story.File).OfType<Effect.ShowCard>(), card =>
            card is { Kind: CardKind.LearningTriage, OnlyIfShown: false }
        );

        // After the group decided on the leading one, the referrer is owed nothing of it any more.
        var decided = LearningStory.At(LearningStage.Decided).Leading();
        Assert.True(decided.Other.OwesReferrer);
        decided.Given(new SeparateLearning(Id, OtherId, "Two children."), Chair);
        Assert.False(decided.Other.OwesReferrer);
    }

    [Fact]
    public void Which_two_can_be_joined_is_said_in_words_D11()
    {
        string Two(LearningStage leads, LearningStage follows, string reason = "One.") =>
            Code(LearningStory.At(leads).WithOther(follows), new JoinLearning(Id, OtherId, reason), Operations);
        Assert.Equal("reason-needed", Two(LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting, " "));
        Assert.Equal("too-long", Two(LearningStage.AwaitingTriage, LearningStage.AwaitingMeeting, new('x', 4001)));
        Assert.Equal("overtaken", Two(LearningStage.NotForTheGroup, LearningStage.AwaitingTriage));
        Assert.Equal("already-decided", Two(LearningStage.AwaitingTriage, LearningStage.Decided));
        Assert.Equal("overtaken", Two(LearningStage.AwaitingSafeguardingLead, LearningStage.AwaitingTriage));
        Assert.Equal("overtaken", Two(LearningStage.AwaitingTriage, LearningStage.Withdrawn));
        var ended = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        ended.Given(
            new TriageLearning(Id, LearningWay.NotForTheGroup, "Settled.", false, [], LearningStory.Made) { Joined = [OtherId] },
            Chair
        );
        Assert.Equal("already-joined", Code(ended, new JoinLearning(Id, OtherId, "One."), Operations));
        Assert.Equal(
            "already-decided",
            Code(ended.WithOther(LearningStage.AwaitingTriage), new JoinLearning(Id, OtherId, "x"), Operations)
        );
        var led = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        Assert.Equal("has-joined", Code(led.WithOther(LearningStage.AwaitingTriage), new JoinLearning(OtherId, Id, "x"), Operations));
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        Assert.Equal("already-joined", Code(story, new JoinLearning(Id, OtherId, "One."), Operations));
        Assert.Equal("same", Code(LearningStory.At(LearningStage.AwaitingTriage), new JoinLearning(Id, Id, "One."), Operations));
        Assert.Equal(
            "not-found",
            Code(LearningStory.At(LearningStage.AwaitingTriage), new JoinLearning(Id, CaseStory.Id, "x"), Operations)
        );
        Assert.Equal("not-yours", Code(story, new JoinLearning(Id, OtherId, "One."), LearningStory.Referrer));
        Assert.Equal("not-found", Code(LearningStory.At(LearningStage.AwaitingTriage), new JoinLearning(Id, OtherId, "x"), Operations));
    }

    [Fact]
    public void What_others_follow_is_not_taken_back_and_what_follows_is_still_corrected_and_asked_about_PD16()
    {
        var led = LearningStory.At(LearningStage.AwaitingTriage).Leading();
        Assert.Equal("has-joined", Code(led, new WithdrawLearning(Id, "By mistake."), LearningStory.Referrer));
        var said = LearningStory
            .At(LearningStage.AwaitingSafeguardingLead)
            .Given(new RecordLeadsAnswer(Id, true, "", "Called back."), Operations)
            .Leading();
        Assert.Equal("has-joined", Code(said, new RecordLeadsAnswer(Id, false, "No.", "Called back."), Operations));

        var follows = LearningStory.At(LearningStage.Joined);
        var none = SafeguardingTeams.Domain.Forms.Answers.None;
        follows.Given(new ChangeLearning(Id, none, none.With("additional", "information", "More."), ""), LearningStory.Referrer);
        follows.Given(new Domain.Steps.LearningQuestions.AskReferrer(Id, "Who?"), Chair);
        follows.Given(new Domain.Steps.LearningQuestions.AnswerQuestion(Id, 1, "The ward."), LearningStory.Referrer);
        Assert.Equal(LearningStage.Joined, follows.File.Stage);
    }

    private static IEnumerable<TEvent> Events<TEvent>(Decision.Accepted accepted, RecordRef record) =>
        accepted.Changes.Where(change => change.Record == record).Select(change => change.Event).OfType<TEvent>();

    private static Effect.ShowCard Told(LearningFile file) =>
        new(file.Ref, CardKind.LearningProgress, new Recipient.ThePerson(file.Referral!.Referrer.PersonId))
        {
            About = Topic.AfterEvent(file.Version),
        };

    private static IEnumerable<Effect> Effects(LearningFile file) => ((LearningEvent)file.History[^1].Event).WhatFollows(file);

    private static string Code(LearningStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
