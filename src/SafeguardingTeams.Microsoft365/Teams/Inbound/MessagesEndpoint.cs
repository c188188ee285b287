using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.Microsoft365.Teams.Protocol;

namespace SafeguardingTeams.Microsoft365.Teams.Inbound;

/// <summary>The bot's door: reads at most so much, checks the token, passes on. An invoke is answered in the same response, always with HTTP 200.</summary>
public static class MessagesEndpoint
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Maps POST /api/messages.</summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", (Delegate)AnswerAsync);

    private static async Task<IResult> AnswerAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MessagesEndpoint));
        var (activity, refusal) = await ReadAsync(http.Request, http.RequestAborted);
        refusal ??= await services.GetRequiredService<BotTokenValidator>().RefuseAsync(http.Request.Headers.Authorization, activity!, http.RequestAborted);
        if (refusal is not null)
        {
            TeamsLog.Refused(logger, refusal.Status, refusal.Reason);
            return Results.StatusCode(refusal.Status);
        }

        // What was begun is finished even where Teams has hung up: it asks again, and the answer is then the same.
        return await PassOnAsync(services.GetRequiredService<ITeamsActivities>(), activity!, logger);
    }

    private static async Task<(Activity?, InboundRefusal?)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, new(415, "wrong-content-type"));
        }

        if (request.ContentLength > MostBytes)
        {
            return (null, new(413, "too-large"));
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MostBytes)
            {
                return (null, new(413, "too-large"));
            }

            body.Write(buffer, 0, read);
        }

        try
        {
            var activity = JsonSerializer.Deserialize(body.GetBuffer().AsSpan(0, (int)body.Length), TeamsJson.Default.Activity);
            return activity is null ? (null, new(400, "no-activity")) : (activity, null);
        }
        catch (JsonException)
        {
            return (null, new(400, "bad-json"));
        }
    }

    private static async Task<IResult> PassOnAsync(ITeamsActivities activities, Activity activity, ILogger logger)
    {
        try
        {
            switch (activity.Type, activity.Name)
            {
                case ("invoke", "adaptiveCard/action"):
                    return Reply(await PressAsync(activities, activity));
                case ("invoke", _):
                    return Results.StatusCode(501);
                case ("message", _):
                    await activities.WroteAsync(activity, CancellationToken.None);
                    break;
                case ("installationUpdate", _) when activity.Action is "remove" or "remove-upgrade":
                case ("conversationUpdate", _) when Names(activity.MembersRemoved, activity):
                    await activities.RemovedAsync(activity, CancellationToken.None);
                    break;
                case ("installationUpdate", _):
                case ("conversationUpdate", _) when Names(activity.MembersAdded, activity):
                    await activities.InstalledAsync(activity, CancellationToken.None);
                    break;
            }

            return Results.Ok();
        }
        catch (Exception e) when (activity.Type == "invoke")
        {
            TeamsLog.Failed(logger, activity.Type, e.GetType().Name);
            return Reply(InvokeReply.Fault());
        }
        catch (Exception e)
        {
            TeamsLog.Failed(logger, activity.Type ?? "none", e.GetType().Name);
            return Results.StatusCode(500);
        }
    }

    private static async Task<InvokeReply> PressAsync(ITeamsActivities activities, Activity activity)
    {
        InvokeValue? value;
        try
        {
            value = activity.Value.ValueKind == JsonValueKind.Object ? activity.Value.Deserialize(TeamsJson.Default.InvokeValue) : null;
        }
        catch (JsonException)
        {
            return InvokeReply.BadRequest("The action cannot be read.");
        }

        // No card of ours refreshes by itself, so nothing is ever done without somebody pressing.
        return value is not { Trigger: not "automatic", Action: { Type: "Action.Execute", Verb: { Length: > 0 } verb } action }
            || activity.Conversation?.ConversationType is not (null or "personal") ? InvokeReply.BadRequest("Not an action this bot knows.")
            : await activities.PressedAsync(activity, verb, Texts(action.Data), CancellationToken.None);
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

    private static bool Names(IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        members?.Any(member => member.Id is not null && member.Id == activity.Recipient?.Id) == true;

    private static IResult Reply(InvokeReply reply) => Results.Json(reply, TeamsJson.Default.InvokeReply);
}
