using System.Globalization;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Entra;

/// <summary>The managed identity of an App Service or Functions host: a token for whoever knows the header's secret.</summary>
internal static class ManagedIdentityEndpoint
{
    internal static void MapManagedIdentity(this IEndpointRouteBuilder endpoints, StandInTokens tokens, string secret) =>
        endpoints.MapGet("/msi/token", (HttpRequest request) => request.Headers["X-IDENTITY-HEADER"] != secret
            || request.Query["api-version"] != "2019-08-01"
                ? Results.Unauthorized()
            : tokens.For(request.Query["resource"].ToString()) is not var (token, until) ? Results.BadRequest()
            : Results.Json(
                new JsonObject
                {
                    ["access_token"] = token,
                    ["expires_on"] = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                    ["resource"] = request.Query["resource"].ToString(),
                    ["token_type"] = "Bearer",
                }
            ));
}
