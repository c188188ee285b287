using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.TermsOfReference;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <content>The review of the terms of reference, and its reminders.</content>
public partial class GroupTests
{
    [Fact]
    public void Operations_are_reminded_to_have_the_terms_of_reference_reviewed_and_no_more_once_they_are_E8()
    {
        Opened();
        Given(new AgreeTermsOfReference(new(2025, 11, 10), null, "Folder"), Operations);
        var clock = _group.Clock(Timescales.TermsOfReference.Id)!;
        Assert.Equal(new DateOnly(2026, 11, 10), clock.Deadline.DueDay);
        Assert.Equal("overtaken", Code(new RemindGroup(Timescales.TermsOfReference.Id), System));

        // After an outage: the latest only, and how many were missed before it.
        _now = new(2026, 11, 11, 9, 0, 0, TimeSpan.Zero);
        Given(new RemindGroup(Timescales.TermsOfReference.Id), System);
        var reminded = Assert.IsType<GroupReminded>(_group.History[^1].Event);
        Assert.Equal((2, 2, ChaseKind.Late), (reminded.Index, reminded.Missed, reminded.Kind));
        var about = Topic.Reminder(Timescales.TermsOfReference.Id, _group.Version);
        var card = new Effect.ShowCard(RecordRef.Group, CardKind.Reminder, new Recipient.HoldersOf(Role.Operations)) { About = about };
        Assert.Equal([card], reminded.WhatFollows(_group));
        Assert.False(GroupReminded.IsOver(_group, about));
        Assert.Equal("overtaken", Code(new RemindGroup(Timescales.TermsOfReference.Id), System));

        Given(new AgreeTermsOfReference(new(2026, 11, 11), new(2027, 6, 9), "Folder"), Operations);
        Assert.Equal([card with { OnlyIfShown = true }], ((GroupEvent)_group.History[^1].Event).WhatFollows(_group));
        Assert.True(GroupReminded.IsOver(_group, about));
        Assert.Equal(new DateOnly(2027, 6, 9), _group.Clock(Timescales.TermsOfReference.Id)!.Deadline.DueDay);
        Assert.Equal(0, _group.Clock(Timescales.TermsOfReference.Id)!.Chased);
    }

    [Fact]
    public void Terms_of_reference_are_recorded_also_where_the_list_of_bank_holidays_ends_before_their_review_E8_PD21()
    {
        Opened();
        Given(new AgreeTermsOfReference(new(2026, 3, 2), null, "Folder"), Operations);
        Assert.NotNull(_group.Clock(Timescales.TermsOfReference.Id));
        _now = new(2028, 6, 5, 9, 0, 0, TimeSpan.Zero);
        Given(new AgreeTermsOfReference(new(2028, 6, 5), null, "Folder"), Operations);
        Assert.Equal(new DateOnly(2029, 6, 5), _group.Terms!.ReviewBy);
        Assert.False(_group.Clock(Timescales.TermsOfReference.Id)!.Runs);

        // The list goes on: now they are pinned, as if it had always been known.
        _calendar = new([], new(2019, 1, 1), new(2031, 12, 31), "longer");
        _now = _now.AddDays(100);
        Given(new RecalculateReview(), System);
        var clock = _group.Clock(Timescales.TermsOfReference.Id)!;
        Assert.True(clock.Runs);
        Assert.Equal(new DateOnly(2029, 6, 5), clock.Deadline.DueDay);
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
    }

    [Fact]
    public void A_bank_holiday_announced_late_moves_the_reminders_of_the_review_and_not_its_day_E8()
    {
        Opened();
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
        Given(new AgreeTermsOfReference(new(2025, 11, 10), null, "Folder"), Operations);
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
        _calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, 9)], [], "amended");
        Given(new RecalculateReview(), System);
        var deadline = _group.Clock(Timescales.TermsOfReference.Id)!.Deadline;
        Assert.Equal(new DateOnly(2026, 11, 10), deadline.DueDay);
        Assert.Equal(new DateOnly(2026, 11, 6), London.DateOf(deadline.Chases[0].At));
    }
}
