using System.Collections.Immutable;
using SafeguardingTeams.Presentation.Documents.Package;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>Short ways to write the blocks that come again and again.</summary>
internal static class Blocks
{
    internal static Block Title(string text) => new Block.Paragraph([new Inline.Words(text)], Look.Title);

    internal static Block Subtitle(string text) => new Block.Paragraph([new Inline.Words(text)], Look.Subtitle);

    internal static Block Heading(int level, string text) => new Block.Heading(level, text);

    internal static Block Text(string text, Look look = Look.Body) => new Block.Paragraph([new Inline.Words(text)], look);

    /// <summary>A bold label and what belongs to it, on one line.</summary>
    internal static Block Fact(string label, string text) =>
        new Block.Paragraph([new Inline.Words(label.EndsWith('?') ? $"{label} " : $"{label}: ", Bold: true), new Inline.Words(text)]);

    internal static Block Bullets(IEnumerable<string> lines) => new Block.Items([.. lines.Select(Line)], Numbered: false);

    /// <summary>Text from people, paragraph by paragraph; a word in its place where there is none.</summary>
    internal static IEnumerable<Block> Told(string text, string nothing = "Not answered.") =>
        text.Length == 0 ? [Text(nothing)] : SafeText.Paragraphs(text).Select(paragraph => Text(paragraph));

    internal static Block.Table Table(
        string caption,
        string description,
        IEnumerable<Column> columns,
        IEnumerable<IEnumerable<string>> rows,
        bool firstNames = true
    ) => new(caption, description, [.. columns], [.. rows.Select(row => row.Select(Cell.Of).ToImmutableArray())], firstNames);

    private static ImmutableArray<Inline> Line(string text) => [new Inline.Words(text)];
}
