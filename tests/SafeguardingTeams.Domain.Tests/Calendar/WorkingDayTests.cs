using CsCheck;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>PD1 and the worked dates.</summary>
public class WorkingDayTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3500].Select(n => BankHolidays.FirstDay.AddDays(n));

    [Theory]
    [InlineData("2026-11-02", 1, "2026-11-03")] // an ordinary Monday
    [InlineData("2026-11-06", 1, "2026-11-09")] // a Friday
    [InlineData("2026-11-07", 1, "2026-11-09")] // a start on a Saturday
    [InlineData("2026-12-23", 1, "2026-12-24")]
    [InlineData("2026-12-24", 1, "2026-12-29")] // Christmas Day, a weekend, Boxing Day's substitute
    [InlineData("2026-12-24", 5, "2027-01-05")] // Christmas to New Year
    [InlineData("2026-12-28", 1, "2026-12-29")] // a start on a bank holiday
    [InlineData("2027-03-25", 2, "2027-03-31")] // Easter
    [InlineData("2022-09-16", 1, "2022-09-20")] // the one-off holiday of September 2022
    [InlineData("2026-11-02", 0, "2026-11-02")]
    public void The_nth_working_day_after_day_zero(string from, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), BankHolidays.Calendar.AddWorkingDays(DateOnly.Parse(from), count));

    [Fact]
    public void A_count_that_runs_past_the_known_holidays_is_refused_rather_than_guessed()
    {
        Assert.Throws<OutsideCalendarException>(() => BankHolidays.Calendar.AddWorkingDays(new(2028, 12, 29), 1));
        Assert.Throws<OutsideCalendarException>(() => BankHolidays.Calendar.IsWorkingDay(new(2018, 12, 31)));
    }

    [Fact]
    public void Counting_forward_and_back_agree() =>
        Gen.Select(Days, Gen.Int[0, 60])
            .Sample(
                (day, count) => BankHolidays.Calendar.WorkingDaysBetween(day, BankHolidays.Calendar.AddWorkingDays(day, count)) == count
            );

    [Fact]
    public void A_count_ends_on_a_working_day_and_never_goes_back() =>
        Gen.Select(Days, Gen.Int[1, 60])
            .Sample(
                (day, count) =>
                {
                    var end = BankHolidays.Calendar.AddWorkingDays(day, count);
                    return BankHolidays.Calendar.IsWorkingDay(end) && end > day && end >= day.AddDays(count);
                }
            );

    [Fact]
    public void Between_is_signed_and_symmetric() =>
        Gen.Select(Days, Days)
            .Sample((a, b) => BankHolidays.Calendar.WorkingDaysBetween(a, b) == -BankHolidays.Calendar.WorkingDaysBetween(b, a) || a == b);

    [Fact]
    public void The_next_and_the_previous_working_day_skip_Christmas()
    {
        Assert.Equal(new DateOnly(2026, 12, 29), BankHolidays.Calendar.NextWorkingDay(new(2026, 12, 24)));
        Assert.Equal(new DateOnly(2026, 12, 24), BankHolidays.Calendar.PreviousWorkingDay(new(2026, 12, 29)));
    }

    [Fact]
    public void A_holiday_announced_late_moves_the_count()
    {
        var amended = BankHolidays.Calendar.WithAmendments([new DateOnly(2026, 11, 3)], [], "amended");
        Assert.Equal(new DateOnly(2026, 11, 4), amended.AddWorkingDays(new(2026, 11, 2), 1));
        Assert.Equal("amended", amended.Version);
        Assert.True(BankHolidays.Calendar.WithAmendments([], [new DateOnly(2026, 12, 28)], "less").IsWorkingDay(new(2026, 12, 28)));
    }

    [Fact]
    public void Every_year_of_the_list_has_at_least_eight_holidays_none_on_a_weekend()
    {
        for (var year = 2019; year <= 2028; year++)
        {
            var holidays = BankHolidays.EnglandAndWales.Where(day => day.Year == year).ToList();
            Assert.InRange(holidays.Count, 8, 10);
            Assert.DoesNotContain(holidays, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        }
    }
}
