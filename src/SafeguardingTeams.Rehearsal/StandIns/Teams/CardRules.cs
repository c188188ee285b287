using System.Text;
using System.Text.Json;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>What Teams refuses, or breaks on, in a card or in an invoke's answer: said as a fault, never let pass.</summary>
public static class CardRules
{
    private const int MaxBytes = 100_000;

    /// <summary>What is wrong with a card; null where nothing is.</summary>
    public static string? Fault(JsonElement card)
    {
        if (card.ValueKind != JsonValueKind.Object || Text(card, "type") != "AdaptiveCard")
        {
            return "The card is no AdaptiveCard object.";
        }

        if (Text(card, "version") is not ("1.2" or "1.3" or "1.4" or "1.5"))
        {
            return "Teams draws cards up to version 1.5.";
        }

        if (Encoding.Unicode.GetByteCount(card.GetRawText()) > MaxBytes)
        {
            return "MessageSizeTooBig";
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return card.GetRawText().Contains("${", StringComparison.Ordinal)
            ? "Template text was left in the card."
            : Elements(card).Select(element => Wrong(element, ids)).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>What is wrong with the answer to an <c>adaptiveCard/action</c> invoke; null where nothing is.</summary>
    public static string? AnswerFault(JsonElement answer)
    {
        if (
            answer.ValueKind != JsonValueKind.Object
            || !answer.TryGetProperty("statusCode", out var code)
            || !code.TryGetInt32(out var status)
            || !answer.TryGetProperty("value", out var value)
        )
        {
            return "The answer is not {statusCode, type, value}.";
        }

        return (status, Text(answer, "type")) switch
        {
            (200, "application/vnd.microsoft.card.adaptive") => Fault(value),
            (200, "application/vnd.microsoft.activity.message") => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > 0
                ? null
                : "An empty message.",
            (400 or 500, "application/vnd.microsoft.error") => null,
            _ => "Unexpected response type for Status Code.",
        };
    }

    /// <summary>Every object in the card that has a type.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => (element.TryGetProperty("type", out _) ? [element] : Array.Empty<JsonElement>()).Concat(
                element.EnumerateObject().SelectMany(property => Elements(property.Value))
            ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
            _ => [],
        };

    internal static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string? Wrong(JsonElement element, HashSet<string> ids)
    {
        var type = Text(element, "type");
        return type.StartsWith("Input.", StringComparison.Ordinal) && (Text(element, "id").Length == 0 || !ids.Add(Text(element, "id")))
                ? "An input's id is missing or stands twice."
            : type.StartsWith("Input.", StringComparison.Ordinal) && Text(element, "label").Length == 0 ? "An input has no label."
            : type == "Action.Execute" && Text(element, "verb").Length == 0 ? "An Action.Execute has no verb."
            : type is "Action.Submit" or "Action.ShowCard" ? $"{type} is not used in this product."
            : null;
    }
}
