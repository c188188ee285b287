using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// Sign-in with Microsoft Entra ID, for people of the listed tenants only. The page needs to know who somebody is and
/// nothing else, so it asks for an id token alone and holds no secret.
/// </summary>
internal static class SignIn
{
    /// <summary>Where somebody goes to choose the account to sign in with.</summary>
    internal const string ChooseAddress = "/sign-in";

    /// <summary>
    /// Where a guest of the site's tenant signs in: at that tenant, since elsewhere their account is that of their own organisation.
    /// </summary>
    internal const string GuestAddress = "/guest";

    /// <summary>A property of a sign-in: the tenant it is at, in place of whichever somebody belongs to.</summary>
    private const string AtTenant = "at-tenant";

    /// <summary>The claim of who has vouched for an account, under its own name and the one it may be mapped to.</summary>
    private static readonly string[] Vouched = ["idp", "http://schemas.microsoft.com/identity/claims/identityprovider"];

    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    internal static void AddSignIn(this IServiceCollection services, IConfiguration configuration, bool secure)
    {
        services
            .AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(configuration.GetSection("AzureAd"));
        services.AddSingleton<SignedInSessions>();
        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure(options =>
            {
                // Browsers keep cookies by the machine's time, whatever clock the cases run by.
                options.TimeProvider = TimeProvider.System;
                options.Cookie.Name = secure ? "__Host-safeguarding" : "safeguarding";
                options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = WorkingDay;
                options.SlidingExpiration = false;
                options.EventsType = typeof(SignedInSessions);
            });
        services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<IPeople, Arrivals>(
                (options, people, arrivals) =>
                {
                    var instance = configuration["AzureAd:Instance"]!.TrimEnd('/');
                    options.TimeProvider = TimeProvider.System;
                    options.RequireHttpsMetadata = !new Uri(instance).IsLoopback;
                    options.ResponseType = "id_token";
                    options.MapInboundClaims = false;
                    options.UseTokenLifetime = false;
                    options.TokenValidationParameters.NameClaimType = "name";
                    options.TokenValidationParameters.IssuerValidator = (issuer, token, _) => Issuer(issuer, token, instance, people);
                    options.Events.OnRedirectToIdentityProvider = Earlier(options.Events.OnRedirectToIdentityProvider, context =>
                        OnlyForPages(context, configuration["AzureAd:TenantId"]!)
                    );
                    options.Events.OnTokenValidated = OnlyInvited(options.Events.OnTokenValidated, arrivals);
                    options.Events.OnRemoteFailure = Refused;
                    if (!secure)
                    {
                        // On this machine only: over plain http a browser keeps no cookie that is marked secure.
                        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
                        {
                            (cookie.SecurePolicy, cookie.SameSite) = (CookieSecurePolicy.SameAsRequest, SameSiteMode.Lax);
                        }
                    }
                }
            );
    }

    /// <summary>
    /// Sends somebody to choose an account, whoever is signed in: the session they were in ends once the new one begins. On a shared
    /// computer Entra would else let the last person in again without asking.
    /// </summary>
    internal static IResult Choose(HttpContext http) => Challenge(http, "/", null);

    /// <summary>
    /// The same at the site's tenant, for its guests. What is opened then is a reference, and nothing else that somebody may have put into
    /// the link.
    /// </summary>
    internal static IResult AsGuest(HttpContext http, string? open) =>
        Challenge(
            http,
            RecordRef.TryParse(open ?? "") is { } record ? $"/?open={record}" : "/",
            http.RequestServices.GetService<GraphTenant>()?.Id
        );

