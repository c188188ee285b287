using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Bot.Web.CookieKeys;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Typing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bot.Web;

/// <summary>
/// The second channel: a signed-in page where the same person finds the same tasks and cards, drawn by the official
/// renderer. For everybody whose Teams cannot be given the app.
/// </summary>
internal static class WebPage
{
    /// <summary>A setting: who stands in for Teams round the tab, in a rehearsal.</summary>
    private const string TabHost = "Tab:Host";

    private const int MaxBytes = 256 * 1024;

    /// <summary>
    /// What is wrong with the settings: the tab has another host than Teams only where all is on one machine; keys of cookies are wrapped
    /// wherever storage is not the emulator.
    /// </summary>
    internal static IEnumerable<string> Errors(IConfiguration configuration)
    {
        if (
            configuration[TabHost] is { } host
            && !(
                Uri.TryCreate(host, UriKind.Absolute, out var at)
                && at.IsLoopback
                && host == at.GetLeftPart(UriPartial.Authority)
                && Uri.TryCreate(configuration["WebPage:Address"], UriKind.Absolute, out var page)
                && page.IsLoopback
            )
        )
        {
            yield return $"{TabHost}: is for a rehearsal on one machine; leave it out, and Teams shows the tab.";
        }

        foreach (var error in CookieVault.Errors(configuration))
        {
            yield return error;
        }
    }

