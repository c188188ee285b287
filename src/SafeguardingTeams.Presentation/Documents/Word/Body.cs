using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Blocks as Word writes them. One for each document: it numbers the controls and the lists.</summary>
internal sealed class Body(bool landscape)
{
    private readonly Controls _controls = new();
    private readonly List<int> _lists = [];
    private readonly List<Block.Chart> _charts = [];
    private string _heading = "";

    /// <summary>The numbered lists, each of which starts again at 1.</summary>
    internal IReadOnlyList<int> NumberedLists => _lists;

    /// <summary>The charts, in the order of the text.</summary>
    internal IReadOnlyList<Block.Chart> Charts => _charts;

    internal W.Body Of(ImmutableArray<Block> blocks) => new(blocks.SelectMany(Elements).Append(Sheet.Section(landscape)));

    private IEnumerable<OpenXmlElement> Elements(Block block) =>
        block switch
        {
            Block.Heading heading =>
            [
                Paragraph($"Heading{Math.Clamp(heading.Level, 1, 3)}", [new Inline.Words(_heading = heading.Text)], inHeading: true),
            ],
            Block.Paragraph paragraph =>
            [
                Paragraph(Style(paragraph.Look), paragraph.Inlines, paragraph.KeepsWithNext, paragraph.Look is Look.Title or Look.Subtitle),
            ],
            Block.Items items => Items(items),
            Block.Table table => Tables.Of(table, Sheet.TextWidth(landscape), this, table.Caption != _heading),
            Block.Chart chart => [Drawn(chart)],
            _ => throw new InvalidOperationException("An unknown kind of block."),
        };

    private W.Paragraph Drawn(Block.Chart chart)
    {
        _charts.Add(chart);
        return Word.Charts.Place(chart, _charts.Count, Sheet.TextWidth(landscape));
    }

    internal W.Paragraph Paragraph(string style, ImmutableArray<Inline> inlines, bool keepsWithNext = false, bool inHeading = false)
    {
        var properties = new W.ParagraphProperties
        {
            ParagraphStyleId = style == "Normal" ? null : new() { Val = style },
            KeepNext = keepsWithNext ? new() : null,
        };
        if (SafeText.FromRight(string.Concat(inlines.Select(Text))))
        {
            properties.BiDi = new();
        }

        return new(inlines.SelectMany(inline => Inlines(inline, inHeading)).Prepend(properties));
    }

    private IEnumerable<OpenXmlElement> Inlines(Inline inline, bool inHeading) =>
        inline switch
        {
            Inline.Words words => [Runs.Of(words.Text, words.Bold, words.Italic, inHeading: inHeading)],
            Inline.Field field => [_controls.Of(field.Control)],
            _ => throw new InvalidOperationException("An unknown kind of text."),
        };

    private IEnumerable<OpenXmlElement> Items(Block.Items items)
    {
        var list = Numbering.Bullets;
        if (items.Numbered)
        {
            list = Numbering.FirstList + _lists.Count;
            _lists.Add(list);
        }

        foreach (var line in items.Lines)
        {
            var paragraph = Paragraph("ListParagraph", line);
            paragraph.ParagraphProperties!.NumberingProperties = new(
                new W.NumberingLevelReference { Val = items.Level },
                new W.NumberingId { Val = list }
            );
            yield return paragraph;
        }
    }

    private static string Text(Inline inline) =>
        inline is Inline.Words words ? words.Text
        : inline is Inline.Field { Control.Text: var text } ? text
        : "";

    private static string Style(Look look) =>
        look switch
        {
            Look.Body => "Normal",
            Look.Title => "Title",
            Look.Subtitle => "Subtitle",
            Look.Label => "Label",
            Look.Hint => "Hint",
            Look.Answer => "Answer",
        };
}
