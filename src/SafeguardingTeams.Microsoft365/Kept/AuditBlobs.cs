using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Kept;

/// <summary>
/// The nightly exports as blobs. In Azure the container is immutable: nobody can replace or remove them before their time.
/// </summary>
internal sealed class AuditBlobs(BlobContainerClient container) : IAuditFiles
{
    public async Task<bool> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await container
                .GetBlobClient(name)
                .UploadAsync(
                    new BinaryData(bytes),
                    new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } },
                    cancellationToken
                );
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 && e.ErrorCode != BlobErrorCode.ContainerBeingDeleted)
        {
            return false;
        }
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            names.Add(blob.Name);
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Makes the container in the emulator.</summary>
    internal Task CreateAsync(CancellationToken cancellationToken) =>
        container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
}
