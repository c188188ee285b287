using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.TermsOfReference;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <content>Learning events, from when they are entered until they are followed up (E21).</content>
public partial class GroupTests
{
    private static readonly RecordRef Shared = RecordRef.Parse("GSCP-BR-2222-3333");

    private static readonly LearningEventPlan Workshop = new(
        "Discharge from hospital",
        LearningEventKind.Workshop,
        Today,
        "Health visitors, midwives, social workers",
        [Shared]
    );

    private static readonly LearningEventRecord Came = new(
        [new("police", "Metropolitan Police Service", 4), new("", "", 2)],
        "It was clear."
    );

    private static readonly LearningEventFollowUp Follows = new("Two teams plan discharges together.", "An audit of ten records.", "");

    [Fact]
    public void A_learning_event_is_entered_recorded_and_followed_up_and_operations_are_reminded_of_that_E21()
    {
        Opened();
        Assert.Equal("not-yours", Code(new PlanLearningEvent(Workshop), Police));
        Given(new PlanLearningEvent(Workshop with { Title = " Discharge from hospital " }), Operations);
        Assert.Equal("nothing-changed", Code(new PlanLearningEvent(Workshop), Operations));
        var one = Assert.Single(_group.LearningEvents);
        Assert.True(one.Plan.IsSame(Workshop));
        var clock = _group.Clock(EventClock.Id(1))!;
        Assert.Equal((Today, new DateOnly(2027, 2, 2)), (clock.Deadline.AnchorDay, clock.Deadline.DueDay));
        Assert.Equal("not-recorded", Code(new FollowUpLearningEvent(1, Follows, "", 1), Operations));
        Given(new RecordLearningEvent(1, Came, "not kept", 1), Operations);
        Assert.Equal((6, ""), (_group.LearningEvent(1)!.People, ((LearningEventRecorded)_group.History[^1].Event).Reason));

        _now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
        Given(new RemindGroup(EventClock.Id(1)), System);
        var reminded = Assert.IsType<GroupReminded>(_group.History[^1].Event);
        Assert.Equal((2, 2, ChaseKind.Late), (reminded.Index, reminded.Missed, reminded.Kind));
        var about = Topic.Reminder(EventClock.Id(1), _group.Version);
        var card = new Effect.ShowCard(RecordRef.Group, CardKind.Reminder, new Recipient.HoldersOf(Role.Operations)) { About = about };
        Assert.Equal([card], reminded.WhatFollows(_group));

        Given(new FollowUpLearningEvent(1, Follows, "", 2), Operations);
        Assert.Equal([card with { OnlyIfShown = true }], ((GroupEvent)_group.History[^1].Event).WhatFollows(_group));
        Assert.True(GroupReminded.IsOver(_group, about));
        Assert.False(_group.Clock(EventClock.Id(1))!.Runs);
        Assert.Equal(new DateOnly(2027, 2, 3), _group.LearningEvent(1)!.FollowedUpOn);
    }

    [Fact]
    public void Everything_of_a_learning_event_is_put_right_with_a_reason_and_a_card_drawn_before_is_told_E21_PD16()
    {
        Opened();
        Given(new PlanLearningEvent(Workshop), Operations);
        Assert.Equal("reason-needed", Code(new ChangeLearningEvent(1, Workshop with { On = Today.AddDays(-3) }, " ", 1), Operations));
        Given(new ChangeLearningEvent(1, Workshop with { On = Today.AddDays(-3) }, "It was on the Friday.", 1), Operations);
        Assert.Equal(new DateOnly(2027, 1, 30), _group.Clock(EventClock.Id(1))!.Deadline.DueDay);
        Assert.Equal("overtaken", Code(new ChangeLearningEvent(1, Workshop, "Again.", 1), Operations));
        Assert.Equal("overtaken", Code(new RecordLearningEvent(1, Came, "", 1), Operations));
        Given(new RecordLearningEvent(1, Came, "", 2), Operations);
        Assert.Equal("future", Code(new ChangeLearningEvent(1, Workshop with { On = Today.AddDays(9) }, "x", 3), Operations));
        Assert.Equal("nothing-changed", Code(new RecordLearningEvent(1, Came with { Evaluation = "It was clear. " }, "x", 3), Operations));
        Assert.Equal("reason-needed", Code(new RecordLearningEvent(1, Came with { Evaluation = "Too long." }, "", 3), Operations));
        Given(new RecordLearningEvent(1, Came with { Evaluation = "Too long." }, "A sheet came late.", 3), Operations);
        Given(new FollowUpLearningEvent(1, new("left out", "left out", "Both teams were closed."), "", 4), Operations);
        Assert.Equal(new("", "", "Both teams were closed."), _group.LearningEvent(1)!.FollowUp);
        Assert.Equal("reason-needed", Code(new FollowUpLearningEvent(1, Follows, "", 5), Operations));
        Given(new FollowUpLearningEvent(1, Follows, "One team answered.", 5), Operations);
        Assert.False(_group.Clock(EventClock.Id(1))!.Runs);

        // Its day put right after that asks for nothing anew.
        Given(new ChangeLearningEvent(1, Workshop, "It was on the Monday.", 6), Operations);
        Assert.False(_group.Clock(EventClock.Id(1))!.Runs);
        Assert.Equal(7, _group.LearningEvent(1)!.Changes);
    }

