using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot.Api;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Dispatch;
using SafeguardingTeams.Bot.Health;
using SafeguardingTeams.Bot.Sweeps;
using SafeguardingTeams.Bot.Teams;
using SafeguardingTeams.Bot.Web;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Microsoft365.Telemetry;

namespace SafeguardingTeams.Bot;

/// <summary>
/// The bot's host, for whoever runs it: Azure, or the rehearsal in its own process. What a host has added before (a clock,
/// a credential) is kept.
/// </summary>
public static partial class BotHost
{
    /// <summary>
    /// Adds everything. Reads <c>Partnership:File</c>, <c>WebPage:Address</c> and the sections Storage, Bot and AzureAd.
    /// </summary>
    /// <returns>Everything that is wrong with the configuration; nothing may be started unless it is empty.</returns>
    public static ImmutableList<string> AddBot(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.TryAddSingleton(StoragePatience.ForPeople);
        var errors = builder.Services.AddSafeguarding(configuration, "AzureAd:ClientId");
        errors = [.. errors, .. WebPage.Errors(configuration), .. ConnectorSettings.Errors(configuration)];
        if (errors.Count > 0)
        {
            return errors;
        }

        builder.Services.AddTelemetry(configuration, "bot");
        builder.Services.AddTeamsDoor();
        builder.Services.AddSingleton<IListedTenants, ListedTenants>();
        builder.Services.AddSingleton<ITeamsActivities, TeamsActivities>();
        builder.Services.AddHostedService<WarmUp>();
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddHostedService<ReconcileWorker>();
        builder.Services.AddHostedService<FlowWorker>();
        builder.Services.AddSingleton<SweepWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SweepWatch>());
        builder.Services.AddHealth();
        builder.Services.AddOwnAddress();
        builder.Services.AddWebPage(configuration);
        builder.Services.AddConnectorApi(configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder
            .Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Microsoft.IdentityModel", LogLevel.Warning);
        return errors;
    }

    /// <summary>Prepares storage, notes and says what was started, and maps the doors: <c>/api/messages</c>, the web page,
    /// <c>/health</c>.</summary>
    public static async Task UseBotAsync(this WebApplication app)
    {
        await app.Services.PrepareTablesAsync(CancellationToken.None);
        await app.Services.GetRequiredService<Hosts>().StartedAsync(Hosts.Bot, CancellationToken.None);
        LogStarted(
            app.Logger,
            Hosts.Version,
            app.Services.GetRequiredService<PartnershipFile>().Code,
            app.Services.GetRequiredService<PartnershipFile>().Fingerprint,
            app.Services.GetService<GraphLook>() is null ? "off" : "on",
            app.Services.GetRequiredService<TableLook>().Place
        );
        if (await app.Services.GetRequiredService<FileAndRecord>().DifferAsync(CancellationToken.None) is { IsEmpty: false } differ)
        {
            LogDiffers(app.Logger, string.Join(", ", differ));
        }

        app.UseOwnAddress();
        app.UseWebPage();
        app.MapConnectorApi();
        app.MapTeamsMessages();
        app.MapHealth();
    }

    [LoggerMessage(
        EventId = 4201,
        Level = LogLevel.Information,
        Message = "The partnership's file says another thing than the group's record of {People}: the record counts"
    )]
    private static partial void LogDiffers(ILogger logger, string people);

    [LoggerMessage(
        EventId = 4200,
        Level = LogLevel.Information,
        Message = "Started: version {Version}, partnership {Partnership} (file {File}), Graph {Graph}, storage {Storage}"
    )]
    private static partial void LogStarted(ILogger logger, string version, string partnership, string file, string graph, string storage);
}
