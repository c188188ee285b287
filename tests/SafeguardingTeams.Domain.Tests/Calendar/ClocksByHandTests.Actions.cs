using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <content>Actions: done, accepted, what they have changed (C5, C19, C20).</content>
public partial class ClocksByHandTests
{
    /// <summary>Fourteen and two days before, on the day; late to owner, member of the group, Chair, the agency's lead.</summary>
    [Theory]
    [InlineData("2027-01-02", "2027-01-02: 12-18 12-31 01-04 01-05 01-06 01-07")] // A Saturday: said once, on the working day before.
    [InlineData("2027-01-08", "2027-01-08: 12-24 01-06 01-08 01-11 01-12 01-13 01-14")] // Fourteen days before is Christmas.
    [InlineData("2027-03-31", "2027-03-31: 03-17 03-25 03-31 04-01 04-02 04-05 04-06")] // Two days before is Easter Monday.
    [InlineData("2027-04-12", "2027-04-12: 03-25 04-09 04-12 04-13 04-14 04-15 04-16")] // Fourteen days before is Easter Monday.
    [InlineData("2028-01-03", "2028-01-03: 12-20 12-31 01-04 01-05 01-06 01-07")] // A bank holiday.
    [InlineData("2028-02-29", "2028-02-29: 02-15 02-25 02-29 03-01 03-02 03-03 03-06")]
    [InlineData("2028-12-21", "2028-12-21: 12-07 12-19 12-21 12-22 12-27 12-28 12-29")]
    [InlineData("2028-12-22", OutsideTheList)]
    public void An_action_by_its_date_with_reminders_14_and_2_days_before_C5(string due, string expected)
    {
        var agree = ActionStory.Agree(ActionStory.Plan() with { Due = Day(due) });
        var source = LearningStory.At(LearningStage.Decided).File;
        var decided = Decide(new(ActionStory.Id), agree, Operations, "2026-11-02", [], out var file, source);
        Check(expected, decided, () => file, Timescales.ActionDue);
    }

