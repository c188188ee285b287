using System.Globalization;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>What a report is about: days, first and last included.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The year a day falls in, by the calendar year in which it begins: 1 April to 31 March (E24).</summary>
    public static int YearOf(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    /// <summary>A year, by the calendar year in which it begins.</summary>
    public static ReportPeriod OfYear(int year) => new(new(year, 4, 1), new(year + 1, 3, 31));

    /// <summary>Whether a day is in it.</summary>
    public bool Holds(DateOnly? day) => day is { } one && one >= From && one <= To;

    /// <summary>How a year is written: 2025-26.</summary>
    public static string Named(int year) =>
        $"{year.ToString(CultureInfo.InvariantCulture)}-{((year + 1) % 100).ToString("D2", CultureInfo.InvariantCulture)}";
}
