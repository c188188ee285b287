using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>
/// Posts and updates messages at the address Teams gave. A token goes only to an allowed host. Nothing is retried here:
/// a post is not repeatable, so the outbox decides.
/// </summary>
internal sealed class TeamsMessages(HttpClient http, IOptions<BotOptions> options, OutgoingTokens tokens, ILogger<TeamsMessages> logger) : ITeamsMessages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, chat, "", card, summary, alert: true, cancellationToken);

    public Task<PostResult> UpdateAsync(Chat chat, string messageId, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, chat, $"/{Uri.EscapeDataString(messageId)}", card, summary, alert: false, cancellationToken);

    public async Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken)
    {
        if (!options.Value.Allows(chat.ServiceUrl))
        {
            return null;
        }

        var address = new Uri($"{chat.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(chat.ConversationId)}/members/{Uri.EscapeDataString(chat.UserId)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(limit.Token));
            using var response = await http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync(TeamsJson.Default.MemberResponse, limit.Token))?.Email : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A convenience: the person can type the address.
            TeamsLog.Answered(logger, 0, "member", e.GetType().Name);
            return null;
        }
    }

    private async Task<PostResult> SendAsync(
        HttpMethod method, Chat chat, string path, ReadOnlyMemory<byte> card, string summary, bool alert, CancellationToken cancellationToken)
    {
        if (!options.Value.Allows(chat.ServiceUrl))
        {
            return new PostResult.Refused("The address of this person's chat is not one of Teams'.");
        }

        var address = new Uri($"{chat.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(chat.ConversationId)}/activities{path}");
        var message = new OutgoingMessage(summary, [new(JsonDocument.Parse(card).RootElement)], alert ? new(new(true)) : null);
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(message, TeamsJson.Default.OutgoingMessage) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(limit.Token));
            using var response = await http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            var result = TeamsAnswers.Read(response, body, isPost: method == HttpMethod.Post);
            TeamsLog.Answered(logger, (int)response.StatusCode, method.Method, result.GetType().Name);
            return result;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            TeamsLog.Answered(logger, 0, method.Method, e.GetType().Name);
            var never = e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return new PostResult.Later(TimeSpan.FromSeconds(10), MayHaveGone: method == HttpMethod.Post && !never);
        }
    }
}

/// <summary>What Teams' answers mean for a message: the table of the facts, row by row.</summary>
internal static class TeamsAnswers
{
    internal static PostResult Read(HttpResponseMessage response, string body, bool isPost)
    {
        var code = Code(body);
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => new PostResult.Delivered(Id(body)),
            403 when body.Contains("InvalidBotApiHost", StringComparison.Ordinal) => new PostResult.Refused("Teams serves this person from another address. Ask them to write to the app once."),
            403 => new PostResult.Refused("The app is not installed for this person in Teams, or they have blocked it."),
            404 => new PostResult.Gone(),
            412 => new PostResult.Later(TimeSpan.FromSeconds(2), MayHaveGone: false),
            413 => new PostResult.Refused("Teams says the message is too large."),
            429 => new PostResult.Later(RetryAfter(response), MayHaveGone: false),
            // The work may have been done although the answer got lost.
            502 or 503 or 504 => new PostResult.Later(TimeSpan.FromSeconds(10), MayHaveGone: isPost && response.StatusCode != HttpStatusCode.ServiceUnavailable),
            var status => new PostResult.Refused($"Teams answered {status}{(code.Length > 0 ? $" ({code})" : "")}."),
        };
    }

    private static TimeSpan RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { Delta: { } wait } && wait > TimeSpan.Zero && wait < TimeSpan.FromHours(1) ? wait : TimeSpan.FromSeconds(5);

    private static string? Id(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, TeamsJson.Default.ResourceResponse)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Code(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.GetString() is { Length: < 60 } text
                && text.All(char.IsAsciiLetter) ? text : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
