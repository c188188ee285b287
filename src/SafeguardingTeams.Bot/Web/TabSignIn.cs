using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Presentation.Pages;
using JwtBearerToken = Microsoft.AspNetCore.Authentication.JwtBearer.TokenValidatedContext;

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
    private const string Scheme = "tab";

    /// <summary>The scheme that is asked by default: the tab's under <c>/tab</c>, the page's everywhere else.</summary>
    private const string ByAddress = "by-address";

    /// <summary>Who comes with a good token of the tab.</summary>
    internal static AuthorizationPolicy Policy { get; } = new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().Build();

    /// <summary>Adds it, after the page's own sign-in.</summary>
    internal static void AddTabSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options =>
                options.ForwardDefaultSelector = http =>
                    TabPages.Has(http.Request.Path) ? Scheme : OpenIdConnectDefaults.AuthenticationScheme
            )
            .AddMicrosoftIdentityWebApi(configuration.GetSection("AzureAd"), Scheme);
        services
            .AddOptions<JwtBearerOptions>(Scheme)
            .Configure<IPeople, Arrivals>(
                (options, people, arrivals) =>
                {
                    var (instance, client) = (configuration["AzureAd:Instance"]!.TrimEnd('/'), configuration["AzureAd:ClientId"]!);
                    options.RequireHttpsMetadata = !new Uri(instance).IsLoopback;
                    options.MapInboundClaims = false;
                    options.SaveToken = false;
                    var checks = options.TokenValidationParameters;
                    checks.NameClaimType = "name";
                    checks.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
                    checks.AudienceValidator = null;
                    checks.ValidAudiences = [client, $"api://{new Uri(configuration["WebPage:Address"]!).Authority}/{client}"];
                    checks.IssuerValidator = (issuer, token, _) => SignIn.Issuer(issuer, token, instance, people);
                    options.Events.OnTokenValidated = OnlyPeople(options.Events.OnTokenValidated, arrivals);
                    options.Events.OnChallenge = Said;
                }
            );
    }

    /// <summary>
    /// A token is somebody's, given to an app in their name, and not an app's own; a guest of a tenant comes in where they would at the
    /// page.
    /// </summary>
    private static Func<JwtBearerToken, Task> OnlyPeople(Func<JwtBearerToken, Task> theirs, Arrivals arrivals) =>
        async context =>
        {
            var user = context.Principal!;
            var account = Visitor.AccountOf(user);
            if (!(user.FindFirst("scp")?.Value ?? "").Split(' ').Contains(Scope) || !Guid.TryParseExact(account.ObjectId, "D", out _))
            {
                context.Fail("The token is not for the tab in somebody's name.");
            }
            else if (SignIn.IsGuest(user) && !await arrivals.TakesGuestAsync(account, context.HttpContext.RequestAborted))
            {
                context.Fail("A guest of the tenant whom nobody has invited here.");
            }
            else
            {
                await theirs(context);
            }
        };

    /// <summary>Nobody without a good token is told anything, but what to do.</summary>
    private static async Task Said(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = TabPages.Html;
        await context.Response.WriteAsync(OversightPage.NotSignedIn, context.HttpContext.RequestAborted);
    }
}
