using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Microsoft365.Teams;

namespace SafeguardingTeams.Microsoft365;

/// <summary>What every host adds: the application for one partnership, its storage, Teams, and Graph where it is set up.</summary>
public static class HostSetup
{
    /// <summary>
    /// Reads <c>Partnership:File</c>, <c>WebPage:Address</c> and the sections Storage and Bot, and adds what they describe;
    /// section Graph where there is one. What a host has added before (a clock, a credential) is kept.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">The host's.</param>
    /// <param name="ids">More settings that must be ids.</param>
    /// <returns>Everything that is wrong with the configuration; nothing was added unless it is empty.</returns>
    public static ImmutableList<string> AddSafeguarding(this IServiceCollection services, IConfiguration configuration, params IEnumerable<string> ids)
    {
        var (file, fileErrors) = ReadPartnership(configuration["Partnership:File"] ?? Path.Combine(AppContext.BaseDirectory, "partnership.json"));
        var errors = fileErrors.AddRange(Errors(configuration, ["Bot:AppId", "Bot:TenantId", .. ids])).AddRange(GraphSetup.Errors(configuration));
        if (file is null || errors.Count > 0)
        {
            return errors;
        }

        services.AddApp(file, new Uri(configuration["WebPage:Address"]!));
        services.AddTables(configuration);
        services.AddTeams(configuration);
        if (!string.IsNullOrEmpty(configuration["Graph:Mailbox"]))
        {
            services.AddGraph(configuration);
        }

        return errors;
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

    private static IEnumerable<string> Errors(IConfiguration configuration, IEnumerable<string> ids)
    {
        if (!Uri.TryCreate(configuration["WebPage:Address"], UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps && !page.IsLoopback)
        {
            yield return "WebPage:Address: set it to the https address the page is reached at.";
        }

        foreach (var key in ids.Where(key => !Guid.TryParseExact(configuration[key], "D", out _)))
        {
            yield return $"{key}: set it to an id (eight-four-four-four-twelve digits).";
        }

        if (string.IsNullOrEmpty(configuration["Storage:TableEndpoint"]) && string.IsNullOrEmpty(configuration["Storage:ConnectionString"]))
        {
            yield return "Storage:TableEndpoint: set it to the table endpoint of the storage account.";
        }
    }
}
