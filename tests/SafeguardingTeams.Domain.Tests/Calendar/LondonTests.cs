using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

public class LondonTests
{
    [Theory]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02")] // summer time: already tomorrow
    [InlineData("2026-12-01T23:30:00Z", "2026-12-01")]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-29")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25")] // the night the clocks go back
    public void The_date_is_Londons(string instant, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected, CultureInfo.InvariantCulture),
            London.DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("2026-11-02", "2026-11-03T00:00:00Z")]
    [InlineData("2026-07-01", "2026-07-01T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")] // a day of 25 hours
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")] // a day of 23 hours
    public void A_day_ends_with_the_first_instant_of_the_next(string day, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            London.EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture))
        );

    [Fact]
    public void The_hour_that_comes_twice_is_taken_the_first_time_and_the_one_left_out_an_hour_on()
    {
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), London.Instant(new(2026, 10, 25), new(1, 30)));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), London.Instant(new(2026, 3, 29), new(1, 30)));
    }

    [Fact]
    public void Every_timescale_gives_a_deadline_that_says_what_it_counts_from()
    {
        foreach (var timescale in Timescales.All.Where(timescale => timescale.Unit == TimescaleUnit.WorkingDays))
        {
            var deadline = Deadlines.Pin(timescale, new(2026, 11, 2), CaseStory.Monday, BankHolidays.Calendar, CaseStory.Office);
            Assert.Equal(
                (timescale.Id, timescale.Anchor, new DateOnly(2026, 11, 2)),
                (deadline.TimescaleId, deadline.Anchor, deadline.AnchorDay)
            );
            Assert.Equal(BankHolidays.Calendar.AddWorkingDays(new(2026, 11, 2), timescale.Number), deadline.DueDay);
            Assert.Equal(
                timescale.EndsAt is { } time ? London.Instant(deadline.DueDay, time) : London.EndOf(deadline.DueDay),
                deadline.DueAt
            );
            Assert.Equal(BankHolidays.Calendar.Version, deadline.CalendarVersion);
        }
    }

    [Fact]
    public void A_rule_may_count_months_and_end_at_a_time_of_day()
    {
        var rule = new Timescale(
            "x",
            "X",
            6,
            TimescaleUnit.CalendarMonths,
            ClockAnchor.Decision,
            "test",
            [
                [new(Role.Chair)],
            ]
        )
        {
            EndsAt = new(9, 0),
        };
        Assert.Equal(
            new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero),
            Deadlines.Pin(rule, new(2025, 12, 1), CaseStory.Monday, BankHolidays.Calendar, CaseStory.Office).DueAt
        );
        Assert.Equal(
            new DateOnly(2026, 2, 28),
            Deadlines.Pin(rule, new(2025, 8, 31), CaseStory.Monday, BankHolidays.Calendar, CaseStory.Office).DueDay
        );
    }
}
