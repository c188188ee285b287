using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>The first and last day, the first and last minute (PD1, PD21).</summary>
public class EdgeTests
{
    private static readonly WorkingDayCalendar Week = new([], new(2026, 11, 2), new(2026, 11, 6), "a week");

    [Fact]
    public void The_first_and_the_last_day_are_known_and_none_beside_them()
    {
        Assert.True(Week.IsWorkingDay(Week.FirstDay));
        Assert.True(Week.IsWorkingDay(Week.LastDay));
        Assert.Throws<OutsideCalendarException>(() => Week.IsWorkingDay(Week.FirstDay.AddDays(-1)));
        Assert.Throws<OutsideCalendarException>(() => Week.IsWorkingDay(Week.LastDay.AddDays(1)));
    }

    [Fact]
    public void Nothing_is_counted_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Week.AddWorkingDays(new(2026, 11, 4), -1));

    [Fact]
    public void Nobody_is_reminded_of_what_begins_at_that_moment()
    {
        var nine = new DateTimeOffset(2026, 11, 9, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(nine, Pin(nine.AddTicks(-1)).Chases[0].At);
        Assert.Equal(nine.AddDays(1), Pin(nine).Chases[0].At);
        static Deadline Pin(DateTimeOffset startedAt) =>
            Deadlines.Pin(Timescales.Recommendation, new(2026, 11, 2), startedAt, BankHolidays.Calendar, CaseStory.Office);
    }

    [Fact]
    public void What_is_due_on_a_Saturday_at_the_latest_is_reminded_of_on_the_Friday()
    {
        var deadline = Deadlines.Pin(
            Timescales.Recommendation,
            new(2026, 11, 2),
            CaseStory.Monday,
            BankHolidays.Calendar,
            CaseStory.Office,
            latest: new(2026, 11, 7)
        );
        Assert.Equal(new DateOnly(2026, 11, 7), deadline.DueDay);
        Assert.Equal(
            new DateOnly(2026, 11, 6),
            London.DateOf(Assert.Single(deadline.Chases, chase => chase.Kind == ChaseKind.OnTheDay).At)
        );
    }
}
