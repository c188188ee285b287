using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>A piece of a document, as data: what it is, never how Word writes it.</summary>
internal abstract record Block
{
    /// <summary>A heading a screen reader can jump to; levels from 1.</summary>
    internal sealed record Heading(int Level, string Text) : Block;

    internal sealed record Paragraph(ImmutableArray<Inline> Inlines, Look Look = Look.Body) : Block
    {
        /// <summary>Whether it stays on one page with what follows.</summary>
        internal bool KeepsWithNext { get; init; }
    }

    /// <summary>A list; each item is one paragraph.</summary>
    internal sealed record Items(ImmutableArray<ImmutableArray<Inline>> Lines, bool Numbered, int Level = 0) : Block;

    /// <summary>
    /// A table with a header row that repeats on every page. The caption stands above it; the description says to those who hear
    /// it what it holds. <paramref name="FirstColumnNames"/>: the first cell of a row says what the row is.
    /// </summary>
    internal sealed record Table(
        string Caption,
        string Description,
        ImmutableArray<Column> Columns,
        ImmutableArray<ImmutableArray<Cell>> Rows,
        bool FirstColumnNames = true
    ) : Block;

    /// <summary>
    /// Bars beside a table that holds the same. The description says what it shows to those who do not see it; one series at least.
    /// </summary>
    internal sealed record Chart(string Title, string Description, ImmutableArray<string> Series, ImmutableArray<Bar> Bars) : Block;
}

/// <summary>The bars of one line of a chart.</summary>
/// <param name="Values">One for each series.</param>
internal sealed record Bar(string Name, ImmutableArray<int> Values);

/// <summary>A column: its heading and its share of the width.</summary>
internal sealed record Column(string Heading, int Share);

internal sealed record Cell(ImmutableArray<Inline> Inlines)
{
    internal static Cell Of(string text) => new([new Inline.Words(text)]);
}

/// <summary>A piece of a paragraph.</summary>
internal abstract record Inline
{
    /// <summary>Text, taken literally; line ends become line ends.</summary>
    internal sealed record Words(string Text, bool Bold = false, bool Italic = false) : Inline;

    /// <summary>A place to fill in.</summary>
    internal sealed record Field(Control Control) : Inline;
}

/// <summary>What a paragraph looks like; each is a style in styles.xml.</summary>
internal enum Look
{
    Body,
    Title,
    Subtitle,
    Label,
    Hint,
    Answer,
}

/// <summary>A content control: a place somebody fills in and that can be found again by its tag.</summary>
/// <param name="Tag">Which answer it holds, at most 64 characters.</param>
/// <param name="Title">What a screen reader says of it.</param>
/// <param name="Kind">What goes in.</param>
/// <param name="Text">What it holds now, empty where nothing.</param>
internal sealed record Control(string Tag, string Title, ControlKind Kind, string Text);

/// <summary>What goes into a control.</summary>
internal abstract record ControlKind
{
    internal sealed record Line : ControlKind;

    internal sealed record Lines : ControlKind;

    /// <summary>A date picker. <paramref name="Date"/> is null where the text is no date.</summary>
    internal sealed record Day(DateOnly? Date) : ControlKind;

    /// <summary>A list to choose from.</summary>
    internal sealed record Choice(ImmutableArray<Domain.Forms.Option> Options) : ControlKind;

    internal sealed record Tick(bool Ticked) : ControlKind;

    /// <summary>Words of our own that nobody changes, tagged so that the form is known again.</summary>
    internal sealed record Mark : ControlKind;
}
