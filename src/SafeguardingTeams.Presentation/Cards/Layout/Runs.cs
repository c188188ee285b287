using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>
/// Text of the layout. All of it is drawn as it is and never read as Markdown, so that a name from a case may stand anywhere.
/// </summary>
internal static class Runs
{
    internal static TextRun Plain(string text) => new(text);

    internal static TextRun Bold(string text) => new(text) { Weight = "bolder" };

    internal static TextRun Small(string text) => new(text) { Size = "small", IsSubtle = true };

    /// <summary>Only for what is late, or stops the meeting; the text says so too.</summary>
    internal static TextRun Late(string text) => new(text) { Color = "attention", Weight = "bolder" };

    internal static RichTextBlock Text(params ReadOnlySpan<TextRun> runs) => new([.. runs]);

    /// <summary>A small, paler line of its own, close to what it belongs to.</summary>
    internal static RichTextBlock SmallLine(string text) => Text(Small(text)) with { Spacing = "none" };
}
