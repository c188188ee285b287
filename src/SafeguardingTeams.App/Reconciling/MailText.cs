using System.Text.Encodings.Web;
using AdaptiveCards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>The text of every mail: what it says, then whom to ask. Every link is one that can be pressed.</summary>
internal static class MailText
{
    /// <summary>As HTML, a paragraph a line.</summary>
    internal static string Of(PartnershipWords words, IEnumerable<MailLine> says) =>
        string.Concat(
            says.Append($"{words.OperationsName} of {words.PartnershipName}, {words.OperationsTelephone}, {words.OperationsEmail}")
                .Select(Html)
        );

    /// <summary>Where a record opens on the page.</summary>
    internal static MailLine Open(PartnershipWords words, string reference) =>
        new("Open it here:", new(words.WebPage, $"?open={reference}"));

    private static string Html(MailLine line)
    {
        static string Safe(string text) => HtmlEncoder.Default.Encode(Direction.Steady(text));
        return line.Link is { AbsoluteUri: var link }
            ? $"""<p>{Safe(line.Text)} <a href="{Safe(link)}">{Safe(link)}</a></p>"""
            : $"<p>{Safe(line.Text)}</p>";
    }
}
