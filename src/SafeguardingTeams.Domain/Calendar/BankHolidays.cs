using System.Collections.Immutable;
using System.Globalization;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>Bank holidays of England and Wales (PD1), from the government's published calendar, 2019 to 2028.</summary>
public static class BankHolidays
{
    /// <summary>The first day the list covers.</summary>
    public static DateOnly FirstDay { get; } = new(2019, 1, 1);

    /// <summary>The last day the list covers.</summary>
    public static DateOnly LastDay { get; } = new(2028, 12, 31);

    /// <summary>The days.</summary>
    public static ImmutableSortedSet<DateOnly> EnglandAndWales { get; } =
    [
        .. Year(2019, "01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"),
        .. Year(2020, "01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"),
        .. Year(2021, "01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"),
        .. Year(2022, "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"),
        .. Year(2023, "01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"),
        .. Year(2024, "01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"),
        .. Year(2025, "01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"),
        .. Year(2026, "01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"),
        .. Year(2027, "01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"),
        .. Year(2028, "01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"),
    ];

    /// <summary>The calendar of the list as it stands in the program, before any amendment.</summary>
    public static WorkingDayCalendar Calendar { get; } = new(EnglandAndWales, FirstDay, LastDay, "england-and-wales-2019-2028");

    private static IEnumerable<DateOnly> Year(int year, params string[] days) =>
        days.Select(day => DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
