using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Meetings;

// A meeting whose day passes, one that is taken out of the year, and when it ends.
public partial class MeetingTests
{
    [Fact]
    public void A_meeting_that_nobody_opens_is_late_for_operations_and_then_for_the_Chair_E1()
    {
        var held = MeetingStory.At(MeetingStage.Planned).File.Clock(Timescales.GroupMeetingHeld.Id)!.Deadline;
        Assert.Equal(MeetingStory.Day, held.DueDay);
        Assert.Equal(
            [
                (new DateOnly(2026, 12, 8), ChaseKind.DayBefore, Role.Operations),
                (new DateOnly(2026, 12, 9), ChaseKind.OnTheDay, Role.Operations),
                (new DateOnly(2026, 12, 10), ChaseKind.Late, Role.Operations),
                (new DateOnly(2026, 12, 11), ChaseKind.Late, Role.Chair),
            ],
            held.Chases.Select(chase => (London.DateOf(chase.At), chase.Kind, Assert.Single(chase.To).Role))
        );
    }

    [Fact]
    public void Opened_cancelled_or_moved_it_is_late_no_more_and_moved_it_counts_from_the_new_day_E1()
    {
        Clock Held(MeetingStory story) => story.File.Clock(Timescales.GroupMeetingHeld.Id)!;
        Assert.False(Held(MeetingStory.At(MeetingStage.InSession)).Runs);
        Assert.False(Held(MeetingStory.At(MeetingStage.Cancelled)).Runs);
        var late = MeetingStory.At(MeetingStage.Planned).Given(new SendAgenda(Id, 99), Operations).On(new(2026, 12, 10));
        late.Given(new RemindMeeting(Id, Timescales.GroupMeetingHeld.Id), MeetingStory.System);
        late.Given(new MoveGroupMeeting(Id, new(2026, 12, 16), "10:00", "Room 1", "Nobody came."), Operations);
        Assert.Equal((true, new DateOnly(2026, 12, 16)), (Held(late).Runs, Held(late).Deadline.DueDay));
        Assert.False(late.File.Clock(Timescales.GroupPapers.Id)!.Runs);
        late.On(new(2026, 12, 16)).Given(new RecordGroupAttendance(Id, MeetingStory.Came, 0), Operations);
        Assert.False(Held(late).Runs);
    }

    [Fact]
    public void A_bank_holiday_announced_late_leaves_the_day_the_meeting_was_planned_for_E1()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        var context = story.Context(MeetingStory.System) with
        {
            Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 12, 10)], [], "amended"),
        };
        var accepted = Assert.IsType<Decision.Accepted>(new RecalculateMeeting(Id).DecideFor(story.File, [], context));
        var again = Assert.IsType<MeetingRecalculated>(Assert.Single(accepted.Changes).Event);
        var held = Assert.Single(again.Deadlines, deadline => deadline.TimescaleId == Timescales.GroupMeetingHeld.Id);
        Assert.Equal(MeetingStory.Day, held.DueDay);
        Assert.Equal(new(2026, 12, 11), London.DateOf(held.Chases[^2].At));
    }

    [Fact]
    public void A_day_for_which_a_meeting_is_planned_is_not_taken_out_of_the_year_but_the_meeting_cancelled_E1()
    {
        var story = MeetingStory.At(MeetingStage.Planned);
        var taken = new TakeOutMeeting(MeetingStory.Day, "Two members are away.") { Planned = [Id] };
        var refused = Assert.IsType<Decision.Refused>(taken.DecideFor(story.Group, [story.File], story.Context(Operations)));
        var why = Assert.Single(refused.Reasons);
        Assert.Equal(("planned", "date"), (why.Code, why.Field));
        Assert.Contains("Cancel the meeting", why.Message, StringComparison.Ordinal);

        // Moved away meanwhile, the day is free to be taken out; so is one on which only a special meeting is planned.
        var moved = MeetingStory.At(MeetingStage.Planned);
        moved.Given(new MoveGroupMeeting(Id, new(2026, 12, 16), "10:00", "Room 1", "The room is taken."), Operations);
        var year = story.Group;
        Assert.IsType<Decision.Accepted>(taken.DecideFor(year, [moved.File], story.Context(Operations)));
        var special = new MeetingStory().Given(MeetingStory.Plan with { Special = true }, Operations);
        Assert.IsType<Decision.Accepted>(taken.DecideFor(year, [special.File], story.Context(Operations)));
    }

    [Theory]
    [InlineData("", "2026-12-09T12:00Z")]
    [InlineData("13.30", "2026-12-09T13:30Z")]
    public void It_ends_when_somebody_says_or_after_two_hours(string until, string ends) =>
        Assert.Equal(
            DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture),
            new MeetingStory().Given(MeetingStory.Plan with { Until = until }, Operations).File.Plan!.EndsAt
        );

    [Theory]
    [InlineData("09:30", "order")]
    [InlineData("10:00", "order")]
    [InlineData("noon", "time")]
    public void It_does_not_end_before_it_begins(string until, string code)
    {
        Assert.Equal((code, "until"), Only(new MeetingStory().When(MeetingStory.Plan with { Until = until }, Operations)));
        var move = new MoveGroupMeeting(Id, MeetingStory.Day, "10:00", "Room 2", "The room is taken.") { Until = until };
        Assert.Equal((code, "until"), Only(MeetingStory.At(MeetingStage.Planned).When(move, Operations)));
    }

    /// <summary>In summer Greenwich's clocks are an hour ahead.</summary>
    [Fact]
    public void It_begins_at_the_time_of_London()
    {
        var plan = new MeetingPlan(new(2027, 6, 9), "10:00", "Room 1", false, new(2027, 5, 25));
        Assert.Equal(new DateTimeOffset(2027, 6, 9, 9, 0, 0, TimeSpan.Zero), plan.BeginsAt);
    }
}
