using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>Tables of two columns, a line each: what at the left, its state or a short cut at the right, a rule above.</summary>
internal static class Lines
{
    /// <summary>Wide enough for "1 of 8 is late".</summary>
    private const int StateWidth = 116;

    /// <summary>As high as a finger needs.</summary>
    private const string TapHeight = "44px";

    /// <summary>What, the small words below it, and its state.</summary>
    internal static ColumnSet Line(string what, string small, TextRun state) =>
        Of(what, small, new([Text(state) with { HorizontalAlignment = "right" }]) { Width = ColumnWidth.Pixels(StateWidth) });

    /// <summary>What, the small words below it, and a word to tap. The same press must be on a real button of the card as well.</summary>
    /// <param name="what">What it is about; it names the tap to a screen reader, too.</param>
    /// <param name="small">Below it.</param>
    /// <param name="link">The word to tap: "Change", "Open".</param>
    /// <param name="invocation">What a tap does.</param>
    internal static ColumnSet LinkLine(string what, string small, string link, ActionExecute invocation) =>
        Of(
            what,
            small,
            new([Text(new TextRun(link) { Color = "accent", Underline = true }) with { HorizontalAlignment = "right" }])
            {
                Width = ColumnWidth.Auto,
                MinHeight = TapHeight,
                VerticalContentAlignment = "center",
                SelectAction = invocation with { Title = $"{link}: {what}", Style = null },
            }
        );

    private static ColumnSet Of(string what, string small, Column right) =>
        new([
            new([Text(Plain(what)), .. small.Length > 0 ? [SmallLine(small)] : Array.Empty<Element>()]) { Width = ColumnWidth.Stretch },
            right,
        ])
        {
            Spacing = "small",
            Separator = true,
        };
}
