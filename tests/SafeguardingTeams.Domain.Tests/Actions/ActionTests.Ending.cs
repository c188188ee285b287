using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>Other owners, ends, beginning again, reminders.</content>
public partial class ActionTests
{
    [Fact]
    public void Who_owned_it_is_told_and_reads_it_no_more_C5_F2()
    {
        var story = ActionStory
            .At(ActionStage.Agreed)
            .Given(new ChangeActionOwner(Id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post."), Operations);
        Assert.False(ActionPermissions.Sees(story.File, Owner));
        Assert.False(ActionPermissions.Sees(story.File, ActionStory.Member));
        Assert.True(ActionPermissions.Sees(story.File, ActionStory.OtherOwner));
        Assert.Equal(ActionStory.Due, story.File.Due);
        var followed = Followed(story.File);
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.ThePerson("another-owner")) { About = Topic.Round(2) },
            followed
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionHandedOn, new Recipient.ThePerson("the-owner")) { About = Topic.Round(2) },
            followed
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.FormerHolder("the-owner"))
            {
                About = Topic.Round(1),
                OnlyIfShown = true,
            },
            followed
        );
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            story.When(
                                new ChangeActionOwner(Id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "Again."),
                                Operations
                            )
                        )
                        .Reasons
                )
                .Code
        );
    }

    [Fact]
    public void It_ends_by_the_group_or_withdrawn_each_with_a_reason_C19()
    {
        Assert.Equal(
            ["date", "reason"],
            Refused(new EndAction(Id, new(2026, 11, 3), ""), Operations, ActionStage.Done).Select(one => one.Field)
        );
        Assert.Equal("reason", Assert.Single(Refused(new WithdrawAction(Id, ""), Chair, ActionStage.Accepted)).Field);
        foreach (var stage in new[] { ActionStage.Ended, ActionStage.Withdrawn })
        {
            var file = ActionStory.At(stage).File;
            Assert.True(file.IsEnded && file.WhyEnded.Length > 0);
            Assert.DoesNotContain(file.Clocks, clock => clock.Runs);
            Assert.Empty(ActionTask.Of(file));
        }
    }

    [Theory]
    [InlineData(ActionStage.Accepted)]
    [InlineData(ActionStage.Changed)]
    [InlineData(ActionStage.Ended)]
    [InlineData(ActionStage.Withdrawn)]
    public void Whatever_has_ended_can_be_opened_again_with_a_reason_and_a_new_date_C19(ActionStage stage)
    {
        Assert.Equal(["due", "reason"], Refused(new ReopenAction(Id, new(2026, 11, 2), ""), Chair, stage).Select(one => one.Field));
        var file = ActionStory.At(stage).Given(new ReopenAction(Id, new(2027, 2, 26), "It came back.", new(2026, 11, 2)), Operations).File;
        Assert.Equal(
            (ActionStage.Agreed, new DateOnly(2027, 2, 26), ActionStory.Due, 0),
            (file.Stage, file.Due, file.FirstDue, file.Extensions)
        );
        Assert.Contains(
            new Effect.ShowCard(Id, CardKind.ActionTask, new Recipient.ThePerson("the-owner")) { About = Topic.Round(2) },
            Followed(file)
        );
        Assert.False(file.IsListedForMeeting);
    }

    [Fact]
    public void What_was_said_to_have_changed_is_asked_anew_after_it_was_opened_again()
    {
        var file = ActionStory
            .At(ActionStage.Accepted)
            .Given(new ReportImpact(Id, "All."), Owner)
            .Given(new ReopenAction(Id, new(2027, 2, 26), "It came back."), Chair)
            .Given(new ReportActionDone(Id, "The protocol, again.", ""), Owner)
            .Given(new AcceptAction(Id, ""), Chair)
            .File;
        Assert.Null(file.OpenImpact);
        Assert.True(ActionRules.MayTake(Step.ReportImpact, file, Owner));
    }

    [Fact]
    public void What_is_late_goes_to_the_owner_the_member_the_Chair_and_the_agencys_lead_who_reads_it_from_then_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        List<Recipient> told = [];
        foreach (var chase in Runs(story.File).Chases)
        {
            story.On(chase.At).Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System);
            told.Add(Assert.Single(Followed(story.File).OfType<Effect.ShowCard>()).To);
            Assert.Equal(chase.To[0].Role == Role.AgencyRepresentative, ActionPermissions.Sees(story.File, ActionStory.AgencyLead));
        }

        var owner = new Recipient.ThePerson("the-owner");
        Assert.Equal(
            [
                owner,
                owner,
                owner,
                owner,
                new Recipient.MemberOf("trust"),
                new Recipient.HoldersOf(Role.Chair),
                new Recipient.RepresentativeOf("trust"),
            ],
            told
        );
        Assert.Equal(
            [Refusal.Overtaken],
            Assert.IsType<Decision.Refused>(story.When(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System)).Reasons
        );
        story.Given(new ReportActionDone(Id, "The protocol.", ""), Owner);
        Assert.True(ActionReminded.IsOver(story.File, Topic.Reminder(Timescales.ActionDue.Id, story.File.Version - 1)));
    }

    [Fact]
    public void After_an_outage_the_latest_reminder_goes_alone_and_the_missed_ones_are_recorded()
    {
        var story = ActionStory.At(ActionStage.Agreed).On(new(2027, 2, 2, 10, 0, 0, TimeSpan.Zero));
        var reminded = (ActionReminded)
            story.Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System).File.History[^1].Event;
        Assert.Equal((4, ChaseKind.Late, Role.GroupMember), (reminded.Missed, reminded.Kind, reminded.To[0].Role));
    }

    [Fact]
    public void Of_an_owner_without_an_account_operations_are_reminded()
    {
        var story = ActionStory.At(ActionStage.Agreed, ActionStory.Outside).On(new(2027, 1, 27, 10, 0, 0, TimeSpan.Zero));
        story.Given(new RemindAction(Id, Timescales.ActionDue.Id), ActionStory.System);
        Assert.Equal(new Recipient.HoldersOf(Role.Operations), Assert.Single(Followed(story.File).OfType<Effect.ShowCard>()).To);
    }

    [Fact]
    public void By_an_amended_calendar_reminders_move_and_dates_stay_PD1()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        var holiday = story.Context(ActionStory.System) with
        {
            Calendar = BankHolidays.Calendar.WithAmendments([new(2027, 1, 27)], [], "amended"),
        };
        var accepted = Assert.IsType<Decision.Accepted>(new RecalculateAction(Id).DecideFor(story.File, [], holiday));
        var again = Assert.Single(Assert.IsType<ActionRecalculated>(Assert.Single(accepted.Changes).Event).Deadlines);
        Assert.Equal(ActionStory.Due, again.DueDay);
        Assert.Equal(
            [new DateOnly(2027, 1, 15), new(2027, 1, 26), new(2027, 1, 29)],
            again.Chases.Take(3).Select(chase => London.DateOf(chase.At))
        );
        Assert.Equal(
            "nothing-changed",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new RecalculateAction(Id), ActionStory.System)).Reasons).Code
        );
    }

    [Fact]
    public void Where_no_meeting_is_planned_it_is_accepted_within_twenty_working_days_C19()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        var context = story.Context(Owner) with { Meetings = [] };
        var accepted = Assert.IsType<Decision.Accepted>(new ReportActionDone(Id, "The protocol.", "").DecideFor(story.File, [], context));
        Assert.Equal(new DateOnly(2026, 11, 30), Assert.IsType<ActionReportedDone>(accepted.Changes[0].Event).Accept.DueDay);
    }

    [Fact]
    public void An_owner_gets_one_list_a_week_and_who_owned_it_before_gets_none_C5()
    {
        var story = ActionStory.At(ActionStage.Agreed).Given(Digest(new(2026, 11, 2)), ActionStory.System);
        Assert.Equal(
            new Effect.ShowCard(Id, CardKind.ActionDigest, new Recipient.ThePerson("the-owner")) { About = Topic.AfterEvent(2) },
            Assert.Single(Followed(story.File))
        );
        Assert.Equal(
            [Refusal.Overtaken],
            Assert.IsType<Decision.Refused>(story.When(Digest(new(2026, 11, 2)), ActionStory.System)).Reasons
        );
        story.Given(Digest(new(2026, 11, 9)), ActionStory.System);
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(
                    Assert.IsType<Decision.Refused>(story.When(Digest(new(2026, 11, 16)) with { Lines = [] }, ActionStory.System)).Reasons
                )
                .Code
        );
        story.Given(new ChangeActionOwner(Id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post."), Operations);
        Assert.Equal(
            [Refusal.Overtaken],
            Assert.IsType<Decision.Refused>(story.When(Digest(new(2026, 11, 16)), ActionStory.System)).Reasons
        );
    }

    [Fact]
    public void A_date_past_the_known_bank_holidays_is_refused()
    {
        var far = ActionStory.Agree(ActionStory.Plan() with { Due = BankHolidays.Calendar.LastDay.AddDays(1) });
        Assert.Equal("outside-calendar", Assert.Single(Refused(far, Operations)).Code);
    }

    [Fact]
    public void A_meeting_agrees_one_in_its_own_transaction()
    {
        var plan = ActionStory.Plan();
        var context = new ActionStory().Context(Operations);
        Assert.Empty(plan.Refusals(context));
        var change = plan.Agreed(Id, new(LearningStory.Id, "item 3"), context);
        Assert.Equal((Id, "ActionAgreed.v1"), (change.Record, change.Event.StoredName));
        var file = Replay.Next(new ActionFile(Id), new(Id, 1, context.At, new("p", "", "", "", []), "c", change.Event));
        Assert.Equal((ActionStage.Agreed, "item 3"), (file.Stage, file.Source!.Item));
    }
}
