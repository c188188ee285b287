using Microsoft.IdentityModel.JsonWebTokens;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

/// <summary>Whether a request may be made: a token of ours, for Graph, in time, that shows a permission the request needs.</summary>
internal static class Access
{
    /// <summary>The permission that allows it; empty where none is needed.</summary>
    /// <exception cref="GraphRefusal">It may not be made.</exception>
    internal static async Task<string> CheckAsync(GraphStandIn graph, GraphRoute route, HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (route.Permissions.Length == 0)
        {
            return header.Length == 0
                ? ""
                : throw new GraphRefusal(401, "unauthenticated", "a token was sent to an address that carries its own permission.");
        }

        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : "";
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new()
            {
                ValidIssuer = "rehearsal",
                ValidAudience = GraphStandIn.Resource,
                IssuerSigningKey = graph.Key.Checking,
                LifetimeValidator = (from, to, _, _) =>
                    from <= TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5) && to > TimeProvider.System.GetUtcNow().UtcDateTime,
            }
        );
        if (!valid.IsValid)
        {
            throw new GraphRefusal(401, "InvalidAuthenticationToken");
        }

        var roles = ((JsonWebToken)valid.SecurityToken)
            .Claims.Where(claim => claim.Type == "roles")
            .Select(claim => claim.Value)
            .ToHashSet(StringComparer.Ordinal);
        return route.Permissions.FirstOrDefault(roles.Contains)
            ?? throw new GraphRefusal(403, route.IsOfMailbox ? "ErrorAccessDenied" : "accessDenied");
    }
}