    [Fact]
    public void A_learning_event_is_called_off_with_a_reason_unless_it_was_held_E21()
    {
        Opened();
        Given(new PlanLearningEvent(Workshop), Operations);
        Assert.Equal("reason-needed", Code(new CallOffLearningEvent(1, "", 1), Operations));
        Given(new CallOffLearningEvent(1, "Too few can come.", 1), Operations);
        Assert.False(_group.Clock(EventClock.Id(1))!.Runs);
        Assert.Equal(
            ["overtaken", "overtaken", "overtaken", "overtaken"],
            new GroupCommand[]
            {
                new CallOffLearningEvent(1, "x", 2),
                new ChangeLearningEvent(1, Workshop, "x", 2),
                new RecordLearningEvent(1, Came, "", 2),
                new FollowUpLearningEvent(1, Follows, "", 2),
            }.Select(command => Code(command, Operations))
        );
        Assert.Null(FiguresOf.Of(_group) is GroupFigures { Events: var events } ? events.Find(one => one.On == Today) : null);

        // It can be entered again, as another.
        Given(new PlanLearningEvent(Workshop), Operations);
        Given(new RecordLearningEvent(2, Came, "", 1), Operations);
        Assert.Equal("held", Code(new CallOffLearningEvent(2, "x", 2), Operations));
    }

    [Fact]
    public void What_is_missing_or_too_long_in_a_learning_event_is_said_by_its_field_E21()
    {
        Opened();
        Given(new PlanLearningEvent(Workshop with { On = Today.AddDays(1) }), Operations);
        var wrong = Assert.IsType<Decision.Refused>(
            When(new PlanLearningEvent(new(" ", LearningEventKind.Other, Today.AddYears(3), new('x', 201), [RecordRef.Group])), Operations)
        );
        Assert.Equal(["title", "date", "audience", "shares"], wrong.Reasons.Select(reason => reason.Field!));
        Assert.Equal(
            ["past", "too-many", "future", "overtaken"],
            new GroupCommand[]
            {
                new PlanLearningEvent(Workshop with { On = Today.AddYears(-3) }),
                new PlanLearningEvent(Workshop with { Briefings = [.. Enumerable.Repeat(Shared, 13)] }),
                new RecordLearningEvent(1, Came, "", 1),
                new RecordLearningEvent(9, Came, "", 1),
            }.Select(command => Code(command, Operations))
        );
        Given(new PlanLearningEvent(Workshop), Operations);
        Assert.Equal(
            ["people", "people", "evaluation", "evaluation"],
            new LearningEventRecord[]
            {
                new([], "x"),
                new([new("police", "Police", -1)], "x"),
                new([new("police", "Police", 0)], " "),
                new([new("police", "Police", 0)], new('x', 4001)),
            }.Select(came => Assert.IsType<Decision.Refused>(When(new RecordLearningEvent(2, came, "", 1), Operations)).Reasons[0].Field!)
        );
        Given(new RecordLearningEvent(2, Came, "", 1), Operations);
        var said = Assert.IsType<Decision.Refused>(When(new FollowUpLearningEvent(2, new("", " ", ""), "", 2), Operations));
        Assert.Equal(["otherwise", "howknown"], said.Reasons.Select(reason => reason.Field!));
    }

    [Fact]
    public void Events_people_and_follow_ups_are_counted_as_numbers_and_what_nobody_asked_after_is_no_follow_up_E21_E24()
    {
        Assert.Null(FiguresOf.Of(_group));
        Opened();
        foreach (var on in new[] { Today, Today.AddDays(-30), Today.AddDays(-60), Today.AddDays(30) })
        {
            Given(new PlanLearningEvent(Workshop with { On = on }), Operations);
        }

        Given(new RecordLearningEvent(1, Came, "", 1), Operations);
        Given(new RecordLearningEvent(2, Came, "", 1), Operations);
        Given(new FollowUpLearningEvent(1, Follows, "", 2), Operations);
        Given(new FollowUpLearningEvent(2, new("", "", "Nobody could."), "", 2), Operations);
        var figures = FiguresOf.Of(_group)!;
        // By the end of January the third, of which nothing is recorded, is late as well.
        Figure[] expected =
        [
            new("learning-events", "held", "", 2),
            new("learning-events", "people", "", 12),
            new("learning-events", "followed-up", "", 1, 3),
        ];
        Assert.Equal(
            expected,
            Counting.Of([figures], new(Today.AddDays(-200), new(2027, 1, 31))).Where(one => one.Table == "learning-events")
        );
        Assert.DoesNotContain(Counting.Of([], ReportPeriod.OfYear(2026)), one => one.Table == "learning-events");
    }

    [Fact]
    public void A_bank_holiday_announced_late_moves_the_reminders_of_a_follow_up_and_not_its_day_E21()
    {
        Opened();
        Given(new PlanLearningEvent(Workshop), Operations);
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
        _calendar = BankHolidays.Calendar.WithAmendments([new(2027, 2, 1)], [], "amended");
        Given(new RecalculateReview(), System);
        var deadline = _group.Clock(EventClock.Id(1))!.Deadline;
        Assert.Equal(new DateOnly(2027, 2, 2), deadline.DueDay);
        Assert.Equal(new DateOnly(2027, 1, 29), London.DateOf(deadline.Chases[0].At));
        Assert.Equal("nothing-changed", Code(new RecalculateReview(), System));
    }
}
