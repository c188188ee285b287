using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Newtonsoft.Json.Linq;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>The SDK as its samples set it up, with a handler that answers every press with the same card.</summary>
internal sealed class SdkAlone : TeamsActivityHandler
{
    private static readonly AdaptiveCardInvokeResponse Answer = new()
    {
        StatusCode = 200,
        Type = "application/vnd.microsoft.card.adaptive",
        Value = JObject.Parse(Server.Card),
    };

    internal static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string keys)
    {
        // The SDK fetches keys over https only; this run's are announced on this machine.
        var cache = typeof(JwtTokenExtractor)
            .GetField("_openIdMetadataCache", BindingFlags.NonPublic | BindingFlags.Static)!
            .GetValue(null)!;
        ((ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>>)cache)[keys] = new(
            keys,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }
        );
        var adapter = new CloudAdapter(
            BotFrameworkAuthenticationFactory.Create(
                "",
                true,
                "https://login.example",
                "https://api.botframework.com/.default",
                "https://api.botframework.com",
                "https://api.botframework.com",
                keys,
                keys,
                null,
                new PasswordServiceClientCredentialFactory(Server.AppId, "none", "", null, null),
                new AuthenticationConfiguration(),
                null,
                null
            )
        );
        var bot = new SdkAlone();
        return endpoints.MapPost("/api/messages", (HttpContext http) =>
            adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted)
        );
    }

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext,
        AdaptiveCardInvokeValue invokeValue,
        CancellationToken cancellationToken
    ) => Task.FromResult(Answer);
}
