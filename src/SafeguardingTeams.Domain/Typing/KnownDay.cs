using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Domain.Typing;

/// <summary>
/// A day, a month or a year, as far as it is known: nobody has to make up a day that no record holds (B6). Stored as yyyy-MM-dd, yyyy-MM
/// or yyyy, with "~" before it where it is about then.
/// </summary>
/// <param name="First">The first day it can be.</param>
/// <param name="Last">The last.</param>
/// <param name="About">Whether it is only about then.</param>
public readonly partial record struct KnownDay(DateOnly First, DateOnly Last, bool About)
{
    /// <summary>A day that is known.</summary>
    public KnownDay(int year, int month, int day)
        : this(new(year, month, day), new(year, month, day), false) { }

    /// <summary>A day that is known.</summary>
    public static implicit operator KnownDay(DateOnly day) => new(day, day, false);

    /// <summary>The day; null where only the month or the year is known, or it is about then.</summary>
    public DateOnly? Day => First == Last && !About ? First : null;

    /// <summary>Whether both can be the same day.</summary>
    public bool MayBe(KnownDay other) => First <= other.Last && other.First <= Last;

    /// <summary>How it is stored.</summary>
    public string Stored =>
        (About ? "~" : "")
        + First.ToString(
            First == Last ? "yyyy-MM-dd"
                : Last.Month == First.Month ? "yyyy-MM"
                : "yyyy",
            CultureInfo.InvariantCulture
        );

    /// <summary>What is stored; null where it is none.</summary>
    public static KnownDay? Of(string stored)
    {
        var match = Shape().Match(stored);
        if (!match.Success)
        {
            return null;
        }

        var about = match.Groups["about"].Length > 0;
        var year = Number(match.Groups["y"]);
        if (year == 0)
        {
            return null;
        }

        if (!match.Groups["m"].Success)
        {
            return new(new(year, 1, 1), new(year, 12, 31), about);
        }

        var month = Number(match.Groups["m"]);
        if (month is < 1 or > 12)
        {
            return null;
        }

        var days = DateTime.DaysInMonth(year, month);
        if (!match.Groups["d"].Success)
        {
            return new(new(year, month, 1), new(year, month, days), about);
        }

        var day = Number(match.Groups["d"]);
        return day >= 1 && day <= days ? new KnownDay(new(year, month, day), new(year, month, day), about) : null;
    }

    private static int Number(System.Text.RegularExpressions.Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<about>~?)(?<y>[0-9]{4})(?:-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
