using System.Collections.Immutable;
using System.Text.Encodings.Web;
using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Pages;

/// <summary>A cell of a table.</summary>
/// <param name="Html">Already safe.</param>
internal sealed record MarkupCell(string Html)
{
    internal static MarkupCell Words(string text) => new(Markup.Safe(text));
}

/// <summary>Pieces of a web page, with the class names of GOV.UK Frontend.</summary>
internal static class Markup
{
    /// <summary>Text as HTML.</summary>
    internal static string Safe(string text) => HtmlEncoder.Default.Encode(Direction.Steady(text));

    /// <summary>Words that stay on one line.</summary>
    internal static string Whole(string text) => $"""<span class="whole">{Safe(text)}</span>""";

    internal static string Paragraph(string text) => $"""<p class="govuk-body">{Safe(text)}</p>""";

    /// <summary>
    /// A table. On a phone each line stands as a block, so every cell carries the name of its column; the roles keep it a table there for
    /// who hears it.
    /// </summary>
    /// <param name="caption">What it is, for who hears it: its heading stands above.</param>
    internal static string Table(string caption, ImmutableList<string> columns, IEnumerable<ImmutableList<MarkupCell>> lines) =>
        $"""
            <table class="govuk-table lines" role="table">
            <caption class="govuk-table__caption govuk-visually-hidden">{Safe(caption)}</caption>
            <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">{string.Concat(
                columns.Select(column => $"""<th scope="col" class="govuk-table__header" role="columnheader">{Safe(column)}</th>""")
            )}</tr></thead>
            <tbody class="govuk-table__body" role="rowgroup">{string.Concat(lines.Select(line => Line(columns, line)))}</tbody>
            </table>
            """;

    private static string Line(ImmutableList<string> columns, ImmutableList<MarkupCell> line) =>
        $"""<tr class="govuk-table__row" role="row"><th scope="row" class="govuk-table__header" role="rowheader">{line[0].Html}</th>"""
        + string.Concat(
            line.Skip(1)
                .Select((cell, i) => $"""<td class="govuk-table__cell" role="cell" data-label="{Safe(columns[i + 1])}">{cell.Html}</td>""")
        )
        + "</tr>\n";
}
