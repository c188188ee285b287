using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Kept;

/// <summary>Adds the containers of kept files and of the audit, in the storage account of the table.</summary>
internal static class KeptSetup
{
    /// <summary>
    /// Reads <c>Storage:Container</c>, <c>Storage:AuditContainer</c>, and <c>Storage:BlobEndpoint</c> where the blobs are not
    /// at the table endpoint's own account.
    /// </summary>
    internal static void AddKeptFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => Container(configuration, configuration["Storage:Container"] ?? "kept", provider));
        services.AddSingleton<IKeptFiles, KeptBlobs>();
        services.AddSingleton(provider => new AuditBlobs(
            Container(configuration, configuration["Storage:AuditContainer"] ?? "audit", provider)
        ));
        services.AddSingleton<IAuditFiles>(provider => provider.GetRequiredService<AuditBlobs>());
    }

    /// <summary>Makes the containers in the emulator; in Azure they are made with their rules, beside the account, not from here.</summary>
    internal static async Task PrepareKeptFilesAsync(this IServiceProvider provider, CancellationToken cancellationToken)
    {
        if (provider.GetRequiredService<BlobContainerClient>() is { Uri.IsLoopback: true } container)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await provider.GetRequiredService<AuditBlobs>().CreateAsync(cancellationToken);
        }
    }

    private static BlobContainerClient Container(IConfiguration configuration, string name, IServiceProvider provider)
    {
        var options = new BlobClientOptions();
        options.Diagnostics.IsLoggingContentEnabled = false;
        foreach (var policy in provider.GetServices<Azure.Core.Pipeline.HttpPipelinePolicy>())
        {
            options.AddPolicy(policy, HttpPipelinePosition.BeforeTransport);
        }

        if (configuration["Storage:TableEndpoint"] is { Length: > 0 } table)
        {
            var account = configuration["Storage:BlobEndpoint"] is { Length: > 0 } told
                ? told
                : table.Replace(".table.", ".blob.", StringComparison.Ordinal);
            return new(new Uri($"{account.TrimEnd('/')}/{name}"), provider.GetRequiredService<TokenCredential>(), options);
        }

        var connection = configuration["Storage:ConnectionString"] ?? "";
        return connection.Contains("BlobEndpoint=http://127.0.0.1:", StringComparison.Ordinal)
            ? new(connection, name, options)
            : throw new InvalidOperationException("Storage:ConnectionString names no blob service of the emulator on this machine.");
    }
}