    internal static void AddWebPage(this IServiceCollection services, IConfiguration configuration)
    {
        var secure = configuration["WebPage:Address"]!.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        services.AddSignIn(configuration, secure);
        services.AddTabSignIn(configuration);
        services.AddAuthorization();
        services.AddDataProtection().SetApplicationName("SafeguardingTeams");
        services.AddSingleton<KeyRows>().AddSingleton(_ => new HeldFiles()).AddSingleton(_ => new UploadTurns());
        if (CookieVault.Named(configuration) is { } key)
        {
            services.AddSingleton(provider => new CookieVault(key, provider.GetRequiredService<TokenCredential>()));
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInStorage>();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF-TOKEN";
            options.Cookie.Name = "safeguarding-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
    }

    internal static void UseWebPage(this WebApplication app)
    {
        var rehearsal = app.Configuration[TabHost];
        app.Use((http, next) => SecurityHeaders(http, next, TabPages.FramedBy(http.Request.Path, rehearsal)));
        app.Use(PlainAnswers.AnswerAsync);
        // Made at the start, which is when it deletes what was left.
        app.Services.GetRequiredService<HeldFiles>();
        var files = new EmbeddedFileProvider(typeof(WebPage).Assembly, "Page");
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/page" });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", async (HttpContext http) =>
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.CacheControl = "no-store";
                await using var page = files.GetFileInfo("index.html").CreateReadStream();
                await page.CopyToAsync(http.Response.Body, http.RequestAborted);
            })
            .RequireAuthorization();
        app.MapGet("/web/session", (HttpContext http, IAntiforgery antiforgery) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return Results.Json(
                    new WebSession(
                        Visitor.NameOf(http),
                        Visitor.Of(http),
                        antiforgery.GetAndStoreTokens(http).RequestToken!,
                        SignIn.IsGuest(http.User) ? SignIn.GuestAddress : SignIn.ChooseAddress
                    ),
                    WebJson.Default.WebSession
                );
            })
            .RequireAuthorization();
        app.MapPost("/web/actions", (Delegate)PressedAsync).RequireAuthorization();
        app.MapCaseFiles();
        app.MapRecordFiles();
        app.MapEvidence();
        app.MapReviewReports();
        app.MapTab(new(app.Configuration["WebPage:Address"]!), rehearsal);
        app.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(http))
                {
                    return Results.BadRequest();
                }

                await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                return Results.NoContent();
            })
            .RequireAuthorization();
        app.MapGet("/privacy", (PartnershipWords words) =>
                Pages.Of(
                    "Privacy",
                    string.Concat(PrivacyWords.Sections(words).Select(section => Pages.Heading(section.Heading) + Pages.Say(section.Text)))
                )
            )
            .AllowAnonymous();
        app.MapGet("/terms", (PartnershipWords words) =>
                SignIn.Plain(
                    "Terms of use",
                    $"For people who work with {words.PartnershipName}, for referring serious safeguarding incidents and taking "
                        + $"part in what follows. Not for reporting a child at risk now: call 999, or {words.FrontDoorName}, "
                        + $"{words.FrontDoorTelephone}.",
                    null
                )
            )
            .AllowAnonymous();
        app.MapGet(SignIn.ChooseAddress, (Delegate)SignIn.Choose).AllowAnonymous();
        app.MapGet(SignIn.GuestAddress, (HttpContext http, string? open) => SignIn.AsGuest(http, open)).AllowAnonymous();
        app.MapGet("/signed-out", (string? @as) =>
                SignIn.Plain(
                    "Signed out",
                    "You are signed out of this page. What you saved is kept. If others use this computer too, sign out of "
                        + "Microsoft 365 as well.",
                    @as == "guest" ? SignIn.GuestAddress : SignIn.ChooseAddress
                )
            )
            .AllowAnonymous();
    }

    private static async Task<IResult> PressedAsync(HttpContext http, IAntiforgery antiforgery, ICardActions cards, AnswerPatience patience)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (http.Request.ContentLength is null or > MaxBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        WebInvocation? invocation;
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            var json = body.GetBuffer().AsSpan(0, (int)body.Length);
            WholeJson.Mend(json);
            invocation = JsonSerializer.Deserialize(json, WebJson.Default.WebInvocation);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (invocation is not { Verb.Length: > 0, Data: { } data, For.Length: > 0 })
        {
            return Results.BadRequest();
        }

        // A press counts for the person its card was drawn for, or for nobody: another may have signed in since in this browser.
        if (invocation.For != Visitor.Of(http))
        {
            return Results.Json(
                new WebSomebodyElse(Visitor.NameOf(http)),
                WebJson.Default.WebSomebodyElse,
                statusCode: StatusCodes.Status409Conflict
            );
        }

        // What was begun is finished even where the browser has gone.
        http.Response.Headers.CacheControl = "no-store";
        var answering = cards.AnswerAsync(Visitor.Did(http, invocation.Verb, data), CancellationToken.None);
        return await patience.WithinAsync(answering, () => new CardReply.Message(AnswerPatience.Late)) switch
        {
            CardReply.Card card => Results.Bytes(card.Json, "application/vnd.microsoft.card.adaptive+json"),
            CardReply.Message message => Results.Json(
                new WebMessage(message.Text),
                WebJson.Default.WebMessage,
                statusCode: StatusCodes.Status503ServiceUnavailable
            ),
            _ => throw new InvalidOperationException("An unknown kind of answer."),
        };
    }

    /// <param name="framedBy">Who may frame what is answered.</param>
    private static Task SecurityHeaders(HttpContext http, RequestDelegate next, string framedBy)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri "
            + $"'none'; form-action 'self'; frame-ancestors {framedBy}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(http);
    }

    /// <summary>The keys of cookies stand in case storage, so that every instance of the host reads them.</summary>
    private sealed class KeysInStorage(KeyRows keys, IServiceProvider services) : IConfigureOptions<KeyManagementOptions>
    {
        public void Configure(KeyManagementOptions options)
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = services.GetService<CookieVault>() is { } vault ? new WrappedKeys(vault) : null;
        }
    }
}

/// <summary>Who is signed in, for the page: the name to show; the account and the token, which come back with every press.</summary>
/// <param name="SignIn">Where they sign in again.</param>
internal sealed record WebSession(string Name, string Person, string Token, string SignIn);

/// <summary>A press on the page.</summary>
/// <param name="Verb">What was pressed.</param>
/// <param name="Data">Keys and inputs.</param>
/// <param name="For">The account the card was drawn for.</param>
internal sealed record WebInvocation(string Verb, Dictionary<string, string> Data, string For);

/// <summary>Nothing was done: the card was drawn for another than the one who is signed in now.</summary>
internal sealed record WebSomebodyElse(string Name);

/// <summary>A line to show beside the card.</summary>
internal sealed record WebMessage(string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 4)]
[JsonSerializable(typeof(WebSession))]
[JsonSerializable(typeof(WebInvocation))]
[JsonSerializable(typeof(WebMessage))]
[JsonSerializable(typeof(WebSomebodyElse))]
internal sealed partial class WebJson : JsonSerializerContext;
