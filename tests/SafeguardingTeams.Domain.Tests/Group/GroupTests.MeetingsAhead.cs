using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.TermsOfReference;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <content>Never fewer than two meetings are ahead (E19), and the reminders of it.</content>
public partial class GroupTests
{
    private static readonly string Ahead = Timescales.MeetingsAhead.Id;

    [Fact]
    public void Operations_are_reminded_to_schedule_another_meeting_and_no_more_once_they_have_E19()
    {
        Opened();
        Assert.Null(_group.Clock(Ahead));
        Given(new ScheduleMeeting(new(2026, 12, 9)), Operations);
        Given(new ScheduleMeeting(new(2027, 3, 10)), Operations);
        Assert.Equal(new DateOnly(2026, 12, 9), _group.Clock(Ahead)!.Deadline.DueDay);
        Assert.Equal("overtaken", Code(new RemindGroup(Ahead), System));

        _now = new(2026, 12, 10, 9, 0, 0, TimeSpan.Zero);
        Given(new RemindGroup(Ahead), System);
        var reminded = Assert.IsType<GroupReminded>(_group.History[^1].Event);
        Assert.Equal((2, 2, ChaseKind.Late), (reminded.Index, reminded.Missed, reminded.Kind));
        var about = Topic.Reminder(Ahead, _group.Version);
        var card = new Effect.ShowCard(RecordRef.Group, CardKind.Reminder, new Recipient.HoldersOf(Role.Operations)) { About = about };
        Assert.Equal([card], reminded.WhatFollows(_group));
        Assert.False(GroupReminded.IsOver(_group, about));

        Given(new ScheduleMeeting(new(2027, 6, 9)), Operations);
        Assert.Equal([card with { OnlyIfShown = true }], ((GroupEvent)_group.History[^1].Event).WhatFollows(_group));
        Assert.True(GroupReminded.IsOver(_group, about));
        Assert.Equal(new DateOnly(2027, 3, 10), _group.Clock(Ahead)!.Deadline.DueDay);
    }

    [Fact]
    public void A_meeting_taken_out_brings_the_day_forward_and_with_too_few_left_operations_hear_on_the_next_working_day_E19()
    {
        Given(new OpenGroup([new(Role.Chair, "chair")], [new(2026, 12, 9), new(2027, 3, 10), new(2027, 6, 9)], [], []), System);
        Assert.Equal(new DateOnly(2027, 3, 10), _group.Clock(Ahead)!.Deadline.DueDay);
        Given(new TakeOutMeeting(new(2027, 6, 9), "Two members are away."), Operations);
        Assert.Equal(new DateOnly(2026, 12, 9), _group.Clock(Ahead)!.Deadline.DueDay);
        Given(new TakeOutMeeting(new(2027, 3, 10), "Two members are away."), Operations);
        Assert.Equal(Today, _group.Clock(Ahead)!.Deadline.DueDay);
        var next = _group.Clock(Ahead)!.NextChase!;
        Assert.Equal((new DateOnly(2026, 11, 3), ChaseKind.Late), (London.DateOf(next.At), next.Kind));
    }

    [Fact]
    public void A_bank_holiday_announced_late_moves_the_reminder_of_the_next_date_and_not_its_day_E19()
    {
        Given(new OpenGroup([new(Role.Chair, "chair")], [new(2026, 12, 9), new(2027, 3, 10)], [], []), System);
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
        _calendar = BankHolidays.Calendar.WithAmendments([new(2026, 12, 8)], [], "amended");
        Given(new RecalculateReview(), System);
        var deadline = _group.Clock(Ahead)!.Deadline;
        Assert.Equal(new DateOnly(2026, 12, 9), deadline.DueDay);
        Assert.Equal(new DateOnly(2026, 12, 7), London.DateOf(deadline.Chases[0].At));
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
    }
}
