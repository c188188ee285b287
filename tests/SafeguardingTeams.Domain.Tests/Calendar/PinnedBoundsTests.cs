using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>From when, until when and at which hour what a Rapid Review needs is planned: by the limits pinned to its case.</summary>
public class PinnedBoundsTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly DateOnly Monday = new(2026, 11, 2);

    private static PinnedRules Own { get; } =
        new(
            "2025",
            CaseStory
                .Rules.Limits.SetItem("scoping-return-from", 2)
                .SetItem("scoping-return-latest", 8)
                .SetItem("scoping-return-hour", 12)
                .SetItem("pack-from", 4)
                .SetItem("meeting-from", 7)
                .SetItem("report-from", 13)
                .SetItem("recommendation-agreed-anew", 2)
        );

    [Fact]
    public void The_timetable_is_planned_by_them_PD5_PD9() =>
        Assert.Equal(
            [("letters", null, 2), ("returns", 2, 8), ("pack", 4, 9), ("meeting", 7, 11), ("report", 13, 15), ("agencies-told", null, 15)],
            Rows(Own)
        );

    [Fact]
    public void A_case_that_began_before_there_were_such_limits_goes_by_the_procedure_PD9()
    {
        (string, int?, int)[] ours =
        [
            ("letters", null, 2),
            ("returns", 3, 9),
            ("pack", 3, 9),
            ("meeting", 9, 11),
            ("report", 12, 15),
            ("agencies-told", null, 15),
        ];
        Assert.Equal(ours, Rows(new("2018", Own.Limits.Clear())));
        Assert.Equal(ours, Rows(null));
        var before = CaseStory.At(Stage.PreparingRapidReview).File with { Rules = new("2018", Own.Limits.Clear()) };
        Assert.Equal((new TimeOnly(17, 0), 9), (ReturnClock.EndsAt(before), MeetingWindow.FirstDay(before)));
        Assert.Equal((new TimeOnly(17, 0), 9), (ReturnClock.EndsAt(before with { Rules = null }), MeetingWindow.FirstDay(before)));
    }

    [Fact]
    public void A_meeting_before_its_first_day_needs_a_reason_and_names_that_day_B11()
    {
        var story = CaseStory.At(Stage.PreparingRapidReview);
        var file = story.File with { Rules = Own };
        var first = MeetingWindow.Of(file, story.Context(Operations)).Earliest;
        Assert.Equal(7, story.Calendar.WorkingDaysBetween(RapidReviewTimetable.ProvisionalDayZero(file, Monday), first));
        Assert.IsType<Decision.Accepted>(Planned(first));
        var refusal = Assert.Single(Assert.IsType<Decision.Refused>(Planned(story.Calendar.PreviousWorkingDay(first))).Reasons);
        Assert.StartsWith("This is before working day 7.", refusal.Message, StringComparison.Ordinal);

        Decision Planned(DateOnly day) =>
            new PlanMeeting(
                CaseStory.Id,
                London.Instant(day, new(10, 0)),
                London.Instant(day, new(12, 0)),
                MeetingKind.Online,
                "",
                "",
                ""
            ).DecideFor(file, [], story.Context(Operations));
    }

    [Fact]
    public void A_return_is_due_at_its_hour_and_a_recommendation_opened_again_on_its_day_B5_B11()
    {
        var story = CaseStory.At(Stage.PreparingRapidReview);
        var file = story.File with { Rules = Own };
        Assert.Equal(London.Instant(new(2026, 11, 9), new(12, 0)), ReturnClock.Expected(file, story.Calendar, CaseStory.Monday));
        Assert.Equal(
            London.Instant(new(2026, 11, 9), new(12, 0)),
            ReturnClock.Pin(file, "police", story.Context(Operations), Monday).DueAt
        );
        Assert.Equal(new DateOnly(2026, 11, 4), MeetingClock.Reopened(file, story.Context(Operations), Monday).DueDay);
        Assert.Equal(new DateOnly(2026, 11, 3), MeetingClock.Reopened(story.File, story.Context(Operations), Monday).DueDay);
    }

    private static IEnumerable<(string, int?, int)> Rows(PinnedRules? rules) =>
        RapidReviewTimetable.From(Monday, BankHolidays.Calendar, rules).Select(date => (date.Id, date.FromDay, date.ToDay));
}
