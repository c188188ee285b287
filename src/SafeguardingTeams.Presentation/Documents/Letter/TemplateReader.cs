using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SafeguardingTeams.Presentation.Documents.Word;
using Inline = Markdig.Syntax.Inlines.Inline;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>Turns parsed Markdown into a template's blocks and collects what cannot stand in a letter.</summary>
internal sealed class TemplateReader(ImmutableArray<Placeholder> known)
{
    internal ImmutableArray<string> Faults { get; private set; } = [];

    internal HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    internal ImmutableArray<TemplateBlock> Read(MarkdownDocument document) => [.. document.Select(Block).OfType<TemplateBlock>()];

    private TemplateBlock? Block(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return new(
                    lines => new Word.Block.Heading(
                        heading.Level,
                        string.Concat(lines[0].OfType<Word.Inline.Words>().Select(words => words.Text))
                    ),
                    [Line(heading)]
                );
            case ParagraphBlock paragraph:
                return new(lines => new Word.Block.Paragraph(lines[0]), [Line(paragraph)]);
            case ListBlock list:
                return new(lines => new Word.Block.Items(lines, list.IsOrdered), [.. list.OfType<ListItemBlock>().Select(Item)]);
            default:
                Fault(
                    block.Line,
                    "this is neither a paragraph, a heading nor a list. A letter holds nothing else: no tables, quotations, code or HTML"
                );
                return null;
        }
    }

    private ImmutableArray<TemplatePiece> Item(ListItemBlock item)
    {
        if (item is [ParagraphBlock paragraph])
        {
            return Line(paragraph);
        }

        Fault(item.Line, "an item of a list is one paragraph; put what follows it outside the list");
        return [];
    }

    private ImmutableArray<TemplatePiece> Line(LeafBlock block) =>
        block.Inline is null ? [] : [.. Pieces(block.Inline, bold: false, italic: false)];

    private IEnumerable<TemplatePiece> Pieces(ContainerInline inlines, bool bold, bool italic) =>
        inlines.SelectMany(inline =>
            inline switch
            {
                LiteralInline literal => [Words(literal.Content.ToString(), bold, italic)],
                HtmlEntityInline entity => [Words(entity.Transcoded.ToString(), bold, italic)],
                LineBreakInline end => [Words(end.IsHard ? "\n" : " ", bold, italic)],
                EmphasisInline emphasis => Pieces(emphasis, bold || emphasis.DelimiterCount == 2, italic || emphasis.DelimiterCount == 1),
                PlaceholderInline placeholder => Place(placeholder, bold, italic),
                _ => Unknown(inline),
            }
        );

    private IEnumerable<TemplatePiece> Place(PlaceholderInline placeholder, bool bold, bool italic)
    {
        if (placeholder.Name.Length == 0)
        {
            Fault(
                placeholder.Line,
                "there is a placeholder that is not written as two braces, a name in small letters and hyphens, and two "
                    + "braces, such as {{date}}"
            );
            return [];
        }

        if (known.All(each => each.Name != placeholder.Name))
        {
            Fault(
                placeholder.Line,
                $"{{{{{placeholder.Name}}}}} is no placeholder of this letter. There are: "
                    + $"{string.Join(", ", known.Select(each => each.Name))}"
            );
            return [];
        }

        Used.Add(placeholder.Name);
        return [new TemplatePiece.Place(placeholder.Name, bold, italic)];
    }

    private IEnumerable<TemplatePiece> Unknown(Inline inline)
    {
        Fault(inline.Line, "there is a link, a picture, code or HTML. A letter holds words only; write an address out");
        return [];
    }

    private static TemplatePiece.Words Words(string text, bool bold, bool italic) => new(new Word.Inline.Words(text, bold, italic));

    private void Fault(int line, string what) => Faults = Faults.Add($"Line {line + 1}: {what}.");
}
