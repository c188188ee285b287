using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>
/// A date as people write it: in British order, with the month in figures or words. A year of two figures is one of the past hundred,
/// never the future. What could mean two things is none.
/// </summary>
/// <param name="ShortYear">Whether the year was written with two figures, which is to be said.</param>
public readonly record struct TypedDay(DateOnly Day, bool ShortYear)
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <param name="text">As typed.</param>
    /// <param name="today">The London day, for years of two figures.</param>
    /// <param name="mayBeInFuture">Whether the day asked for may be one to come: a short year is then read only where it is past.</param>
    public static TypedDay? Read(string text, DateOnly today, bool mayBeInFuture = false)
    {
        var plain = Typed.Plain(text).ToLowerInvariant();
        if (plain.Length is 0 or > 60)
        {
            return null;
        }

        var match = TypedDayPatterns.All.Select(pattern => pattern.Match(plain)).FirstOrDefault(match => match.Success);
        if (match is null || MonthOf(match.Groups["m"].Value) is not { } month)
        {
            return null;
        }

        var day = Number(match.Groups["d"].Value);
        var digits = match.Groups["y"].Value;
        var year = Number(digits);
        if (digits.Length == 2)
        {
            year += 2000;
            if (year < 1 || !IsReal(year, month, day))
            {
                return IsReal(year - 100, month, day) && !mayBeInFuture ? new(new(year - 100, month, day), true) : null;
            }

            if (new DateOnly(year, month, day) > today)
            {
                if (mayBeInFuture || !IsReal(year - 100, month, day))
                {
                    return null;
                }

                year -= 100;
            }
        }

        return IsReal(year, month, day) && new DateOnly(year, month, day) is var found && IsThatWeekday(match.Groups["w"].Value, found)
            ? new(found, digits.Length == 2)
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsReal(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>The month a word or number names: at least three of its letters.</summary>
    internal static int? MonthOf(string name) =>
        name is [>= '0' and <= '9', ..] ? Number(name)
        : name.Length < 3 ? null
        : name == "sept" ? 9
        : Array.FindIndex(Months, month => month == name || name.Length == 3 && month.StartsWith(name, StringComparison.Ordinal))
            is >= 0
                and var at
            ? at + 1
        : null;

    private static bool IsThatWeekday(string name, DateOnly day) =>
        name.Length == 0 || name.Length >= 3 && Weekdays[(int)day.DayOfWeek].StartsWith(name, StringComparison.Ordinal);
}

/// <summary>The shapes a date is written in, lower case and with plain spaces and hyphens.</summary>
internal static partial class TypedDayPatterns
{
    private const string Weekday = @"^(?:(?<w>(?!the )[a-z]{3,9})\.?,? )?(?:the )?";
    private const string InDays = @"(?<d>\d{1,2})(?: ?(?:st|nd|rd|th))?";

    internal static Regex[] All { get; } = [YearFirst(), Figures(), DayFirst(), MonthFirst()];

    [GeneratedRegex(
        @"^(?<w>)(?<y>\d{4}) ?[-/.] ?(?<m>\d{1,2}) ?[-/.] ?(?<d>\d{1,2})(?:t00:00:00(?:\.0+)?z?)?\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        Weekday + @"(?<d>\d{1,2}) ?(?<sep>[-/. ]) ?(?<m>\d{1,2}) ?\k<sep> ?(?<y>\d{4}|\d{2})\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Figures();

    [GeneratedRegex(
        Weekday + InDays + @",?(?: of)?[-/. ]{0,3}(?<m>[a-z]{3,9})[-/., ]{0,3}'?(?<y>\d{4}|\d{2})\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        Weekday + @"(?<m>[a-z]{3,9})[-. ]{0,2}(?:the )?" + InDays + @"[-, ]{1,2}(?<y>\d{4})\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthFirst();
}
