using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Bot.Web;

namespace SafeguardingTeams.Bot.Api.Calling;

/// <summary>
/// Who calls the connector's API, by the token: a flow in the name of a person, for the connector's own registration; or an application
/// that the partnership has listed, which a tenant's administrator has given the role to read coded rows.
/// </summary>
internal static class ApiSignIn
{
    /// <summary>What a flow may do in somebody's name.</summary>
    internal const string Scope = "access_as_user";

    /// <summary>What an application may do in nobody's.</summary>
    internal const string ApplicationRole = "Records.ReadCoded";

    /// <summary>The scheme of the connector's tokens.</summary>
    internal const string Scheme = "connector";

    /// <summary>Who comes with a good token of the connector.</summary>
    internal static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    /// <summary>Adds it.</summary>
    internal static void AddApiSignIn(this IServiceCollection services, IConfiguration configuration, ConnectorSettings settings) =>
        services.AddTokensOf(
            configuration,
            Scheme,
            settings.ClientId,
            async (user, arrivals, cancellationToken) =>
                ApplicationOf(user) is { } application
                    ? settings.Applications.Contains(application, StringComparer.OrdinalIgnoreCase) && MayReadCoded(user)
                    : await BearerTokens.IsPersonsAsync(user, Scope, arrivals, cancellationToken),
            Said
        );

    /// <summary>The client id of an application's own token; null where a token is somebody's.</summary>
    internal static string? ApplicationOf(ClaimsPrincipal user) =>
        user.FindFirst("scp") is null ? user.FindFirst("azp")?.Value ?? "" : null;

    private static bool MayReadCoded(ClaimsPrincipal user) =>
        user.FindFirst("idtyp")?.Value == "app" && user.FindAll("roles").Any(role => role.Value == ApplicationRole);

    private static Task Said(JwtBearerChallengeContext context) =>
        Problems.Of(StatusCodes.Status401Unauthorized, "not-signed-in", Problems.NotSignedIn).ExecuteAsync(context.HttpContext);
}
