using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>
/// Posts and updates messages at the address Teams gave. A token goes only to an allowed host. Nothing is retried here:
/// a post is not repeatable, so the outbox decides.
/// </summary>
internal sealed class TeamsMessages(TeamsConnectors connectors, IOptions<BotOptions> options, ILogger<TeamsMessages> logger)
    : ITeamsMessages
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken)
    {
        var message = Message(card, summary);
        message.ChannelData = new TeamsChannelData { Notification = new(alert: true) };
        return SendAsync(
            chat,
            "POST",
            (conversations, limit) => conversations.SendToConversationWithHttpMessagesAsync(chat.ConversationId, message, null, limit),
            cancellationToken
        );
    }

    public Task<PostResult> UpdateAsync(
        Chat chat,
        string messageId,
        ReadOnlyMemory<byte> card,
        string summary,
        CancellationToken cancellationToken
    )
    {
        var message = Message(card, summary);
        return SendAsync(
            chat,
            "PUT",
            (conversations, limit) =>
                conversations.UpdateActivityWithHttpMessagesAsync(chat.ConversationId, messageId, message, null, limit),
            cancellationToken
        );
    }

    public async Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (!options.Value.Allows(chat.ServiceUrl))
        {
            return null;
        }

        using var client = connectors.To(chat.ServiceUrl);
        using var limit = Limit(cancellationToken);
        try
        {
            var asked = (Conversations)client.Conversations;
            var member = await asked.GetConversationMemberAsync(chat.UserId, chat.ConversationId, limit.Token);
            return member?.Properties["email"] is JValue { Type: JTokenType.String } email ? (string?)email : null;
        }
        catch (Exception e)
            when (e is RestException or HttpRequestException or IOException or JsonException || GaveUp(e, cancellationToken))
        {
            // A convenience: the person can type the address.
            TeamsLog.Answered(logger, 0, "member", e.GetType().Name);
            return null;
        }
    }

    /// <summary>One card. It goes out as the bytes it was drawn as.</summary>
    private static Activity Message(ReadOnlyMemory<byte> card, string summary) =>
        new(ActivityTypes.Message)
        {
            Summary = summary,
            Attachments = [new(CardType, content: new JRaw(Encoding.UTF8.GetString(card.Span)))],
        };

    private async Task<PostResult> SendAsync(
        Chat chat,
        string method,
        Func<IConversations, CancellationToken, Task<HttpOperationResponse<ResourceResponse>>> send,
        CancellationToken cancellationToken
    )
    {
        if (!options.Value.Allows(chat.ServiceUrl))
        {
            return new PostResult.Unreachable("The address of this person's chat is not one of Teams'.");
        }

        using var client = connectors.To(chat.ServiceUrl);
        using var limit = Limit(cancellationToken);
        try
        {
            using var answer = await send(client.Conversations, limit.Token);
            return Answered((int)answer.Response.StatusCode, new PostResult.Delivered(answer.Body?.Id));
        }
        catch (ErrorResponseException e)
        {
            return Answered((int)e.Response.StatusCode, TeamsAnswers.Read(e.Response, isPost: method == "POST"));
        }
        catch (SerializationException)
        {
            // It was taken; only what was said about it cannot be read.
            return Answered(200, new PostResult.Delivered(null));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || GaveUp(e, cancellationToken))
        {
            TeamsLog.Answered(logger, 0, method, e.GetType().Name);
            var never =
                e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return new PostResult.Later(TimeSpan.FromSeconds(10), OutcomeUnknown: method == "POST" && !never);
        }

        PostResult Answered(int status, PostResult result)
        {
            TeamsLog.Answered(logger, status, method, result.GetType().Name);
            return result;
        }
    }

    private static CancellationTokenSource Limit(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TeamsConnectors.Patience);
        return limit;
    }

    /// <summary>Whether it was our patience that ended, not the caller's.</summary>
    private static bool GaveUp(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && !cancellationToken.IsCancellationRequested;
}
