using System.Collections.Immutable;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Dispatch;
using SafeguardingTeams.Bot.Teams;
using SafeguardingTeams.Bot.Web;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Microsoft365.Teams.Inbound;

namespace SafeguardingTeams.Bot;

/// <summary>
/// The bot's host, for whoever runs it: Azure, or the rehearsal in its own process. What a host has added before (a clock,
/// a credential) is kept.
/// </summary>
public static class BotHost
{
    /// <summary>
    /// Adds everything. Reads <c>Partnership:File</c>, <c>WebPage:Address</c> and the sections Storage, Bot and AzureAd.
    /// </summary>
    /// <returns>Everything that is wrong with the configuration; nothing may be started unless it is empty.</returns>
    public static ImmutableList<string> AddBot(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var (file, fileErrors) = ReadPartnership(configuration["Partnership:File"] ?? Path.Combine(AppContext.BaseDirectory, "partnership.json"));
        var errors = fileErrors.AddRange(HostErrors(configuration));
        if (file is null || errors.Count > 0)
        {
            return errors;
        }

        builder.Services.AddApp(file, new Uri(configuration["WebPage:Address"]!));
        builder.Services.AddTables(configuration);
        builder.Services.AddTeams(configuration);
        builder.Services.AddSingleton<IListedTenants, ListedTenants>();
        builder.Services.AddSingleton<ITeamsActivities, TeamsActivities>();
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddWebPage(configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft.IdentityModel", LogLevel.Warning);
        return errors;
    }

    /// <summary>Prepares storage and maps the doors: <c>/api/messages</c>, the web page, <c>/health</c>.</summary>
    public static async Task UseBotAsync(this WebApplication app)
    {
        await app.Services.PrepareTablesAsync(CancellationToken.None);
        app.UseWebPage();
        app.MapTeamsMessages();
        app.MapGet("/health", async (IRows rows, CancellationToken stop) =>
        {
            await rows.FindAsync("meta|health", stop);
            return Results.Text("healthy");
        });
    }

    private static (PartnershipFile? File, ImmutableList<string> Errors) ReadPartnership(string path)
    {
        try
        {
            return PartnershipFile.Read(File.ReadAllText(path));
        }
        catch (IOException)
        {
            return (null, ["Partnership:File: there is no file to be read at that place."]);
        }
    }

    private static IEnumerable<string> HostErrors(IConfiguration configuration)
    {
        if (!Uri.TryCreate(configuration["WebPage:Address"], UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps && !page.IsLoopback)
        {
            yield return "WebPage:Address: set it to the https address the page is reached at.";
        }

        foreach (var key in new[] { "Bot:AppId", "Bot:TenantId", "AzureAd:ClientId" }.Where(key => !Guid.TryParseExact(configuration[key], "D", out _)))
        {
            yield return $"{key}: set it to an id (eight-four-four-four-twelve digits).";
        }

        if (string.IsNullOrEmpty(configuration["Storage:TableEndpoint"]) && string.IsNullOrEmpty(configuration["Storage:ConnectionString"]))
        {
            yield return "Storage:TableEndpoint: set it to the table endpoint of the storage account.";
        }
    }
}
