using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>
/// When something was, as people write it: a day, a month or a year, with "about" before it where it is not known for certain. A day is
/// read as <see cref="TypedDay"/> reads it. What could mean two things is none, such as a month with a year of two figures.
/// </summary>
/// <param name="ShortYear">Whether the year was written with two figures, which is to be said.</param>
public readonly partial record struct TypedWhen(KnownDay When, bool ShortYear)
{
    /// <param name="text">As typed.</param>
    /// <param name="today">The London day, for years of two figures.</param>
    public static TypedWhen? Read(string text, DateOnly today)
    {
        var plain = Typed.Plain(text).ToLowerInvariant();
        if (plain.Length is 0 or > 60)
        {
            return null;
        }

        var about = About().Match(plain);
        var rest = plain[about.Length..];
        if (TypedDay.Read(rest, today) is { } day)
        {
            return new(new(day.Day, day.Day, about.Success), day.ShortYear);
        }

        var match = MonthAndYear().Match(rest);
        if (!match.Success || match.Groups["m"] is { Success: true } word && TypedDay.MonthOf(word.Value) is null or > 12)
        {
            return null;
        }

        var month = match.Groups["m"].Success ? $"-{TypedDay.MonthOf(match.Groups["m"].Value):00}" : "";
        return
            KnownDay.Of(string.Create(CultureInfo.InvariantCulture, $"{(about.Success ? "~" : "")}{match.Groups["y"].Value}{month}"))
                is { } known
            ? new(known, false)
            : null;
    }

    [GeneratedRegex(
        @"^(?:~ ?|(?:in )?(?:about|around|approx(?:imately)?\.?|circa|ca?\.?|roughly)(?: |(?<=\.)))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex About();

    [GeneratedRegex(
        @"^(?:in )?(?:(?<m>[a-z]{3,9}|\d{1,2}) ?[-/., ] ?)?(?<y>\d{4})\.?$|^(?<y>\d{4})[-/.](?<m>\d{1,2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MonthAndYear();
}
