using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <content>Meetings of the group, counted back and forth (E13, E17, PD20); its terms of reference (E8).</content>
public partial class ClocksByHandTests
{
    [Theory]
    [InlineData("2026-12-29", "2026-12-11", "2026-12-18: 12-17 12-18 12-21")]
    [InlineData("2027-01-06", "2026-12-18", "2026-12-29: 12-24 12-29 12-30")]
    [InlineData("2027-03-30", "2027-03-12", "2027-03-19: 03-18 03-19 03-22")]
    [InlineData("2027-04-01", "2027-03-16", "2027-03-23: 03-22 03-23 03-24")]
    [InlineData("2027-06-01", "2027-05-17", "2027-05-24: 05-21 05-24 05-25")]
    [InlineData("2028-01-05", "2027-12-17", "2027-12-24: 12-23 12-24 12-29")]
    [InlineData("2028-03-03", "2028-02-18", "2028-02-25: 02-24 02-25 02-28")] // A leap year.
    [InlineData("2028-04-18", "2028-03-31", "2028-04-07: 04-06 04-07 04-10")]
    [InlineData("2028-12-29", "2028-12-13", "2028-12-20: 12-19 12-20 12-21")]
    [InlineData("2029-01-03", "", OutsideTheList)]
    public void The_agenda_closes_10_and_papers_go_5_working_days_before_the_meeting_E13_PD20(string meets, string closes, string papers)
    {
        var story = new MeetingStory();
        Check(papers, story.When(Planned(meets), MeetingStory.Operations), () => story.File, Timescales.GroupPapers);
        if (closes.Length == 0)
        {
            return;
        }

        Assert.Equal(Day(closes), story.File.Plan!.ClosesOn);

        // Moved there from a day with no holidays near, it is the same (PD20).
        var moved = new MeetingStory().Given(Planned("2027-11-10"), MeetingStory.Operations);
        Assert.Equal((Day("2027-10-27"), "2027-11-03: 11-02 11-03 11-04"), (moved.File.Plan!.ClosesOn, Papers(moved)));
        moved.Given(new MoveGroupMeeting(MeetingStory.Id, Day(meets), "10:00", "Room 1", "The room is taken."), MeetingStory.Chair);
        Assert.Equal((Day(closes), papers), (moved.File.Plan!.ClosesOn, Papers(moved)));

        static string Papers(MeetingStory story) => Written(story.File.Clock(Timescales.GroupPapers.Id));
    }

    [Fact]
    public void A_meeting_moved_so_near_that_the_day_of_its_papers_is_past_has_no_clock_that_was_late_from_the_start_E13_PD20()
    {
        var story = new MeetingStory { Now = At("2026-12-21") }.Given(Planned("2027-02-10"), MeetingStory.Operations);
        story.Given(
            new MoveGroupMeeting(MeetingStory.Id, Day("2026-12-29"), "10:00", "Room 1", "It cannot wait."),
            MeetingStory.Operations
        );
        Assert.Equal(Day("2026-12-11"), story.File.Plan!.ClosesOn);
        Assert.False(story.File.Clock(Timescales.GroupPapers.Id)!.Runs);
    }

    [Theory]
    [InlineData("2026-12-16", "2026-12-23: 12-22 12-23 12-24", "2027-01-04: 12-31 01-04 01-05 01-06")]
    [InlineData("2027-03-17", "2027-03-24: 03-23 03-24 03-25", "2027-04-02: 04-01 04-02 04-05 04-06")]
    [InlineData("2027-03-25", "2027-04-05: 04-02 04-05 04-06", "2027-04-12: 04-09 04-12 04-13 04-14")]
    [InlineData("2027-12-24", "2028-01-05: 01-04 01-05 01-06", "2028-01-12: 01-11 01-12 01-13 01-14")]
    [InlineData("2028-02-28", "2028-03-06: 03-03 03-06 03-07", "2028-03-13: 03-10 03-13 03-14 03-15")]
    [InlineData("2028-12-11", "2028-12-18: 12-15 12-18 12-19", "2028-12-27: 12-22 12-27 12-28 12-29")]
    [InlineData("2028-12-12", OutsideTheList, OutsideTheList)]
    public void Draft_minutes_5_working_days_after_the_meeting_to_the_chair_and_10_to_members_and_scrutineer_E17(
        string met,
        string chair,
        string members
    )
    {
        var story = new MeetingStory().Given(Planned(met), MeetingStory.Operations).On(Day(met));
        story.Given(new RecordGroupAttendance(MeetingStory.Id, MeetingStory.Came, 0), MeetingStory.Operations);
        story.Given(MeetingStory.Decide(1, null, MeetingStory.Noted), MeetingStory.Operations);
        // That it has ended may be recorded a day late: it counts from the meeting.
        story.Now = story.Now.AddDays(1);
        var ended = story.When(new EndGroupMeeting(MeetingStory.Id, "12:30"), MeetingStory.Operations);
        Check(chair, ended, () => story.File, Timescales.MinutesToChair);
        Check(members, ended, () => story.File, Timescales.MinutesToMembers);
        Assert.Equal(chair == OutsideTheList ? MeetingStage.InSession : MeetingStage.Ended, story.File.Stage);
    }

