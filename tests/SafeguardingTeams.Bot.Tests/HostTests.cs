using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

[Trait(Needs.Name, Needs.Emulator)]
public class HostTests(HostFixture stage)
{
    [Fact]
    public void Everything_missing_from_the_configuration_is_said_at_once()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Partnership:File"] = "/no/such/file", ["WebPage:Address"] = "http://page.example" }
        );
        var errors = builder.AddBot();
        foreach (
            var place in new[]
            {
                "Partnership:File",
                "WebPage:Address",
                "Bot:AppId",
                "Bot:TenantId",
                "AzureAd:ClientId",
                "Storage:TableEndpoint",
            }
        )
        {
            Assert.Single(errors, error => error.StartsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_storage_key_of_anything_but_the_emulator_is_refused()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["WebPage:Address"] = "https://page.example",
                ["Bot:AppId"] = Guid.NewGuid().ToString(),
                ["Bot:TenantId"] = Guid.NewGuid().ToString(),
                ["AzureAd:ClientId"] = Guid.NewGuid().ToString(),
                ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
                ["AzureAd:TenantId"] = "organizations",
                ["Storage:ConnectionString"] =
                    "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA==;TableEndpoint=https://x.table.core.windows.net/",
            }
        );
        Assert.StartsWith("Storage:ConnectionString: it is for the emulator", Assert.Single(builder.AddBot()), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Everything_the_host_registers_can_be_made(bool hasGraph)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["WebPage:Address"] = "https://page.example",
                ["Bot:AppId"] = Guid.NewGuid().ToString(),
                ["Bot:TenantId"] = Guid.NewGuid().ToString(),
                ["AzureAd:ClientId"] = Guid.NewGuid().ToString(),
                ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
                ["AzureAd:TenantId"] = "organizations",
                ["Storage:TableEndpoint"] = "https://account.table.core.windows.net/",
                ["Storage:CookieKey"] = "https://vault.vault.azure.net/keys/cookies",
                ["Partnership:File"] = RealFile.At,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            !hasGraph
                ? []
                : new Dictionary<string, string?>
                {
                    ["Graph:Mailbox"] = "operations@partnership.example",
                    ["Graph:SiteId"] = "partnership.sharepoint.com,1,2",
                    ["Graph:CaseRecords"] = "b!1",
                    ["Graph:SecuredRecords"] = "b!2",
                    ["Graph:Submissions"] = "b!3",
                }
        );
        Assert.Empty(builder.AddBot());
        await using var app = builder.Build();
        Assert.NotNull(app.Services);
    }

    [Fact]
    public async Task The_host_says_that_it_is_healthy_and_shows_nothing_else_to_nobody()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.WebPage };
        await Until.SoAsync(
            async () =>
            {
                using var health = await http.GetAsync("/health");
                return health.IsSuccessStatusCode
                    && (await health.Content.ReadAsStringAsync()).StartsWith("healthy\n", StringComparison.Ordinal);
            },
            "the host is healthy"
        );
        using var page = await http.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.StartsWith(
            new Uri(host.Page, "/entra/organizations/oauth2/v2.0/authorize").ToString(),
            page.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var path in new[] { "/web/session", "/web/actions" })
        {
            using var answer =
                path == "/web/session"
                    ? await http.GetAsync(path)
                    : await http.PostAsync(path, new StringContent("{}", new MediaTypeHeaderValue("application/json")));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_signed_in_press_without_the_pages_token_or_with_a_bad_body_is_refused()
    {
        await using var host = await stage.StartAsync(installs: false);
        using var http = await Browser.SignedInAsync(host, "mash-officer");
        var session = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("/web/session")).RootElement;
        Assert.Equal("MASH officer", session.GetProperty("name").GetString());
        var token = session.GetProperty("token").GetString()!;
        var officer = session.GetProperty("person").GetString()!;
        string Home(string person) => $"{{\"verb\":\"home\",\"data\":{{}},\"for\":\"{person}\"}}";
        (string Body, string? Token, HttpStatusCode Status)[] cases =
        [
            (Home(officer), null, HttpStatusCode.BadRequest),
            (Home(officer), "x", HttpStatusCode.BadRequest),
            ("{\"verb\":\"home\",\"data\":{}}", token, HttpStatusCode.BadRequest),
            (Home(""), token, HttpStatusCode.BadRequest),
            (Home($"{officer}x"), token, HttpStatusCode.Conflict),
            (Home(officer.ToUpperInvariant()), token, HttpStatusCode.Conflict),
            ("{", token, HttpStatusCode.BadRequest),
            ("{\"verb\":\"\",\"data\":{},\"for\":\"x\"}", token, HttpStatusCode.BadRequest),
            ("{\"verb\":\"home\",\"for\":\"x\"}", token, HttpStatusCode.BadRequest),
            ("{\"verb\":\"home\",\"data\":{\"a\":{\"b\":{\"c\":{\"d\":1}}}}}", token, HttpStatusCode.BadRequest),
            (new string(' ', 300_000), token, HttpStatusCode.RequestEntityTooLarge),
            (Home(officer), token, HttpStatusCode.OK),
        ];
        foreach (var (body, given, status) in cases)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/web/actions")
            {
                Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
            };
            request.Headers.Add("X-CSRF-TOKEN", given ?? "");
            using var answer = await http.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(
                status == HttpStatusCode.OK,
                (await answer.Content.ReadAsStringAsync()).Contains("Refer a serious incident", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Where_Entra_cannot_be_reached_whoever_comes_is_told_so()
    {
        await using var host = await stage.StartAsync(installs: false, configure: services =>
            services.PostConfigure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options =>
                options.BackchannelHttpHandler = new Unreachable()
            )
        );
        using var http = new HttpClient { BaseAddress = host.WebPage };
        foreach (var path in new[] { "/", "/sign-in" })
        {
            using var answer = await http.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Sign-in does not answer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("No way out.");
    }

    [Fact]
    public async Task Somebody_of_an_unlisted_tenant_cannot_sign_in()
    {
        await using var host = await stage.StartAsync(installs: false);
        var (status, body) = await Browser.SignInAsync(host, "stranger", new HttpClient(Browser.Cookies()) { BaseAddress = host.WebPage });
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("You could not be signed in", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Greenwich", body, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await Browser.SignInAsync(host, "school-lead", new HttpClient(Browser.Cookies()) { BaseAddress = host.WebPage })).Status
        );
    }
}
