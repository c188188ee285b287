using System.Text.Json;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>A press that is one: of a card of ours, by a person, in a chat of one person with the bot.</summary>
internal sealed record CardInvocation(string Verb, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>The press an activity brings, or what is answered where it is none.</summary>
    internal static (CardInvocation?, InvokeReply?) Of(Activity activity)
    {
        InvokeValue? value;
        try
        {
            value = activity.Value.ValueKind == JsonValueKind.Object ? activity.Value.Deserialize(TeamsJson.Default.InvokeValue) : null;
        }
        catch (JsonException)
        {
            return (null, InvokeReply.BadRequest("The action cannot be read."));
        }

        // No card of ours refreshes by itself, so nothing is ever done without somebody pressing.
        return
            value is not { Trigger: not "automatic", Action: { Type: "Action.Execute", Verb: { Length: > 0 } verb } action }
            || activity.Conversation?.ConversationType is not (null or "personal")
            ? (null, InvokeReply.BadRequest("Not an action this bot knows."))
            : (new(verb, Texts(action.Data)), null);
    }

    /// <summary>Keys and inputs as text, whatever type a client sent them as; objects are passed over.</summary>
    private static Dictionary<string, string> Texts(JsonElement data)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in data.ValueKind == JsonValueKind.Object ? data.EnumerateObject() : default)
        {
            if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            {
                texts[property.Name] = property.Value.ToString();
            }
        }

        return texts;
    }
}
