using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>The same asked again: no silence between, no stale card, no owner who was not told.</content>
public partial class ActionTests
{
    private static readonly DateOnly Later = new(2027, 3, 26);

    private static ChangeActionOwner ToAnother => new(Id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post.");

    /// <summary>Every way an action can be open, by what happened last.</summary>
    private static IEnumerable<(string Name, ActionStory Story)> EveryWayToBeOpen()
    {
        static ActionStory Said() => ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Id, "Half of them."), Owner);
        static ActionStory Asked() => ActionStory.At(ActionStage.Agreed).Given(new AskForMoreTime(Id, Later, "Ill."), Owner);
        yield return ("agreed", ActionStory.At(ActionStage.Agreed));
        yield return ("time asked", Asked());
        yield return ("extended", Asked().Given(new AnswerMoreTime(Id, true, ""), Chair));
        yield return ("refused", Asked().Given(new AnswerMoreTime(Id, false, "No."), Chair));
        yield return ("done", ActionStory.At(ActionStage.Done));
        yield return ("returned", ActionStory.At(ActionStage.Done).Given(new ReturnAction(Id, "The list."), Chair));
        yield return ("accepted", ActionStory.At(ActionStage.Accepted));
        yield return ("said", Said());
        foreach (var found in new[] { ImpactFound.Partly, ImpactFound.Not, ImpactFound.TooEarly })
        {
            ActionStory Found() => Said().Given(new CheckImpact(Id, found, "By the audit."), Operations);
            yield return ($"{found}", Found());
            yield return ($"{found}, said again", Found().Given(new ReportImpact(Id, "All of them."), Owner));
        }

        foreach (var stage in new[] { ActionStage.Accepted, ActionStage.Changed, ActionStage.Ended, ActionStage.Withdrawn })
        {
            yield return ($"reopened when {stage}", ActionStory.At(stage).Given(new ReopenAction(Id, Later, "It came back."), Chair));
        }

