using System.Text.RegularExpressions;

namespace SafeguardingTeams.Microsoft365.Graph.Outlook;

/// <summary>
/// The text of an event. Outlook writes an online meeting's join details into it, below ours, and a new text without them ends
/// the online meeting. Ours therefore closes with a mark, and only what stands above the mark is replaced.
/// </summary>
internal static partial class EventText
{
    private const string End = """<span id="safeguarding-text-ends">&nbsp;</span>""";

    internal static string Marked(string html) => html + End;

    /// <summary>The old text with ours replaced, or null where the mark is not to be found.</summary>
    internal static string? Replaced(string old, string html) =>
        Mark().Match(old) is { Success: true } mark ? Marked(html) + old[(mark.Index + mark.Length)..] : null;

    /// <summary>Outlook puts a prefix before ids in some copies.</summary>
    [GeneratedRegex(
        """<span\s[^>]*id="(x_)*safeguarding-text-ends"[^>]*>[^<]*</span>""",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mark();
}
