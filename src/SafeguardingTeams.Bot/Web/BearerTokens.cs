using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.App.Directory;
using JwtBearerToken = Microsoft.AspNetCore.Authentication.JwtBearer.TokenValidatedContext;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Tokens that come with a request, of the tab and of the connector: issued by a listed tenant, for the registration, signed by Entra's
/// keys. Which scheme is asked follows from the address, so that no token counts anywhere else.
/// </summary>
internal static class BearerTokens
{
    /// <summary>Adds a scheme.</summary>
    /// <param name="scheme">Its name.</param>
    /// <param name="clientId">The registration the tokens are for.</param>
    /// <param name="check">What else is asked of a good token; false where it does not count.</param>
    /// <param name="said">What is answered without a good token.</param>
    internal static void AddTokensOf(
        this IServiceCollection services,
        IConfiguration configuration,
        string scheme,
        string clientId,
        Func<ClaimsPrincipal, Arrivals, CancellationToken, Task<bool>> check,
        Func<JwtBearerChallengeContext, Task> said
    )
    {
        var entra = configuration.GetSection("AzureAd");
        var instance = configuration["AzureAd:Instance"]!.TrimEnd('/');
        services
            .AddAuthentication()
            .AddMicrosoftIdentityWebApi(
                _ => { },
                options =>
                {
                    entra.Bind(options);
                    options.ClientId = clientId;
                },
                scheme
            );
        services
            .AddOptions<JwtBearerOptions>(scheme)
            .Configure<IPeople, Arrivals>(
                (options, people, arrivals) =>
                {
                    options.RequireHttpsMetadata = !new Uri(instance).IsLoopback;
                    options.MapInboundClaims = false;
                    options.SaveToken = false;
                    var checks = options.TokenValidationParameters;
                    checks.NameClaimType = "name";
                    checks.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
                    checks.AudienceValidator = null;
                    checks.ValidAudiences = [clientId, $"api://{new Uri(configuration["WebPage:Address"]!).Authority}/{clientId}"];
                    checks.IssuerValidator = (issuer, token, _) => SignIn.Issuer(issuer, token, instance, people);
                    options.Events.OnTokenValidated = Checked(options.Events.OnTokenValidated, check, arrivals);
                    options.Events.OnChallenge = context =>
                    {
                        context.HandleResponse();
                        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                        context.Response.Headers.CacheControl = "no-store";
                        return said(context);
                    };
                }
            );
    }

    /// <summary>Whether a token is that of an app in the name of a person who may come in; a guest where they would at the page.</summary>
    internal static async Task<bool> IsPersonsAsync(
        ClaimsPrincipal user,
        string scope,
        Arrivals arrivals,
        CancellationToken cancellationToken
    )
    {
        var account = Visitor.AccountOf(user);
        return (user.FindFirst("scp")?.Value ?? "").Split(' ').Contains(scope)
            && Guid.TryParseExact(account.ObjectId, "D", out _)
            && (!SignIn.IsGuest(user) || await arrivals.TakesGuestAsync(account, cancellationToken));
    }

    private static Func<JwtBearerToken, Task> Checked(
        Func<JwtBearerToken, Task> theirs,
        Func<ClaimsPrincipal, Arrivals, CancellationToken, Task<bool>> check,
        Arrivals arrivals
    ) =>
        async context =>
        {
            if (await check(context.Principal!, arrivals, context.HttpContext.RequestAborted))
            {
                await theirs(context);
            }
            else
            {
                context.Fail("The token is for nobody who may come in here.");
            }
        };
}