        yield return ("reopened when said", Said().Given(new ReopenAction(Id, Later, "It came back."), Chair));
    }

    [Fact]
    public void While_it_is_open_one_clock_runs_and_what_is_late_goes_on_to_the_Chair_C5_C19()
    {
        foreach (
            var (name, story) in EveryWayToBeOpen()
                .Concat(EveryWayToBeOpen().Select(one => (one.Name, one.Story.Given(ToAnother, Operations))))
        )
        {
            Assert.True(story.File.Clocks.Count(clock => clock.Runs) == 1, name);
            var timescale = Runs(story.File).TimescaleId;
            List<Role> late = [];
            // A sweep once a working day from now on, until nothing is left to remind of.
            while (story.File.Clock(timescale)!.NextChase is { } next)
            {
                story.On(next.At).Given(new RemindAction(Id, timescale), ActionStory.System);
                var reminded = (ActionReminded)story.File.History[^1].Event;
                Assert.NotEmpty(Followed(story.File));
                late.AddRange(reminded.Kind == ChaseKind.Late ? reminded.To.Select(to => to.Role) : []);
            }

            Assert.True(late.Contains(Role.Chair), $"{name}: {string.Join(", ", late)}");
            Assert.True(story.File.Clock(timescale)!.Deadline.Chases.Exists(chase => chase.Kind != ChaseKind.Late), name);
        }
    }

    [Fact]
    public void What_the_owner_says_has_changed_is_recorded_within_ten_working_days_by_operations_then_the_Chair_C19()
    {
        var story = ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Id, "Half of them."), Owner);
        Assert.Equal(
            (Timescales.ActionImpactCheck.Id, new DateOnly(2026, 11, 16)),
            (Runs(story.File).TimescaleId, Runs(story.File).DueDay)
        );
        Assert.Equal(Runs(story.File), Assert.Single(ActionTask.Of(story.File)).Task.Due);
        Assert.Equal(
            [Role.Operations, Role.Chair],
            Runs(story.File).Chases.Where(chase => chase.Kind == ChaseKind.Late).Select(chase => chase.To[0].Role)
        );
        // What was stored before that was counted is read as it was.
        var before = ActionStory.At(ActionStage.Accepted).File;
        var read = Replay.Next(
            before,
            new(Id, before.Version + 1, CaseStory.Monday, new("p", "", "", "", []), "c", new ImpactReported("Half of them.", ""))
        );
        Assert.DoesNotContain(read.Clocks, clock => clock.Runs);
    }

    [Fact]
    public void A_card_of_an_earlier_time_answers_neither_that_nor_this_one_C19_C20()
    {
        static ActionStory Twice() =>
            ActionStory
                .At(ActionStage.Done)
                .Given(new ReturnAction(Id, "The list is missing."), Chair)
                .Given(new ReportActionDone(Id, "The protocol, and a list.", ""), Owner);
        Stale(ActionStory.At(ActionStage.Done), Twice(), new AcceptAction(Id, ""), Chair);
        Stale(ActionStory.At(ActionStage.Done), Twice(), new ReturnAction(Id, "No list."), Chair);
        Stale(
            ActionStory.At(ActionStage.Agreed),
            ActionStory.At(ActionStage.Done).Given(new ReturnAction(Id, "The list is missing."), Chair),
            new ReportActionDone(Id, "The protocol.", ""),
            Owner
        );

        static ActionStory Asked() => ActionStory.At(ActionStage.Agreed).Given(new AskForMoreTime(Id, Later, "Ill."), Owner);
        static ActionStory Refused() => Asked().Given(new AnswerMoreTime(Id, false, "No."), Chair);
        Stale(
            Asked(),
            Refused().Given(new AskForMoreTime(Id, new(2027, 6, 25), "Still ill."), Owner),
            new AnswerMoreTime(Id, true, ""),
            Chair
        );
        Stale(ActionStory.At(ActionStage.Agreed), Refused(), new AskForMoreTime(Id, Later, "Ill."), Owner);

        static ActionStory Said() => ActionStory.At(ActionStage.Accepted).Given(new ReportImpact(Id, "Half."), Owner);
        static ActionStory Early() => Said().Given(new CheckImpact(Id, ImpactFound.TooEarly, "Ask again."), Operations);
        Stale(Said(), Early().Given(new ReportImpact(Id, "None."), Owner), new CheckImpact(Id, ImpactFound.Changed, "x"), Operations);
        Stale(ActionStory.At(ActionStage.Accepted), Early(), new ReportImpact(Id, "Half."), Owner);

        static ActionStory Reopened(ActionStage stage) => ActionStory.At(stage).Given(new ReopenAction(Id, Later, "Back."), Chair);
        Stale(ActionStory.At(ActionStage.Agreed), Reopened(ActionStage.Ended), new EndAction(Id, new(2026, 11, 2), "x"), Operations);
        Stale(ActionStory.At(ActionStage.Agreed), Reopened(ActionStage.Withdrawn), new WithdrawAction(Id, "x"), Chair);
        Stale(
            ActionStory.At(ActionStage.Ended),
            Reopened(ActionStage.Ended).Given(new WithdrawAction(Id, "x"), Chair),
            new ReopenAction(Id, Later, "x"),
            Chair
        );
        // Operations record what one owner said; it is another's by now.
        Stale(
            ActionStory.At(ActionStage.Agreed, ActionStory.Outside),
            ActionStory
                .At(ActionStage.Agreed, ActionStory.Outside)
                .Given(new ChangeActionOwner(Id, ActionStory.Outside with { Name = "Another head" }, "x"), Operations),
            new ReportActionDone(Id, "The protocol.", "", "Rung back."),
            Operations
        );
        Stale(
            ActionStory.At(ActionStage.Agreed),
            ActionStory.At(ActionStage.Agreed).Given(ToAnother, Operations),
            new ChangeActionOwner(Id, ActionStory.Outside, "x"),
            Operations
        );
    }

    [Fact]
    public void What_does_not_concern_a_card_leaves_it_as_it_is()
    {
        var drawn = ActionStory.At(ActionStage.Agreed).File;
        var story = ActionStory.At(ActionStage.Agreed).Given(Digest(new(2026, 11, 2)), ActionStory.System);
        story.Given(new AskForMoreTime(Id, Later, "Ill."), Owner).Given(new AnswerMoreTime(Id, true, ""), Chair);
        story.Given(new ReportActionDone(Id, "The protocol.", "") { Round = drawn.RoundOf(Step.ReportActionDone) }, Owner);
    }

    [Fact]
    public void Whoever_is_given_a_late_action_is_told_and_reminded_anew_and_those_who_had_it_are_asked_no_more_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        foreach (var chase in Runs(story.File).Chases)
        {
            story.On(chase.At).Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System);
        }

        Assert.Null(story.File.Clock(Timescales.ActionDue.Id)!.NextChase);
        var reminders = story.File.History.Where(one => one.Event is ActionReminded).Select(one => one.Sequence).ToList();
        story.Given(ToAnother, Operations);
        Assert.Equal(ActionStory.Due, Runs(story.File).DueDay);
        Assert.Equal(
            [
                (new(2027, 2, 5), Role.ActionOwner),
                (new(2027, 2, 8), Role.GroupMember),
                (new(2027, 2, 9), Role.Chair),
                (new DateOnly(2027, 2, 10), Role.AgencyRepresentative),
            ],
            Runs(story.File).Chases.Select(chase => (London.DateOf(chase.At), chase.To[0].Role))
        );
        var again = Followed(story.File).OfType<Effect.ShowCard>().Where(card => card.Kind == CardKind.Reminder).ToList();
        Assert.Equal(reminders.Select(at => Topic.Reminder(Timescales.ActionDue.Id, at)), again.Select(card => card.About));
        Assert.All(again, card => Assert.True(card.OnlyIfShown && ActionReminded.IsOver(story.File, card.About)));
        var former = new Recipient.FormerHolder("the-owner");
        Assert.Equal(
            [
                former,
                former,
                former,
                former,
                new Recipient.FormerHoldersOf(Role.GroupMember),
                new Recipient.HoldersOf(Role.Chair),
                new Recipient.FormerHoldersOf(Role.AgencyRepresentative),
            ],
            again.Select(card => card.To)
        );
        story.On(new(2027, 2, 5, 9, 0, 0, TimeSpan.Zero)).Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System);
        Assert.Equal(new Recipient.ThePerson("another-owner"), Assert.Single(Followed(story.File).OfType<Effect.ShowCard>()).To);
    }

    [Fact]
    public void That_who_owned_it_had_the_list_of_the_week_does_not_keep_it_from_who_owns_it_now_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed).Given(Digest(new(2026, 11, 2)), ActionStory.System).Given(ToAnother, Operations);
        story.Given(Digest(new(2026, 11, 2)) with { PersonId = ActionStory.OtherOwner.PersonId }, ActionStory.System);
    }

    [Fact]
    public void Whoever_is_given_one_that_is_due_soon_has_the_reminders_that_are_left_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed).On(new(2027, 1, 28, 10, 0, 0, TimeSpan.Zero)).Given(ToAnother, Operations);
        Assert.Equal((ChaseKind.OnTheDay, 5), (Runs(story.File).Chases[0].Kind, Runs(story.File).Chases.Count));
        // While the Chair is to accept it, nobody else's clock is touched.
        var done = ActionStory.At(ActionStage.Done);
        var before = Runs(done.File);
        Assert.Same(before, Runs(done.Given(ToAnother, Operations).File));
    }

    [Fact]
    public void Of_an_owner_without_an_account_it_is_operations_cards_that_ask_no_more_C5()
    {
        var story = ActionStory
            .At(ActionStage.Done, ActionStory.Outside)
            .Given(new ReturnAction(Id, "The list is missing."), Chair)
            .Given(ToAnother, Operations);
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionReturned, new Recipient.HoldersOf(Role.Operations))
            {
                About = Topic.Round(1),
                OnlyIfShown = true,
            },
            Followed(story.File)
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.HoldersOf(Role.Operations))
            {
                About = Topic.Round(1),
                OnlyIfShown = true,
            },
            Followed(story.File)
        );
    }

    [Fact]
    public void Whoever_owns_it_is_not_given_it_again_whatever_they_are_called_by_now_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        var renamed = story.Context(Operations);
        renamed = renamed with
        {
            People = renamed.People.ConvertAll(one => one.PersonId == Owner.PersonId ? one with { Display = "Named nurse" } : one),
        };
        var same = new ChangeActionOwner(Id, ActionOwner.OfTheFile(Owner.PersonId), "x").DecideFor(story.File, [], renamed);
        Assert.Equal(("nothing-changed", "owner"), (Reasons(same)[0].Code, Reasons(same)[0].Field));
        var outside = ActionStory.At(ActionStage.Agreed, ActionStory.Outside);
        var typed = ActionStory.Outside with { Email = " HEAD@clinic.example", Display = "head of midwifery " };
        Assert.Equal("nothing-changed", Assert.Single(Reasons(outside.When(new ChangeActionOwner(Id, typed, "x"), Operations))).Code);
        outside.Given(new ChangeActionOwner(Id, ActionStory.Outside with { Email = "new@clinic.example" }, "It was wrong."), Operations);
    }

    [Theory]
    [InlineData(ActionStage.Accepted)]
    [InlineData(ActionStage.Changed)]
    [InlineData(ActionStage.Ended)]
    [InlineData(ActionStage.Withdrawn)]
    public void The_Chair_opens_it_again_between_meetings_or_the_group_at_one_and_never_who_owns_it_C19_C20(ActionStage stage)
    {
        Assert.Equal(("date-needed", "date"), Only(new ReopenAction(Id, Later, "Back."), Operations));
        Assert.Equal(("future", "date"), Only(new ReopenAction(Id, Later, "Back.", new(2026, 11, 3)), Operations));
        var group = ActionStory.At(stage).Given(new ReopenAction(Id, Later, "Back.", new(2026, 11, 2)), Operations).File;
        Assert.Equal(new DateOnly(2026, 11, 2), ((ActionReopened)group.History[^1].Event).DecidedOn);
        Assert.Null(
            ((ActionReopened)ActionStory.At(stage).Given(new ReopenAction(Id, Later, "x"), Chair).File.History[^1].Event).DecidedOn
        );
        var own = ActionStory.At(stage).File with { Owner = ActionOwner.OfTheFile(Operations.PersonId) };
        var theirs = new ReopenAction(Id, Later, "x", new(2026, 11, 2)).DecideFor(own, [], new ActionStory().Context(Operations));
        Assert.Equal("own-action", Assert.Single(Reasons(theirs)).Code);

        (string, string?) Only(ReopenAction command, Actor by)
        {
            var refused = Assert.Single(Reasons(ActionStory.At(stage).When(command, by)));
            return (refused.Code, refused.Field);
        }
    }

    /// <summary>A card drawn of one action is not taken once it has come to be another, though the step may be taken there.</summary>
    private static void Stale(ActionStory drawn, ActionStory now, ActionCommand command, Actor by)
    {
        var round = drawn.File.RoundOf(command.Step);
        Assert.Equal(["drawn-before"], Reasons(now.When(command with { Round = round }, by)).Select(one => one.Code));
        drawn.Given(command with { Round = round }, by);
        now.Given(command with { Round = now.File.RoundOf(command.Step) }, by);
    }
}
