using System.Text.Encodings.Web;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Web;

/// <summary>Short pages of text and one form, for what a card cannot do.</summary>
internal static class Pages
{
    /// <summary>A page.</summary>
    /// <param name="title">What it is about; names no child.</param>
    /// <param name="body">HTML, already safe.</param>
    /// <param name="status">Of the answer.</param>
    internal static IResult Of(string title, string body, int status = StatusCodes.Status200OK) =>
        Results.Content(Shell(title, body, "", ""), "text/html; charset=utf-8", statusCode: status);

    /// <summary>The shell of every page beside the cards, with the parts of GOV.UK Frontend.</summary>
    /// <param name="body">HTML, already safe, below the title.</param>
    /// <param name="scripts">HTML of its scripts; may be empty.</param>
    /// <param name="attributes">Attributes of its body, already safe; may be empty.</param>
    internal static string Shell(string title, string body, string scripts, string attributes) =>
        $"""
            <!DOCTYPE html>
            <html lang="en-GB" class="govuk-template"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Safe(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page/shell.css"></head>
            <body class="govuk-template__body shell"{attributes}><a href="#main" class="govuk-skip-link">Skip to main content</a>
            <main class="govuk-main-wrapper" id="main" tabindex="-1"><h1 class="govuk-heading-l">{Safe(title)}</h1>
            {body}
            </main>{scripts}</body></html>
            """;

    /// <summary>Text as HTML.</summary>
    internal static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>A paragraph.</summary>
    internal static string Say(string text) => $"""<p class="govuk-body">{Safe(text)}</p>""";

    /// <summary>The heading of a part.</summary>
    internal static string Heading(string text) => $"""<h2 class="govuk-heading-m">{Safe(text)}</h2>""";

    internal static string List(IEnumerable<string> lines) =>
        $"<ul class=\"govuk-list govuk-list--bullet\">{string.Concat(lines.Select(line => $"<li>{Safe(line)}</li>"))}</ul>";

    /// <summary>A way back to the case.</summary>
    internal static string Back(string reference) =>
        $"""<p><a href="/?open={Safe(reference)}">Back to {(CaseId.TryParse(reference) is null ? Safe(reference) : "the case")}</a></p>""";

    /// <summary>What went wrong, with the way to put it right.</summary>
    internal static string Problem(string text) =>
        $"""
            <div class="govuk-error-summary" role="alert"><h2 class="govuk-error-summary__title">Not done</h2>
            <p class="govuk-body">{Safe(text)}</p></div>
            """;

    /// <summary>There is nothing, or nothing for them: the same page for both.</summary>
    internal static IResult NotThere() =>
        Of(
            "Not found",
            Say("There is nothing here, or nothing you have a part in. If you think you should see it, ask the operational team."),
            StatusCodes.Status404NotFound
        );
}
