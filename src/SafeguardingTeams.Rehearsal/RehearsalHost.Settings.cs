using Azure.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal.StandIns.Entra;

namespace SafeguardingTeams.Rehearsal;

public sealed partial class RehearsalHost
{
    /// <summary>The settings every host of the product has.</summary>
    private Dictionary<string, string?> Settings() =>
        new(Graph.Settings)
        {
            ["Storage:ConnectionString"] = Azurite.ConnectionString,
            ["Storage:Table"] = $"{_options.TablePrefix}{_run}",
            ["Storage:Container"] = $"{_options.TablePrefix}{_run}".ToLowerInvariant(),
            ["Storage:AuditContainer"] = $"{_options.TablePrefix}{_run}-audit".ToLowerInvariant(),
            ["WebPage:Address"] = WebPage.ToString(),
            ["Bot:AppId"] = _botAppId,
            ["Bot:TenantId"] = _clientId,
            ["Graph:TenantId"] = People.Cast.CouncilOf(_file),
            ["Bot:Metadata"] = new Uri(Page, "/botframework/openidconfiguration").ToString(),
            ["Bot:ServiceHosts:0"] = Page.Authority,
            ["Bot:ServiceHosts:1"] = _options.LocalClient,
            ["Partnership:File"] = _options.PartnershipFile,
            ["Connector:LoopbackCallbacks"] = "true",
        };

    private Dictionary<string, string?> BotSettings() =>
        new(Settings())
        {
            ["AzureAd:Instance"] = new Uri(Page, "/entra/").ToString(),
            ["AzureAd:ClientId"] = _clientId,
            ["AzureAd:TenantId"] = "organizations",
            ["AzureAd:CallbackPath"] = "/signin-oidc",
            ["Tab:Host"] = Page.GetLeftPart(UriPartial.Authority),
            ["Connector:ClientId"] = _connectorId,
            ["Connector:Applications:0"] = Connections.Application,
            ["Connector:Applications:1"] = Connections.OtherApplication,
            ["Connector:CallsAtOnce"] = _options.CallsAtOnce?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    /// <summary>
    /// Begins another host of the product on this run's storage and stand-ins, as its commands do beside the bot. Its settings can still be
    /// changed.
    /// </summary>
    public WebApplicationBuilder Begin()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" }
        );
        builder.Configuration.AddInMemoryCollection(BotSettings());
        builder.Logging.ClearProviders();
        if (_options.Logs is { } logs)
        {
            builder.Logging.AddProvider(logs);
        }

        if (_options.LogsToConsole)
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        builder.Services.AddSingleton<TimeProvider>(_options.Clock);
        builder.Services.AddSingleton<TokenCredential>(new StandInCredential(_tokens));
        _options.Configure?.Invoke(builder.Services);
        // A machine that does everything at once may be slow: that is no fault to be told of.
        builder.Services.TryAddSingleton(new StoragePatience(TimeSpan.FromMinutes(1), 3));
        builder.Services.TryAddSingleton(new AnswerPatience { Longest = TimeSpan.FromMinutes(2) });
        return builder;
    }
}
