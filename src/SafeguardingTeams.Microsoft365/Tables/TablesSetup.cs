using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Microsoft365.Kept;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Tables;

/// <summary>
/// Adds case storage: the table, and the container of kept files beside it. In Azure by the host's managed identity; on one machine by
/// a connection string of the emulator.
/// </summary>
public static class TablesSetup
{
    /// <summary>
    /// Reads <c>Storage:TableEndpoint</c> (Azure), or <c>Storage:ConnectionString</c> (the emulator only), and
    /// <c>Storage:Table</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">Neither is set, or a connection string names another place than this
    /// machine.</exception>
    public static IServiceCollection AddTables(this IServiceCollection services, IConfiguration configuration)
    {
        var name = configuration["Storage:Table"] ?? "safeguarding";
        services.TryAddSingleton(StoragePatience.Usual);
        services.TryAddSingleton<TokenCredential>(_ => HostIdentity.Of(configuration));
        services.AddSingleton(provider => Table(configuration, name, provider));
        services.AddSingleton<IRows>(provider => new TableRows(
            provider.GetRequiredService<TableClient>(),
            provider.GetRequiredService<Partnership>().Code
        ));
        // Whoever looks wants to know soon; work waits longer.
        services.AddSingleton(provider => new TableLook(
            Table(configuration, name, provider, StoragePatience.ForPeople),
            provider.GetRequiredService<Partnership>()
        ));
        services.AddKeptFiles(configuration);
        return services;
    }

    /// <summary>
    /// Makes the table where it is not there yet (and the emulator's container), and the deployment's secrets in it. Before anything
    /// else runs. A table that is for a newer program is left as it is.
    /// </summary>
    /// <exception cref="NewerTableException">The table is for a newer program.</exception>
    public static async Task PrepareTablesAsync(this IServiceProvider provider, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<TableClient>().CreateIfNotExistsAsync(cancellationToken);
        await provider.GetRequiredService<StorageVersion>().CheckAsync(cancellationToken);
        await provider.PrepareKeptFilesAsync(cancellationToken);
        provider.GetRequiredService<StoredSecrets>();
        await provider.GetRequiredService<CurrentRules>().RefreshAsync(always: true, cancellationToken);
    }

    private static TableClient Table(IConfiguration configuration, string name, IServiceProvider provider, StoragePatience? patience = null)
    {
        var options = new TableClientOptions();
        options.Diagnostics.IsLoggingContentEnabled = false;
        (patience ?? provider.GetRequiredService<StoragePatience>()).SetOn(options);
        foreach (var policy in provider.GetServices<Azure.Core.Pipeline.HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.BeforeTransport);
        }

        if (configuration["Storage:TableEndpoint"] is { Length: > 0 } endpoint)
        {
            return new TableClient(new Uri(endpoint), name, provider.GetRequiredService<TokenCredential>(), options);
        }

        var connection = configuration["Storage:ConnectionString"]
            ?? throw new InvalidOperationException("Set Storage:TableEndpoint to the table endpoint of the storage account.");
        return connection.Contains("TableEndpoint=http://127.0.0.1:", StringComparison.Ordinal)
            ? new TableClient(connection, name, options)
            : throw new InvalidOperationException(
                "Storage:ConnectionString is for the emulator on this machine only. In Azure set Storage:TableEndpoint; access "
                    + "is by managed identity."
            );
    }
}
