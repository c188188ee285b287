using System.Text.Json;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>
/// A card as it goes out, taken apart for the rules: its JSON, so that nothing our own records would not allow is out of sight.
/// </summary>
internal sealed class DrawnCard(JsonElement card)
{
    internal static DrawnCard Of(string json) => new(JsonDocument.Parse(json).RootElement.Clone());

    internal static DrawnCard Of(AdaptiveCards.AdaptiveCard card) =>
        new(JsonDocument.Parse(AdaptiveCards.CardJson.Write(card)).RootElement.Clone());

    /// <summary>Everything in the card that has a type.</summary>
    internal IReadOnlyList<JsonElement> All { get; } = [.. CardRules.Elements(card)];

    internal IEnumerable<JsonElement> OfType(params string[] types) => All.Where(element => types.Contains(Text(element, "type")));

    /// <summary>The sets of buttons that are seen before anything is opened.</summary>
    internal IEnumerable<JsonElement> SetsInView => InView(card.GetProperty("body")).Where(element => Text(element, "type") == "ActionSet");

    /// <summary>What a tap on a part of the card does.</summary>
    internal IEnumerable<JsonElement> Taps =>
        All.Where(element => element.TryGetProperty("selectAction", out _)).Select(element => element.GetProperty("selectAction"));

    /// <summary>The buttons of all sets, behind "More" and in folds too.</summary>
    internal IEnumerable<JsonElement> Buttons => OfType("ActionSet").SelectMany(Actions);

    internal static IEnumerable<JsonElement> Actions(JsonElement set) => set.GetProperty("actions").EnumerateArray();

    internal static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<JsonElement> InView(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(InView),
            JsonValueKind.Object when element.TryGetProperty("isVisible", out var visible) && !visible.GetBoolean() => [],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => InView(property.Value)).Prepend(element),
            _ => [],
        };
}
