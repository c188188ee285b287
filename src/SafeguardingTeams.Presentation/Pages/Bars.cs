using System.Globalization;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Pages;

/// <summary>How a part of a bar is drawn: each by a pattern of its own, so that none needs its colour.</summary>
internal enum BarFill
{
    /// <summary>Solid: what has gone, or what is counted.</summary>
    Solid,

    /// <summary>Dots on white: what is to come, or the rest.</summary>
    Dots,

    /// <summary>Stripes: what is late.</summary>
    Stripes,
}

/// <summary>
/// Bars of the web pages, as SVG. What they show stands as words in the same table, so a screen reader leaves them out.
/// </summary>
internal static class Bars
{
    private const int Narrowest = 2;

    /// <summary>The patterns, once on a page.</summary>
    internal const string Patterns = """
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <pattern id="bar-dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="ink" cx="3" cy="3" r="1"/></pattern>
        <pattern id="bar-stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ink" width="3" height="7"/></pattern>
        </defs></svg>
        """;

    /// <summary>What the patterns mean.</summary>
    internal static string Key { get; } =
        $"""
            <p class="govuk-body-s key">In the bars: <span>{Sample(BarFill.Solid)} days gone</span> <span>{Sample(
                BarFill.Dots
            )} days to the next date</span> <span>{Sample(BarFill.Stripes)} days late</span></p>
            """;

    /// <summary>A record from the day it began to its next date, by calendar days: the bar, and the same in words.</summary>
    /// <param name="since">The day it began; null where none is known.</param>
    /// <param name="next">Its next date; null where none is set.</param>
    internal static string Timeline(DateOnly? since, DateOnly? next, DateOnly today)
    {
        if (since is not { } from)
        {
            // Such as a meeting: its day is not a limit.
            return Words([
                next is not { } only ? "No date is set"
                : only < today ? $"{Days(today.DayNumber - only.DayNumber)} ago"
                : only == today ? "today"
                : Until(only, today),
            ]);
        }

        var gone = Math.Max(today.DayNumber - from.DayNumber, 0);
        var words = $"{Days(gone)} since {Written.ShortDay(from)}";
        if (next is not { } day)
        {
            return Bar(Math.Max(gone, 1), (gone, BarFill.Solid)) + Words([words, "no date set"]);
        }

        var late = today.DayNumber - day.DayNumber;
        return late > 0
            ? Bar(Math.Max(gone, late), (Math.Max(gone - late, 0), BarFill.Solid), (late, BarFill.Stripes))
                + Words([words, Until(day, today)])
            : Bar(Math.Max(gone - late, 1), (gone, BarFill.Solid), (-late, BarFill.Dots)) + Words([words, Until(day, today)]);
    }

    /// <summary>Parts of a whole. What is less than a fiftieth of it and more than nothing is drawn as one.</summary>
    internal static string Bar(int whole, params ReadOnlySpan<(int Size, BarFill Fill)> parts)
    {
        var widths = new decimal[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            widths[i] = parts[i].Size > 0 && whole > 0 ? Math.Max(100m * parts[i].Size / whole, Narrowest) : 0;
        }

        // What a narrow part gets is taken from the widest.
        if (widths.Length > 0 && widths.Sum() > 100)
        {
            widths[Array.IndexOf(widths, widths.Max())] -= widths.Sum() - 100;
        }

        var (drawn, at) = ("", 0m);
        for (var i = 0; i < parts.Length; at += widths[i], i++)
        {
            if (widths[i] > 0)
            {
                drawn += $"""<rect x="{Percent(at)}" width="{Percent(widths[i])}" height="100%" {Filled(parts[i].Fill)}/>""";
            }
        }

        return $"""<svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false">{drawn}</svg>""";
    }

    /// <summary>How far a day is off, or gone.</summary>
    internal static string Until(DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => "due today",
            < 0 and var late => $"{Days(-late)} late",
            var left => $"{Days(left)} to go",
        };

    private static string Sample(BarFill fill) =>
        """<svg class="sample" width="28" height="14" aria-hidden="true" focusable="false">"""
        + $"""<rect width="100%" height="100%" {Filled(fill)}/></svg>""";

    private static string Filled(BarFill fill) =>
        fill switch
        {
            BarFill.Solid => """class="ink" """,
            BarFill.Dots => """fill="url(#bar-dots)" """,
            _ => """fill="url(#bar-stripes)" """,
        };

    private static string Words(IEnumerable<string> texts) =>
        $"""<span class="words">{string.Join(", ", texts.Select(Markup.Whole))}</span>""";

    private static string Days(int days) => Written.Count(days, "day", "days");

    private static string Percent(decimal share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
