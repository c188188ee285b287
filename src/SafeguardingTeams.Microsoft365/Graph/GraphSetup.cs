using System.Collections.Immutable;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Directory;
using SafeguardingTeams.Microsoft365.Graph.Outlook;
using SafeguardingTeams.Microsoft365.Graph.SharePoint;
using SafeguardingTeams.Microsoft365.Graph.Wire;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Graph;

/// <summary>Adds the Graph adapter: Outlook, SharePoint and the directory.</summary>
public static class GraphSetup
{
    /// <summary>Reads section <c>Graph</c>. The credential is the host's, as for Teams.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<GraphOptions>()
            .Configure(options => Fill(options, configuration))
            .Validate(options => !options.Errors().Any(), "The section Graph of the configuration is not complete.")
            .ValidateOnStart();
        services.AddSingleton(
            new GraphTenant(configuration["Graph:TenantId"] is { Length: > 0 } told ? told : configuration["Bot:TenantId"] ?? "")
        );
        services.AddSingleton<StorageClient>();
        // A token's life is the machine's time, whatever clock the cases run by.
        services.AddSingleton(provider => new GraphConnection(
            provider.GetRequiredService<IOptions<GraphOptions>>().Value,
            new OutgoingTokens(
                provider.GetRequiredService<TokenCredential>(),
                provider.GetRequiredService<IOptions<GraphOptions>>().Value.Scope,
                TimeProvider.System
            )
        ));
        services.AddSingleton<GraphCalls>();
        services.AddSingleton<LibraryCheck>();
        services.AddSingleton<CalendarCheck>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Contents>();
        services.AddSingleton<SignInNames>();
        services.AddSingleton<IMailbox, OutlookMailbox>();
        services.AddSingleton<IFolders, SharePointFolders>();
        services.AddSingleton<IGuests, DirectoryGuests>();
        services.AddSingleton(provider => new GraphLook(
            provider.GetRequiredService<GraphConnection>(),
            provider.GetRequiredService<GraphCalls>(),
            provider.GetRequiredService<LibraryCheck>(),
            provider.GetRequiredService<CalendarCheck>(),
            provider.GetRequiredService<IMailbox>()
        ));
        return services;
    }

    /// <summary>Everything that is wrong with a section Graph that is there; a host without one does without the adapter.</summary>
    internal static ImmutableList<string> Errors(IConfiguration configuration)
    {
        if (!configuration.GetSection("Graph").Exists())
        {
            return [];
        }

        var options = new GraphOptions();
        Fill(options, configuration);
        return [.. options.Errors()];
    }

    private static void Fill(GraphOptions options, IConfiguration configuration)
    {
        configuration.GetSection("Graph").Bind(options);
        if (string.IsNullOrEmpty(options.GuestsArriveAt))
        {
            options.GuestsArriveAt = configuration["WebPage:Address"] ?? "";
        }
    }
}
