using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>The SDK as its samples set it up, with nothing in front: what it lets in, and what it answers.</summary>
internal sealed class SdkAlone : TeamsActivityHandler, IAsyncDisposable
{
    private WebApplication _app = null!;

    internal Uri Address { get; } = new($"http://127.0.0.1:{Azurite.FreePort()}");

    internal int Came { get; private set; }

    internal string Culture { get; private set; } = "";

    internal Action? Does { get; set; }

    /// <summary>What it asked of the world; nothing is sent on.</summary>
    internal ConcurrentQueue<string> Asked { get; } = new();

    /// <param name="door">The door whose keys it trusts.</param>
    internal static async Task<SdkAlone> OpenAsync(TeamsDoorFixture door)
    {
        var alone = new SdkAlone();
        var metadata = new Uri(door.Address, "/metadata").ToString();
        TakePlainHttp(metadata);
        var authentication = BotFrameworkAuthenticationFactory.Create(
            "",
            true,
            "https://login.example",
            "https://api.botframework.com/.default",
            "https://api.botframework.com",
            "https://api.botframework.com",
            metadata,
            metadata,
            null,
            new NoSecrets(),
            new AuthenticationConfiguration(),
            new Asking(alone.Asked),
            null
        );
        var adapter = new CloudAdapter(authentication);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(alone.Address.ToString());
        alone._app = builder.Build();
        alone._app.MapPost("/api/messages", (HttpContext http) =>
            adapter.ProcessAsync(http.Request, http.Response, alone, http.RequestAborted)
        );
        await alone._app.StartAsync();
        return alone;
    }

    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        (Came, Culture) = (Came + 1, CultureInfo.CurrentCulture.Name);
        Does?.Invoke();
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext,
        AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.card.adaptive",
                Value = new JObject { ["type"] = "AdaptiveCard" },
            }
        );

    /// <summary>The SDK fetches keys over https only. Everything but that is left to it.</summary>
    private static void TakePlainHttp(string metadata)
    {
        var cache = typeof(JwtTokenExtractor)
            .GetField("_openIdMetadataCache", BindingFlags.NonPublic | BindingFlags.Static)!
            .GetValue(null)!;
        ((ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>>)cache)[metadata] = new(
            metadata,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }
        );
    }

    private sealed class NoSecrets : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
            Task.FromResult(appId == TeamsDoorFixture.AppId);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(
            string appId,
            string audience,
            string loginEndpoint,
            bool validateAuthority,
            CancellationToken cancellationToken
        ) => Task.FromResult<ServiceClientCredentials>(new TokenCredentials("token"));
    }

    private sealed class Asking(ConcurrentQueue<string> asked) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Enqueue($"{request.Method} {request.RequestUri!.Host}");
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound) { Content = new StringContent("{}") });
        }
    }
}