    [Theory]
    [InlineData("2026-12-14", "2027-01-06", "2027-01-06: 01-05 01-06 01-07")]
    [InlineData("2026-12-09", "2026-12-09 2027-03-10", "2027-03-10: 03-09 03-10 03-11")] // Of today's meeting it is too late.
    [InlineData("2027-03-01", "2027-03-30 2027-06-09", "2027-03-30: 03-25 03-30 03-31")] // The day after Easter Monday.
    [InlineData("2027-12-01", "2027-12-24", "2027-12-24: 12-23 12-24 12-29")]
    [InlineData("2028-12-01", "2028-12-28", "2028-12-28: 12-27 12-28 12-29")]
    [InlineData("2028-12-01", "2028-12-29", OutsideTheList)]
    // Where no meeting is planned, twenty working days on.
    [InlineData("2026-11-30", "", "2026-12-30: 12-29 12-30 12-31")]
    [InlineData("2027-03-01", "2026-12-09", "2027-03-31: 03-30 03-31 04-01")]
    [InlineData("2028-11-28", "", "2028-12-28: 12-27 12-28 12-29")]
    [InlineData("2028-11-29", "", OutsideTheList)]
    public void An_action_reported_as_done_is_accepted_by_the_next_scheduled_meeting_C19(string reported, string meetings, string expected)
    {
        var done = Decide(
            ActionStory.At(ActionStage.Agreed).File,
            new ReportActionDone(ActionStory.Id, "The list of who was trained.", ""),
            ActionStory.Owner,
            reported,
            [.. meetings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)],
            out var file
        );
        Check(expected, done, () => file, Timescales.ActionAcceptance);
    }

    [Theory]
    [InlineData("2026-08-31", "2027-02-28: 02-26 03-01 03-02 03-03")] // The month's last day, a Sunday (PD21).
    [InlineData("2026-09-29", "2027-03-29: 03-25 03-30 03-31 04-01")] // Easter Monday.
    [InlineData("2026-12-28", "2027-06-28: 06-25 06-28 06-29 06-30 07-01")]
    [InlineData("2027-06-28", "2027-12-28: 12-24 12-29 12-30 12-31")]
    [InlineData("2027-08-31", "2028-02-29: 02-28 02-29 03-01 03-02 03-03")]
    [InlineData("2028-06-21", "2028-12-21: 12-20 12-21 12-22 12-27 12-28")]
    public void What_an_action_has_changed_6_months_after_it_was_accepted_C19_PD21(string accepted, string expected)
    {
        var decided = Accept(accepted, out var file);
        Check(expected, decided, () => file, Timescales.ActionImpact);

        // "Too early" is looked at again after as long.
        file = ActionStory.At(ActionStage.Accepted).File;
        Decide(file, new ReportImpact(ActionStory.Id, "Nothing is known yet."), ActionStory.Owner, accepted, [], out file);
        var looked = Decide(file, new CheckImpact(ActionStory.Id, ImpactFound.TooEarly, "Asked."), Operations, accepted, [], out file);
        Check(expected, looked, () => file, Timescales.ActionImpact);
    }

    [Theory]
    [InlineData("2028-06-30", "2028-12-30: ", "2028-12-30: 12-29 01-02 01-03 01-04")]
    [InlineData("2028-08-31", "2029-02-28: ", "2029-02-28: 02-27 02-28 03-01 03-02 03-05")]
    [InlineData("2028-09-30", "2029-03-30: ", "2029-03-30: 03-29 04-03 04-04 04-05")] // Good Friday, Easter Monday.
    public void A_clock_of_months_is_not_refused_where_the_list_ends_and_has_its_reminders_once_it_goes_on_C19_PD21(
        string accepted,
        string before,
        string after
    )
    {
        var decided = Accept(accepted, out var file);
        Check(before, decided, () => file, Timescales.ActionImpact);
        Assert.Contains(ActionTask.Of(file), one => one.Task.Due?.DueDay == Day(before[..10]));

        Assert.IsType<Decision.Refused>(
            Decide(file, new RecalculateAction(ActionStory.Id), MeetingStory.System, "2028-10-02", [], out file)
        );
        var again = Decide(file, new RecalculateAction(ActionStory.Id), MeetingStory.System, "2028-10-02", [], out file, GoesOn);
        Check(after, again, () => file, Timescales.ActionImpact);
    }

    [Theory]
    [InlineData("2027-12-27", true)]
    [InlineData("2027-12-28", false)]
    public void What_an_action_has_changed_by_a_date_that_is_given_at_most_12_months_on_C19(string on, bool isTaken)
    {
        var done = ActionStory.At(ActionStage.Done).File;
        var decided = Decide(done, new AcceptAction(ActionStory.Id, "", Day(on)), Chair, "2026-12-27", [], out var file);
        if (isTaken)
        {
            Check("2027-12-27: 12-24 12-29 12-30 12-31", decided, () => file, Timescales.ActionImpact);
        }
        else
        {
            Assert.Equal("impact", Assert.Single(Assert.IsType<Decision.Refused>(decided).Reasons).Field);
        }
    }

    private static Decision Accept(string day, out ActionFile file) =>
        Decide(ActionStory.At(ActionStage.Done).File, new AcceptAction(ActionStory.Id, ""), Chair, day, [], out file);

    private static Decision Decide(
        ActionFile file,
        ActionCommand command,
        Actor actor,
        string day,
        ImmutableList<DateOnly> meetings,
        out ActionFile after,
        WorkingDayCalendar? calendar = null
    ) => Decide(file, command, actor, day, meetings, out after, null, calendar);

    private static Decision Decide(
        ActionFile file,
        ActionCommand command,
        Actor actor,
        string day,
        ImmutableList<DateOnly> meetings,
        out ActionFile after,
        RecordFile? source,
        WorkingDayCalendar? calendar = null
    )
    {
        var context = new ActionStory { Now = At(day) }.Context(actor) with
        {
            Meetings = meetings,
            Calendar = calendar ?? BankHolidays.Calendar,
        };
        var decision = command.DecideFor(file, source is null ? [] : [source], context);
        after = decision is Decision.Accepted accepted
            ? accepted.Changes.Aggregate(file, (next, change) => Walks.After(next, change, actor, At(day)))
            : file;
        return decision;
    }
}
