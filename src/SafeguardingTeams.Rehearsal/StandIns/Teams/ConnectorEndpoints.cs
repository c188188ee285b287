using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>The connector's side: the documents that announce Teams' keys, and the calls the bot makes.</summary>
internal static class ConnectorEndpoints
{
    internal const string Audience = "https://api.botframework.com";

    internal static void MapTeams(this IEndpointRouteBuilder endpoints, TeamsStandIn teams, TimeProvider time)
    {
        endpoints.MapGet("/botframework/openidconfiguration", (HttpRequest request) => Results.Json(
                new JsonObject
                {
                    ["issuer"] = TeamsStandIn.Issuer,
                    ["jwks_uri"] = $"http://{request.Host}/botframework/keys",
                    ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
                }
            ));
        endpoints.MapGet("/botframework/keys", () =>
            Results.Json(new JsonObject { ["keys"] = new JsonArray(teams.Key.Public("msteams")) })
        );
        var connector = endpoints
            .MapGroup("/teams/v3/conversations")
            .AddEndpointFilter(async (context, next) => await RefuseAsync(context.HttpContext, teams, time) ?? await next(context));
        connector.MapPost("/{conversation}/activities", (string conversation, HttpRequest request) =>
            PutAsync(teams, time, conversation, null, request)
        );
        connector.MapPut("/{conversation}/activities/{activity}", (string conversation, string activity, HttpRequest request) =>
            PutAsync(teams, time, conversation, activity, request)
        );
        connector.MapGet("/{conversation}/members/{member}", (string conversation, string member) => teams.Find(conversation) is { } chat
            && (member == chat.UserId || member == chat.Member.ObjectId)
                ? Results.Json(
                    new JsonObject
                    {
                        ["id"] = chat.UserId,
                        ["name"] = chat.Member.Name,
                        ["aadObjectId"] = chat.Member.ObjectId,
                        ["email"] = chat.Member.Email,
                    }
                )
                : Error(404, "ConversationNotFound"));
    }

    private static async Task<IResult?> RefuseAsync(HttpContext http, TeamsStandIn teams, TimeProvider time)
    {
        var token = http.Request.Headers.Authorization.ToString();
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(
            token.Replace("Bearer ", "", StringComparison.Ordinal),
            new()
            {
                ValidIssuer = "rehearsal",
                ValidAudience = Audience,
                IssuerSigningKey = teams.OutgoingKey.Checking,
                LifetimeValidator = (from, to, _, _) =>
                    from <= TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5) && to > TimeProvider.System.GetUtcNow().UtcDateTime,
            }
        );
        if (!valid.IsValid)
        {
            return Error(401, "Unauthorized");
        }

        if (!teams.Faults.TryDequeue(out var fault))
        {
            return null;
        }

        if (fault.DoesIt)
        {
            http.Request.EnableBuffering();
            var path = http.Request.Path.Value!.Split('/');
            await PutAsync(
                teams,
                time,
                Uri.UnescapeDataString(path[4]),
                path.Length > 6 ? Uri.UnescapeDataString(path[6]) : null,
                http.Request
            );
        }

        if (fault.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
        }

        return Results.Content(fault.Body, "application/json", Encoding.UTF8, fault.Status);
    }

    private static async Task<IResult> PutAsync(
        TeamsStandIn teams,
        TimeProvider time,
        string conversation,
        string? activity,
        HttpRequest request
    )
    {
        if (teams.Find(conversation) is not { } chat)
        {
            return Error(404, "ConversationNotFound");
        }

        if (!chat.Installed)
        {
            return Error(403, "ForbiddenOperationException");
        }

        if (chat.Blocked)
        {
            // As Teams says it: a text that holds JSON once more.
            return Results.Json(
                new JsonObject
                {
                    ["errorCode"] = 209,
                    ["message"] = """{"subCode":"MessageWritesBlocked","details":"Message writes blocked."}""",
                },
                statusCode: 403
            );
        }

        if (!chat.Takes(time.GetUtcNow()))
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return Error(429, "Throttled");
        }

        using var message = await JsonDocument.ParseAsync(request.Body);
        if (Fault(message.RootElement) is { } fault)
        {
            teams.Complaints.Enqueue($"Message: {fault}");
            return fault == "MessageSizeTooBig" ? Error(413, fault) : Error(400, "BadSyntax");
        }

        var card = message.RootElement.GetProperty("attachments")[0].GetProperty("content").Clone();
        var summary = CardRules.Text(message.RootElement, "summary");
        var id = activity ?? TeamsStandIn.NewId();
        if (activity is null)
        {
            chat.Add(new(id, FromBot: true, time.GetUtcNow(), "", summary, card, 0));
        }
        else if (!chat.Replace(id, stored => stored with { Card = card, Summary = summary, Edits = stored.Edits + 1 }))
        {
            return Error(404, "ActivityNotFoundInConversation");
        }

        teams.Changed();
        return Results.Json(new JsonObject { ["id"] = id }, statusCode: activity is null ? 201 : 200);
    }

    private static string? Fault(JsonElement message) =>
        CardRules.Text(message, "type") != "message" ? "Not a message."
        : CardRules.Text(message, "summary").Length == 0 ? "Without a summary a phone shows only \"Card\"."
        : !message.TryGetProperty("attachments", out var attachments) || attachments.GetArrayLength() != 1 ? "One card is sent alone."
        : CardRules.Text(attachments[0], "contentType") != "application/vnd.microsoft.card.adaptive" ? "The attachment is no Adaptive Card."
        : CardRules.Fault(attachments[0].GetProperty("content"));

    private static IResult Error(int status, string code) =>
        Results.Json(
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = code },
            },
            statusCode: status
        );
}
