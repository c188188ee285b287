using System.Collections.Immutable;
using System.Reflection;
using Markdig;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>
/// A letter's wording: Markdown that a partnership can edit, with placeholders in double braces. Paragraphs, headings, lists, bold
/// and italic are understood; anything else is refused, not dropped.
/// </summary>
public sealed class LetterTemplate
{
    private const int Longest = 20_000;

    private static readonly MarkdownPipeline Pipeline = Placeholders();

    private LetterTemplate(LetterKind kind, ImmutableArray<TemplateBlock> blocks) => (Kind, Blocks) = (kind, blocks);

    /// <summary>Which letter.</summary>
    public LetterKind Kind { get; }

    internal ImmutableArray<TemplateBlock> Blocks { get; }

    /// <summary>The wording shipped with the product.</summary>
    public static string ShippedMarkdown(LetterKind kind)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(FileOf(kind))!);
        return reader.ReadToEnd();
    }

    /// <summary>What its file is called, shipped or the partnership's own.</summary>
    public static string FileOf(LetterKind kind) =>
        kind switch
        {
            LetterKind.Scoping => "scoping-letter.md",
            LetterKind.Panel => "panel-letter.md",
            LetterKind.ReviewDecided => "review-decided-letter.md",
            LetterKind.ReviewPeople => "review-people-letter.md",
            LetterKind.ReviewDelayed => "review-delayed-letter.md",
            LetterKind.ReviewReport => "review-report-letter.md",
        };

    /// <summary>The template shipped with the product.</summary>
    public static LetterTemplate Shipped(LetterKind kind) => Read(ShippedMarkdown(kind), kind).Template!;

    /// <summary>Reads a template, or says in plain words, with the line, everything that is wrong with it.</summary>
    public static LetterTemplateReading Read(string markdown, LetterKind kind)
    {
        if (markdown.Length > Longest)
        {
            return new(null, [$"The template is {markdown.Length} characters long. A letter has at most {Longest}."]);
        }

        var reader = new TemplateReader(Placeholder.Of(kind));
        var blocks = reader.Read(Markdown.Parse(markdown, Pipeline));
        var faults = reader.Faults.AddRange(
            Placeholder
                .Of(kind)
                .Where(placeholder => placeholder.Needed && !reader.Used.Contains(placeholder.Name))
                .Select(placeholder => $"The letter does not say {placeholder.Meaning}. Put {placeholder.Written} where it should stand.")
        );
        return faults.IsEmpty ? new(new(kind, blocks), []) : new(null, faults);
    }

    private static MarkdownPipeline Placeholders()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new PlaceholderParser());
        return builder.Build();
    }
}

/// <summary>A template that was read, or what is wrong with it.</summary>
/// <param name="Template">Null where something is wrong.</param>
/// <param name="Faults">In plain words, for the person who edits it.</param>
public sealed record LetterTemplateReading(LetterTemplate? Template, ImmutableArray<string> Faults);

/// <summary>A block of a template.</summary>
/// <param name="Make">Makes it of its lines, once the placeholders are filled.</param>
/// <param name="Lines">Its lines: one, or one for each item of a list.</param>
internal sealed record TemplateBlock(
    Func<ImmutableArray<ImmutableArray<Inline>>, Block> Make,
    ImmutableArray<ImmutableArray<TemplatePiece>> Lines
);

/// <summary>A piece of a line: words, or a place for a fact.</summary>
internal abstract record TemplatePiece
{
    internal sealed record Words(Inline.Words Text) : TemplatePiece;

    internal sealed record Place(string Name, bool Bold, bool Italic) : TemplatePiece;
}
