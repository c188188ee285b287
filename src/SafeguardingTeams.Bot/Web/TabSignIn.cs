using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using SafeguardingTeams.Presentation.Pages;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Who is at the tab, by the token Teams gives it with each request: issued for the page's registration, by a listed tenant, for somebody
/// who is there. No cookie is set or read under <c>/tab</c>, and no such token counts anywhere else.
/// </summary>
internal static class TabSignIn
{
    /// <summary>What Teams asks for in somebody's name.</summary>
    internal const string Scope = "access_as_user";

    /// <summary>The scheme of the tab's tokens.</summary>
    internal const string Scheme = "tab";

    /// <summary>Who comes with a good token of the tab.</summary>
    internal static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    /// <summary>Adds it, after the page's own sign-in.</summary>
    internal static void AddTabSignIn(this IServiceCollection services, IConfiguration configuration) =>
        services.AddTokensOf(
            configuration,
            Scheme,
            configuration["AzureAd:ClientId"]!,
            (user, arrivals, cancellationToken) => BearerTokens.IsPersonsAsync(user, Scope, arrivals, cancellationToken),
            Said
        );

    /// <summary>Nobody without a good token is told anything, but what to do.</summary>
    private static Task Said(JwtBearerChallengeContext context)
    {
        context.Response.ContentType = TabPages.Html;
        return context.Response.WriteAsync(OversightPage.NotSignedIn, context.HttpContext.RequestAborted);
    }
}
