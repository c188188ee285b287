using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <summary>Actions: C5, C19, C20, F2.</summary>
public partial class ActionTests
{
    private static readonly RecordRef Id = ActionStory.Id;
    private static readonly Actor Owner = ActionStory.Owner;
    private static readonly Actor Chair = ActionStory.Chair;
    private static readonly Actor Operations = ActionStory.Operations;

    [Fact]
    public void Every_command_is_refused_to_every_role_at_every_stage_where_the_table_does_not_allow_it_C5_C19()
    {
        foreach (var stage in Enum.GetValues<ActionStage>())
        {
            foreach (var actor in Everybody())
            {
                foreach (var command in EveryCommand())
                {
                    var story = ActionStory.At(stage);
                    var before = story.File;
                    var decision = story.When(command, actor);
                    var allowed = ActionPermissions.Table.Any(row =>
                        row.Step == command.Step && row.Stages.Contains(stage) && row.Roles.Any(before.RolesOf(actor).Contains)
                    );
                    if (!allowed)
                    {
                        var reason = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
                        Assert.True(
                            ActionPermissions.Sees(before, actor) == (reason != Refusal.NotFound),
                            $"{command.Step} by {actor.PersonId} at {stage}: {reason.Code}"
                        );
                        Assert.Same(before, story.File);
                    }
                    else if (decision is Decision.Refused refused)
                    {
                        Assert.DoesNotContain(refused.Reasons, reason => reason == Refusal.NotFound);
                    }
                }
            }
        }

        Assert.Equal(
            ActionPermissions.Table.Select(row => row.Step).Except([Step.DecideItem]).Order(), // A meeting's command.
            EveryCommand().Select(command => command.Step).Distinct().Order()
        );
    }

    [Fact]
    public void Nobody_without_a_part_learns_that_there_is_one_F2()
    {
        Actor[] strangers =
        [
            ActionStory.OtherOwner,
            ActionStory.AgencyLead,
            ActionStory.DeputyChair,
            .. Enum.GetValues<Role>()
                .Except([Role.Operations, Role.Chair, Role.Scrutineer, Role.ThisSystem])
                .Select(role => CaseStory.Somebody(role)),
        ];
        foreach (var stage in Enum.GetValues<ActionStage>().Except([ActionStage.NotStarted]))
        {
            var file = ActionStory.At(stage).File;
            Assert.All(strangers, stranger =>
            {
                Assert.False(ActionPermissions.Sees(file, stranger), stranger.PersonId);
                Assert.All(Enum.GetValues<Step>(), step => Assert.Equal(Refusal.NotFound, ActionRules.Refuse(step, file, stranger)));
            });
        }
    }

    [Fact]
    public void An_owner_who_has_no_other_role_sees_the_action_and_nothing_it_comes_from_F2()
    {
        var learning = LearningStory.At(Domain.Learning.LearningStage.Decided).File;
        Assert.False(Domain.Learning.LearningPermissions.Sees(learning, Owner));
        Assert.False(Domain.Cases.Permissions.Sees(CaseStory.At(Domain.Cases.Stage.PanelAnswered).File, Owner));
        Assert.True(ActionPermissions.Sees(ActionStory.At(ActionStage.Agreed).File, Owner));
        Assert.False(ActionPermissions.SeesAll(Owner));
    }

