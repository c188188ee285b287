using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>
/// For a local client that sends no token, such as Microsoft's own playground: signs what it sends with this run's key and
/// passes it on. Only for clients on this machine; the bot itself has no way in without a token.
/// </summary>
internal static class SigningDoor
{
    internal static void MapSigningDoor(this IEndpointRouteBuilder endpoints, TeamsStandIn teams) =>
        endpoints.MapPost("/door/api/messages", async (HttpContext http) =>
        {
            if (
                http.Connection.RemoteIpAddress is not { } from
                || !System.Net.IPAddress.IsLoopback(from)
                || await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) is not JsonObject activity
            )
            {
                return Results.StatusCode(403);
            }

            using var response = await teams.DeliverAsync(activity, People.Cast.Stranger);
            return Results.Content(
                await response.Content.ReadAsStringAsync(),
                response.Content.Headers.ContentType?.ToString() ?? "application/json",
                statusCode: (int)response.StatusCode
            );
        });
}
