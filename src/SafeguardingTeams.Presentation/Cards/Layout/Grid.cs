using AdaptiveCards;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;

namespace SafeguardingTeams.Presentation.Cards.Layout;

/// <summary>
/// A table of up to four columns in small text. A screen reader is not told which header a cell stands under, so each cell's words
/// are clear alone: "Returned", "Nobody comes".
/// </summary>
/// <param name="Weights">How the width is shared.</param>
internal sealed record Grid(params IReadOnlyList<int> Weights)
{
    internal ColumnSet Header(params IReadOnlyList<string> names) => Row([.. names.Select(Bold)]);

    internal ColumnSet Row(params IReadOnlyList<TextRun> cells) =>
        new([.. cells.Zip(Weights, Cell)]) { Spacing = "small", Separator = true };

    private static Column Cell(TextRun text, int weight) =>
        new([Text(text with { Size = "small" })]) { Width = ColumnWidth.Weight(weight), Spacing = "small" };
}