    [Fact]
    public void Its_reference_says_that_it_is_an_action()
    {
        var made = RecordRef.ActionFromChance("GSCP", [1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal(RecordKind.Action, made.Kind);
        Assert.StartsWith("GSCP-AC-", made.ToString(), StringComparison.Ordinal);
        Assert.Equal(made, RecordRef.Parse(made.ToString().ToLowerInvariant()));
        Assert.Null(RecordRef.TryParse("GSCP-XX-2222-3333"));
    }

    [Fact]
    public void What_was_agreed_is_on_the_record_with_its_owner_as_the_file_has_them_and_reminders_14_and_2_days_ahead_C5()
    {
        var file = ActionStory.At(ActionStage.Agreed).File;
        Assert.Equal(new("the-owner", "the-owner of an agency", "", "", "trust", "Trust"), file.Owner);
        Assert.Equal((ActionStory.Due, ActionStory.Due, 0), (file.FirstDue, file.Due, file.Extensions));
        Assert.Equal(
            [
                (new(2027, 1, 15), ChaseKind.Ahead, Role.ActionOwner),
                (new(2027, 1, 27), ChaseKind.DayBefore, Role.ActionOwner),
                (new(2027, 1, 29), ChaseKind.OnTheDay, Role.ActionOwner),
                (new(2027, 2, 1), ChaseKind.Late, Role.ActionOwner),
                (new(2027, 2, 2), ChaseKind.Late, Role.GroupMember),
                (new(2027, 2, 3), ChaseKind.Late, Role.Chair),
                (new DateOnly(2027, 2, 4), ChaseKind.Late, Role.AgencyRepresentative),
            ],
            file.Clock(Timescales.ActionDue.Id)!
                .Deadline.Chases.Select(chase => (London.DateOf(chase.At), chase.Kind, Assert.Single(chase.To).Role))
        );
        Assert.Equal(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.ThePerson("the-owner")) { About = Topic.Round(1) },
            Assert.Single(Followed(file))
        );
    }

    [Fact]
    public void How_far_ahead_reminders_go_is_pinned_when_it_is_agreed_PD9()
    {
        var story = new ActionStory();
        var context = story.Context(Operations);
        var rules = context.Rules with { Limits = context.Rules.Limits.SetItem(Timescales.ActionFirstReminder.Id, 28) };
        var agreed = (ActionAgreed)ActionStory.Plan().Agreed(Id, new(LearningStory.Id, ""), context with { Rules = rules }).Event;
        Assert.Equal(new DateOnly(2027, 1, 1), agreed.Due.DueDay.AddDays(-28));
        // New Year's Day is no working day: the reminder goes on the one before.
        Assert.Equal(new(2026, 12, 31), London.DateOf(agreed.Due.Chases[0].At));
    }

    [Fact]
    public void A_date_that_is_near_has_no_reminder_of_before_it_was_agreed()
    {
        var near = new ActionStory().Given(ActionStory.Agree(ActionStory.Plan() with { Due = new(2026, 11, 6) }), Operations).File;
        Assert.Equal(
            [new DateOnly(2026, 11, 4), new(2026, 11, 6)],
            near.Clock(Timescales.ActionDue.Id)!.Deadline.Chases.Take(2).Select(chase => London.DateOf(chase.At))
        );
    }

    [Fact]
    public void What_is_missing_or_too_long_is_refused_and_named()
    {
        var empty = new ActionPlan(" ", "", new("", "", "", "", "", ""), new(2026, 11, 2), new('x', 1001));
        Assert.Equal(["change", "what", "owner", "due", "how"], Refused(ActionStory.Agree(empty), Operations).Select(one => one.Field));
        var outside = ActionStory.Plan(new("", "", "Somebody", "no address", "", ""));
        Assert.Equal(["ownerrole", "owneremail", "agency"], Refused(ActionStory.Agree(outside), Operations).Select(one => one.Field));
        Assert.Equal(
            ["owner"],
            Refused(ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile("nobody"))), Chair).Select(one => one.Field)
        );
        Assert.Equal(
            ["owner"],
            Refused(ActionStory.Agree(ActionStory.Plan(ActionStory.Outside with { PersonId = Owner.PersonId })), Chair)
                .Select(one => one.Field)
        );
        Assert.Equal(
            ["item"],
            Refused(ActionStory.Agree() with { Source = new(LearningStory.Id, new('x', 81)) }, Chair).Select(one => one.Field)
        );
    }

    [Theory]
    [InlineData("Tell Zqxchild's school.", true)]
    [InlineData("Tell the school of ZQXCHILD.", true)]
    [InlineData("The Zqxfamily-Day family is rung.", true)]
    [InlineData("Its lead is Zqxworker.", true)]
    [InlineData("Ring Zqxmothér first.", true)]
    [InlineData("Staff ask on page two, on any day.", false)]
    [InlineData("Ask Page.", true)]
    [InlineData("A health visitor sees each child.", false)]
    [InlineData("Child A is not named.", false)]
    public void No_name_of_what_it_comes_from_gets_into_it_F2(string text, bool isRefused)
    {
        var answers = Domain
            .Forms.Answers.None.With("children", Row("r1", "Zqxchild Zqxfamily-Day"))
            .With("family", Row("r2", "Page, the aunt"))
            .With("children", Row("r3", "Child A").With("leadpractitioner", "Zqxfirst Zqxworker, early help team, 020 7946 0000"))
            .With("referrer", "name", "A health visitor")
            .With("referrer", "title", "Health visitor")
            .With("incident", "carer", "Zqxmother, the mother");
        var learning = LearningStory.At(Domain.Learning.LearningStage.Decided).File;
        learning = learning with { Referral = learning.Referral! with { Answers = answers } };
        var plan = ActionStory.Plan() with { What = text };
        var wrong = plan.Refusals(new ActionStory().Context(Operations), learning);
        Assert.Equal(isRefused ? ["what"] : [], wrong.Select(one => one.Field));
        Assert.All(wrong, one => Assert.DoesNotContain("Zqxchild", one.Message, StringComparison.OrdinalIgnoreCase));

        static Domain.Forms.AnswerRow Row(string id, string name) => Domain.Forms.AnswerRow.Empty(id).With("name", name);
    }

    [Fact]
    public void Names_are_looked_for_in_the_referral_what_went_to_agencies_and_what_they_returned_F2()
    {
        var file = CaseStory.At(Domain.Cases.Stage.PanelAnswered).File;
        var agency = file.Review.Agencies[0];
        file = file with
        {
            Review = file.Review with
            {
                Request = file.Review.Request.With("mother", "name", "Zqxparent"),
                Agencies = file.Review.Agencies.SetItem(
                    0,
                    agency with
                    {
                        Return = new(
                            CaseStory.Monday,
                            "Police",
                            true,
                            "initial-scoping",
                            1,
                            Domain.Forms.Answers.None.With("completed", "name", "Zqxofficer"),
                            "on a card"
                        ),
                    }
                ),
            },
        };
        var plan = ActionStory.Plan() with { Change = "Zqxparent is heard.", How = "Ask Zqxofficer." };
        Assert.Equal(["change", "how"], plan.Refusals(new ActionStory().Context(Chair), file).Select(one => one.Field));
    }

    [Fact]
    public void It_can_be_agreed_from_a_case_too_and_only_by_who_may_there_C5()
    {
        Assert.Equal(CaseStory.Id, new ActionStory().Given(ActionStory.Agree(source: CaseStory.Id), Chair).File.Source!.Record.CaseId);
        Assert.Equal(Refusal.NotFound, Assert.Single(Refused(ActionStory.Agree(source: CaseStory.Id), Owner)));
        var early = ActionStory
            .Agree()
            .DecideFor(new ActionFile(Id), [new Domain.Learning.LearningFile(LearningStory.Id)], new ActionStory().Context(Chair));
        Assert.Equal(Refusal.NotFound, Assert.Single(Assert.IsType<Decision.Refused>(early).Reasons));
    }

    /// <summary>The owner's list of a week.</summary>
    private static SendActionDigest Digest(DateOnly week) => new(Id, Owner.PersonId, week, [new(Id, ActionStory.Due, false)]);

    private static IReadOnlyList<Refusal> Refused(Command command, Actor actor, ActionStage stage = ActionStage.NotStarted) =>
        Assert.IsType<Decision.Refused>(ActionStory.At(stage).When(command, actor)).Reasons;

    /// <summary>What followed from the last thing that happened.</summary>
    private static List<Effect> Followed(ActionFile file) => [.. ((ActionEvent)file.History[^1].Event).WhatFollows(file)];

    /// <summary>Everybody who might have to do with an action.</summary>
    internal static IEnumerable<Actor> Everybody() =>
        [
            Owner,
            ActionStory.Member,
            ActionStory.AgencyLead,
            .. Enum.GetValues<Role>().Except([Role.ActionOwner, Role.ThisSystem]).Select(role => CaseStory.Somebody(role)),
        ];

    internal static IEnumerable<ActionCommand> EveryCommand() =>
        [
            ActionStory.Agree(),
            new ReportProgress(Id, ProgressState.Blocked, "Nobody to train.", "Rung back."),
            new ReportActionDone(Id, "The protocol.", "https://trust.example/protocol", "Rung back."),
            new AddEvidenceFile(Id, 2048, new('a', 64), ".pdf"),
            new TakeOutEvidenceFile(Id, 1, "A name stands in it."),
            new AddEvidenceLink(Id, "https://trust.example/protocol", "The protocol"),
            new TakeOutEvidenceLink(Id, 1, "It names somebody."),
            new AskForMoreTime(Id, new(2027, 3, 26), "The trainer is ill.", "Rung back."),
            new AnswerMoreTime(Id, true, ""),
            new AcceptAction(Id, "Thank you.", new(2027, 2, 26)),
            new ReturnAction(Id, "The list is missing."),
            new ReportImpact(Id, "Nineteen of twenty.", "Rung back."),
            new CheckImpact(Id, ImpactFound.Partly, "By the audit.", new(2027, 2, 26)),
            new CheckImpact(Id, ImpactFound.Changed, "By the audit."),
            new ChangeActionOwner(Id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post."),
            ActionStory.CameIn,
            new EndAction(Id, new(2026, 11, 2), "Overtaken."),
            new WithdrawAction(Id, "Part of another."),
            new ReopenAction(Id, new(2027, 2, 26), "It came back."),
            new ReopenAction(Id, new(2027, 2, 26), "It came back.", new(2026, 11, 2)),
            new RemindAction(Id, Timescales.ActionDue.Id),
            new RecalculateAction(Id),
            Digest(new(2026, 11, 2)),
        ];
}