    private static IResult Challenge(HttpContext http, string then, string? tenant)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = then, Prompt = OpenIdConnectPrompt.SelectAccount };
        properties.Items[SignedInSessions.Replaces] = SignedInSessions.Of(http.User);
        if (tenant is not null)
        {
            properties.Items[AtTenant] = tenant;
        }

        return Results.Challenge(properties, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    /// <summary>
    /// Whether a sign-in was with an account of another organisation than the tenant it is at: Entra then says in the token who has vouched
    /// for it, which for its own people is left out, or is the tenant itself; and, where the registration asks for it, that it is a guest.
    /// </summary>
    internal static bool IsGuest(ClaimsPrincipal user) =>
        user.FindFirst("acct")?.Value == "1"
        || Vouched.Select(user.FindFirst).FirstOrDefault(claim => claim is not null) is { Value.Length: > 0 } vouched
            && !vouched.Value.Contains(Visitor.AccountOf(user).TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>A short page of text, for what happens outside a card.</summary>
    /// <param name="again">Where to sign in again; null where that is of no use.</param>
    /// <param name="asGuest">Where to sign in as a guest; null where that is of no use.</param>
    /// <param name="status">Of the answer.</param>
    internal static IResult Plain(string title, string text, string? again, string? asGuest = null, int status = StatusCodes.Status200OK) =>
        Pages.Of(
            title,
            Pages.Say(text) + Link(again, "Sign in again") + Link(asGuest, "Sign in as a guest, if you were invited by email"),
            status
        );

    private static string Link(string? address, string text) =>
        address is null ? "" : $"""<p class="govuk-body"><a class="govuk-link" href="{Pages.Safe(address)}">{Pages.Safe(text)}</a></p>""";

    /// <summary>The issuer where it is a listed tenant of the sign-in; nobody else is taken.</summary>
    internal static string Issuer(string issuer, SecurityToken token, string instance, IPeople people) =>
        token is JsonWebToken jwt
        && jwt.TryGetPayloadValue<string>("tid", out var tenant)
        && Guid.TryParseExact(tenant, "D", out _)
        && people.ListsTenant(tenant)
        && issuer == $"{instance}/{tenant}/v2.0"
            ? issuer
            : throw new SecurityTokenInvalidIssuerException("The issuer is not one of the listed tenants.");

    /// <summary>
    /// A request of the page's script is told that it is signed out; only a page is sent to sign in; a file that was sent is said to be
    /// unsent.
    /// </summary>
    private static async Task OnlyForPages(RedirectContext context, string authority)
    {
        var (request, response) = (context.Request, context.Response);
        if (context.Properties.Items.TryGetValue(AtTenant, out var tenant))
        {
            context.ProtocolMessage.IssuerAddress = context.ProtocolMessage.IssuerAddress.Replace(
                $"/{authority}/",
                $"/{tenant}/",
                StringComparison.Ordinal
            );
        }

        var isFilePage = CaseFilePages.Addresses.Any(address => request.Path.StartsWithSegments(address, StringComparison.Ordinal));
        if (
            request.Path == "/"
            || request.Path == ChooseAddress
            || request.Path == GuestAddress
            || HttpMethods.IsGet(request.Method) && isFilePage
        )
        {
            return;
        }

        response.StatusCode = StatusCodes.Status401Unauthorized;
        context.HandleResponse();
        if (isFilePage)
        {
            await Pages
                .Of(
                    "Nothing was sent",
                    Pages.Problem("You have been signed out. The file is still on the computer it was chosen on.")
                        + $"""<p><a href="{Pages.Safe(request.Path)}">Sign in, and open the page again</a></p>""",
                    StatusCodes.Status401Unauthorized
                )
                .ExecuteAsync(context.HttpContext);
        }
    }

    private static Func<RedirectContext, Task> Earlier(Func<RedirectContext, Task> theirs, Func<RedirectContext, Task> ours) =>
        async context =>
        {
            await ours(context);
            if (!context.Handled)
            {
                await theirs(context);
            }
        };

    /// <summary>
    /// A guest of a listed tenant is not of its agencies: they come in only where they are known, or were invited here. Whatever address
    /// their token has says nothing.
    /// </summary>
    private static Func<TokenValidatedContext, Task> OnlyInvited(Func<TokenValidatedContext, Task> theirs, Arrivals arrivals) =>
        async context =>
        {
            await theirs(context);
            var user = context.Principal!;
            if (IsGuest(user) && !await arrivals.TakesGuestAsync(Visitor.AccountOf(user), context.HttpContext.RequestAborted))
            {
                context.Fail("A guest of the tenant whom nobody has invited here.");
            }
        };

    private static async Task Refused(RemoteFailureContext context)
    {
        context.HandleResponse();
        await Plain(
                "Not available",
                "You could not be signed in. This page is not available to every organisation; if you think yours should be "
                    + "able to use it, ask your IT team. If a child is at risk now, call 999.",
                ChooseAddress,
                GuestAddress,
                StatusCodes.Status403Forbidden
            )
            .ExecuteAsync(context.HttpContext);
    }
}
