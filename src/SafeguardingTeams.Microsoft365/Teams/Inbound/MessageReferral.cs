using System.Text.Json;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>"Refer for learning", chosen on a message: which, and its words. Who sent it, mentions and attachments stay behind.</summary>
/// <param name="Message">Its conversation and its id there.</param>
internal sealed record MessageReferral(string Message, string Text)
{
    /// <summary>The command's id in the app's manifest.</summary>
    internal const string Command = "refer-for-learning";

    private const int LongestId = 512;

    /// <summary>Whether an activity is one of the two that Teams sends when a command is chosen.</summary>
    internal static bool Names(Activity activity) =>
        activity is { Type: "invoke", Name: "composeExtension/fetchTask" or "composeExtension/submitAction" };

    /// <summary>What was chosen, or what is answered where it is not that.</summary>
    internal static (MessageReferral?, DialogReply?) Of(Activity activity)
    {
        ComposeValue? value;
        try
        {
            value = activity.Value.ValueKind == JsonValueKind.Object ? activity.Value.Deserialize(TeamsJson.Default.ComposeValue) : null;
        }
        catch (JsonException)
        {
            value = null;
        }

        // Ids of messages are times: they say which only together with the conversation, of which a thread's part is no part.
        return
            value
                is {
                    CommandId: Command,
                    CommandContext: "message",
                    MessagePayload: { Id: { Length: > 0 and <= LongestId } id, Body: var body }
                }
            && activity.Conversation?.Id?.Split(';')[0] is { Length: > 0 and <= LongestId } conversation
            ? (new($"{conversation.Length}:{conversation}|{id}", Words(body)), null)
            : (null, DialogReply.Line("Not something this app can refer."));
    }

    private static string Words(MessageBody? body) =>
        body?.Content is not { } content ? ""
        : body.ContentType == "text" ? MessageText.Tidy(content)
        : MessageText.Plain(content);
}