    [Theory]
    [InlineData("2026-03-26", "2027-03-26: 03-25 03-30")] // Good Friday: said once, on the working day before.
    [InlineData("2026-08-31", "2027-08-31: 08-27 08-31 09-01")]
    [InlineData("2026-12-27", "2027-12-27: 12-24 12-29")]
    [InlineData("2027-02-28", "2028-02-28: 02-25 02-28 02-29")]
    [InlineData("2027-11-30", "2028-11-30: 11-29 11-30 12-01")]
    public void Terms_of_reference_12_months_after_they_were_last_reviewed_E8_PD21(string agreed, string expected)
    {
        var group = new GroupFile { Stage = GroupStage.Open };
        var decided = Decide(group, new AgreeTermsOfReference(Day(agreed), null, "Folder"), agreed, BankHolidays.Calendar, out group);
        Check(expected, decided, () => group, Timescales.TermsOfReference);
    }

    [Theory]
    [InlineData("2028-02-29", "2029-02-28: 02-27 02-28 03-01")] // The last day of February.
    [InlineData("2028-03-30", "2029-03-30: 03-29 04-03")] // Good Friday, Easter Monday.
    [InlineData("2028-12-31", "2029-12-31: 12-28 12-31 01-02")]
    public void Terms_of_reference_hold_12_months_also_past_the_end_of_the_list_and_are_reminded_of_once_it_goes_on_E8_PD21(
        string agreed,
        string expected
    )
    {
        var group = new GroupFile { Stage = GroupStage.Open };
        var decided = Decide(group, new AgreeTermsOfReference(Day(agreed), null, "Folder"), agreed, BankHolidays.Calendar, out group);
        Assert.IsType<Decision.Accepted>(decided);
        Assert.Equal(Day(expected[..10]), group.Terms!.ReviewBy);
        Assert.Null(group.Clock(Timescales.TermsOfReference.Id));
        var counted = Decide(group, new RecalculateReview(), "2028-12-31", GoesOn, out group);
        Check(expected, counted, () => group, Timescales.TermsOfReference);
    }

    [Theory]
    // Four ahead: by the third, on which two are ahead still.
    [InlineData("2026-11-02", "2026-12-09 2027-03-10 2027-06-09 2027-09-08", "2027-06-09: 06-08 06-09 06-10")]
    [InlineData("2026-11-02", "2026-12-24 2027-01-06", "2026-12-24: 12-23 12-24 12-29")] // Over Christmas.
    [InlineData("2027-03-01", "2027-03-25 2027-06-09", "2027-03-25: 03-24 03-25 03-30")] // Over Easter.
    [InlineData("2026-12-09", "2026-12-09 2027-03-10", "2026-12-09: 12-10")] // Today's is ahead until the day is over.
    [InlineData("2026-11-02", "2026-09-09 2026-12-09", "2026-11-02: 11-03")] // Past ones do not count: too few already.
    [InlineData("2028-11-01", "2028-11-30 2028-12-20", "2028-11-30: 11-29 11-30 12-01")]
    [InlineData("2028-11-01", "2028-12-06 2028-12-20", null)] // The list of bank holidays ends before its reminders might go.
    public void Another_meeting_is_scheduled_before_fewer_than_2_are_ahead_E19_PD21(string today, string meetings, string? expected)
    {
        var days = meetings.Split(' ').Select(Day).ToList();
        var before = new GroupFile { Stage = GroupStage.Open, Meetings = [.. days.Take(days.Count - 1)] };
        var decided = Decide(before, new ScheduleMeeting(days[^1]), today, BankHolidays.Calendar, out var group);
        Assert.IsType<Decision.Accepted>(decided);
        Assert.Equal(expected, group.Clock(Timescales.MeetingsAhead.Id) is { } clock ? Written(clock) : null);
    }

    /// <summary>The list of bank holidays, two years longer: those of 2029, and New Year's Day after.</summary>
    private static WorkingDayCalendar GoesOn { get; } =
        new(
            BankHolidays.EnglandAndWales.Union([
                new(2029, 1, 1),
                new(2029, 3, 30),
                new(2029, 4, 2),
                new(2029, 5, 7),
                new(2029, 5, 28),
                new(2029, 8, 27),
                new(2029, 12, 25),
                new(2029, 12, 26),
                new(2030, 1, 1),
            ]),
            BankHolidays.FirstDay,
            new(2030, 12, 31),
            "goes-on"
        );

    private static PlanGroupMeeting Planned(string day) =>
        MeetingStory.Plan with
        {
            Day = Day(day),
            Items = [new(null, "Good news and good practice", AskedOfGroup.Note)],
        };

    private static Decision Decide(GroupFile group, GroupCommand command, string day, WorkingDayCalendar calendar, out GroupFile after)
    {
        var actor = command is RecalculateReview or EndReportYear ? MeetingStory.System : Operations;
        var decision = command.DecideFor(group, [], new CaseStory { Now = At(day), Calendar = calendar }.Context(actor));
        after = decision is Decision.Accepted accepted
            ? accepted.Changes.Aggregate(group, (file, change) => Walks.After(file, change, actor, At(day)))
            : group;
        return decision;
    }
}
