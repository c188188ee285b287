using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>A placeholder where it stands in a template. The name is empty where the braces are not closed.</summary>
internal sealed class PlaceholderInline(string name) : LeafInline
{
    internal string Name => name;
}

/// <summary>Finds placeholders while Markdown is read, so that what is put in their place later is never read as Markdown.</summary>
internal sealed class PlaceholderParser : InlineParser
{
    internal PlaceholderParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var rest = slice.Text.AsSpan(slice.Start + 2, slice.End - slice.Start - 1);
        var end = rest.IndexOf("}}");
        var name = end < 0 ? "" : rest[..end].Trim().ToString();
        var start = slice.Start;
        processor.Inline = new PlaceholderInline(name.All(c => char.IsAsciiLetterLower(c) || c == '-') ? name : "")
        {
            Span = new(processor.GetSourcePosition(start, out var line, out var column), start),
            Line = line,
            Column = column,
        };
        slice.Start += end < 0 ? 2 : end + 4;
        return true;
    }
}
