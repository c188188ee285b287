using System.Text.Json;
using static SafeguardingTeams.Presentation.Tests.Layout.DrawnCard;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>One rule of docs/cards.md that can be told from a card alone.</summary>
/// <param name="Name">The name of the list of cards that do not follow it yet.</param>
/// <param name="Fault">What is wrong with a card; null where nothing is.</param>
internal sealed record LayoutRule(string Name, Func<DrawnCard, string?> Fault)
{
    private const int LongestHeading = 32;
    private const int MaxButtons = 6;

    internal static LayoutRule Heading { get; } =
        new("heading", card =>
            card.OfType("TextBlock")
                .Where(text => Text(text, "style") == "heading" && Text(text, "size") == "large")
                .Select(text => Text(text, "text"))
                .FirstOrDefault(text => text.Length > LongestHeading)
                is { } text
                ? $"The heading \"{text}\" has {text.Length} characters; on a phone {LongestHeading} fit on a line."
                : null
        );

    internal static LayoutRule ButtonsInView { get; } =
        new("buttons-in-view", card =>
            card.SetsInView.SelectMany(Actions).Count(action => Text(action, "mode") != "secondary") is > MaxButtons and var count
                ? $"{count} buttons are in view; {MaxButtons} are the most."
                : null
        );

    internal static LayoutRule ButtonsInASet { get; } =
        new("buttons-in-a-set", card =>
            card.OfType("ActionSet").Select(set => Actions(set).Count()).FirstOrDefault(count => count > MaxButtons) is > 0 and var count
                ? $"A set has {count} buttons, those behind \"More\" included."
                : null
        );

    internal static LayoutRule NoTable { get; } =
        new("no-table", card => card.OfType("Table").Any() ? "Table is drawn blank on phones; use columns." : null);

    internal static LayoutRule TextColours { get; } =
        new("text-colours", card =>
            card.OfType("TextBlock", "TextRun").FirstOrDefault(text => Text(text, "color") is "good" or "warning")
                is { ValueKind: JsonValueKind.Object } text
                ? $"\"{Text(text, "text")}\" is in a colour that cannot be read on white."
                : null
        );

    internal static LayoutRule Folds { get; } =
        new("folds", card => card.Buttons.Where(action => Text(action, "type") == "Action.ToggleVisibility")
                .SelectMany(fold =>
                    fold.GetProperty("targetElements")
                        .EnumerateArray()
                        .Select(target => (Fold: Text(fold, "title"), Target: target.GetString()!))
                )
                .Select(pair =>
                    Opened(card, pair.Target) is not { } opened ? $"\"{pair.Fold}\" opens what is not there."
                    : new DrawnCard(opened).All.Any(element => Text(element, "type").StartsWith("Input.", StringComparison.Ordinal))
                        ? $"\"{pair.Fold}\" hides a field."
                    : null
                )
                .FirstOrDefault(fault => fault is not null));

    internal static LayoutRule TapsAreButtonsToo { get; } =
        new("taps-are-buttons-too", card =>
            card.Taps.FirstOrDefault(tap =>
                Text(tap, "type") != "Action.Execute" || !card.Buttons.Any(button => Text(button, "verb") == Text(tap, "verb"))
            )
                is { ValueKind: JsonValueKind.Object } tap
                ? $"\"{Text(tap, "title")}\" can be tapped and stands on no button."
                : null
        );

    internal static IReadOnlyList<LayoutRule> All { get; } =
    [Heading, ButtonsInView, ButtonsInASet, NoTable, TextColours, Folds, TapsAreButtonsToo];

    private static JsonElement? Opened(DrawnCard card, string id) =>
        card.All.Cast<JsonElement?>().FirstOrDefault(element => Text(element!.Value, "id") == id);
}
