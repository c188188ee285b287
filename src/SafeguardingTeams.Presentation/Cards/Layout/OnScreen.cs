using System.Globalization;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>
/// Words that are not to break at the end of a line. For what is read on a card only: never for what is copied, searched or sent.
/// </summary>
internal static class OnScreen
{
    private const char NoBreakSpace = '\u00a0';
    private const char NoBreakHyphen = '\u2011';
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>For tables, where the year is clear: "Mon 9 Nov".</summary>
    internal static string Day(DateOnly day) => day.ToString($"ddd d'{NoBreakSpace}'MMM", British);

    /// <summary>For a sentence: "Friday 13 November 2026".</summary>
    internal static string FullDay(DateOnly day) => day.ToString($"dddd d'{NoBreakSpace}'MMMM yyyy", British);

    internal static string Reference(RecordRef record) => record.ToString().Replace('-', NoBreakHyphen);
}
