using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Microsoft365.Flows;
using SafeguardingTeams.Microsoft365.Graph;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Microsoft365.Teams;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;

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
        var (file, fileErrors) = ReadPartnership(
            configuration["Partnership:File"] ?? Path.Combine(AppContext.BaseDirectory, "partnership.json")
        );
        var (letters, letterErrors) = ReadLetters(configuration["Partnership:Letters"] ?? "");
        var errors = fileErrors
            .AddRange(letterErrors)
            .AddRange(Errors(configuration, ["Bot:AppId", "Bot:TenantId", .. ids]))
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

    /// <summary>The partnership's own letters from a folder; a letter it does not hold is the one that is shipped.</summary>
    private static (LetterTemplates Letters, ImmutableList<string> Errors) ReadLetters(string folder)
    {
        var errors = ImmutableList.CreateBuilder<string>();
        LetterTemplate Read(LetterKind kind)
        {
            var name = LetterTemplate.FileOf(kind);
            var path = Path.Combine(folder, name);
            if (folder.Length == 0 || !File.Exists(path))
            {
                return LetterTemplate.Shipped(kind);
            }

            var (template, faults) = LetterTemplate.Read(File.ReadAllText(path), kind);
            errors.AddRange(faults.Select(fault => $"Partnership:Letters, {name}: {fault}"));
            return template ?? LetterTemplate.Shipped(kind);
        }

        if (folder.Length > 0 && !Directory.Exists(folder))
        {
            return (LetterTemplates.Shipped, ["Partnership:Letters: there is no folder at that place."]);
        }

        return (new(Read), errors.ToImmutable());
    }

    private static IEnumerable<string> Errors(IConfiguration configuration, IEnumerable<string> ids)
    {
        if (
            !Uri.TryCreate(configuration["WebPage:Address"], UriKind.Absolute, out var page)
            || page.Scheme != Uri.UriSchemeHttps && !page.IsLoopback
        )
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
