using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.Microsoft365.Flows;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Microsoft365.Teams;

namespace SafeguardingTeams.Microsoft365;

/// <summary>What every host adds: the application for one partnership, its storage, Teams, and Graph where it is set up.</summary>
public static class HostSetup
{
    /// <summary>
    /// Reads <c>Partnership:File</c>, <c>Partnership:Letters</c>, <c>WebPage:Address</c> and the sections Storage, Bot and Connector, and
    /// adds what they describe; section Graph where there is one. What a host has added before (a clock, a credential) is kept.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">The host's.</param>
    /// <param name="ids">More settings that must be ids.</param>
    /// <returns>Everything that is wrong with the configuration; nothing was added unless it is empty.</returns>
    public static ImmutableList<string> AddSafeguarding(
        this IServiceCollection services,
        IConfiguration configuration,
        params IEnumerable<string> ids
    )
    {
        var (file, fileErrors) = HostSettings.Partnership(configuration);
        var (letters, letterErrors) = HostSettings.LettersOf(configuration);
        var errors = fileErrors
            .AddRange(letterErrors)
            .AddRange(HostSettings.Errors(configuration, ["Bot:AppId", "Bot:TenantId", .. ids]))
            .AddRange(GraphSetup.Errors(configuration))
            .AddRange(FlowsSetup.Errors(configuration));
        if (file is null || errors.Count > 0)
        {
            return errors;
        }

        services.AddApp(file, new Uri(configuration["WebPage:Address"]!), letters);
        services.AddFlows(configuration);
        services.AddTables(configuration);
        services.AddTeams(configuration);
        services.AddSingleton<TokenLook>();
        if (!string.IsNullOrEmpty(configuration["Graph:Mailbox"]))
        {
            services.AddGraph(configuration);
        }

        return errors;
    }
}
