using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>The managed identity of an App Service or Functions host: a token for whoever knows the header's secret.</summary>
internal static class ManagedIdentityEndpoint
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    internal static void MapManagedIdentity(this IEndpointRouteBuilder endpoints, TeamsStandIn teams, string secret) =>
        endpoints.MapGet("/msi/token", (HttpRequest request) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            return request.Headers["X-IDENTITY-HEADER"] != secret || request.Query["api-version"] != "2019-08-01" ? Results.Unauthorized()
                : request.Query["resource"] != ConnectorEndpoints.Audience ? Results.BadRequest()
                : Results.Json(new JsonObject
                {
                    ["access_token"] = teams.OutgoingKey.Sign("rehearsal", ConnectorEndpoints.Audience, now, Life),
                    ["expires_on"] = (now + Life).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                    ["resource"] = ConnectorEndpoints.Audience,
                    ["token_type"] = "Bearer",
                });
        });
}
