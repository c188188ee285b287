using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Microsoft365.Kept;

/// <summary>Kept files as blobs: record, stroke, fingerprint. In Azure the container is versioned and immutable besides.</summary>
internal sealed class KeptBlobs(BlobContainerClient container) : IKeptFiles
{
    /// <summary>So much of a file is held at once while it goes.</summary>
    private const int Piece = 4 * 1024 * 1024;

    public async Task PutAsync(RecordRef record, string sha256, FileContent content, CancellationToken cancellationToken)
    {
        await using var bytes = content.Open();
        try
        {
            await Blob(record, sha256)
                .UploadAsync(
                    bytes,
                    new BlobUploadOptions
                    {
                        Conditions = new() { IfNoneMatch = ETag.All },
                        TransferOptions = new()
                        {
                            InitialTransferSize = Piece,
                            MaximumTransferSize = Piece,
                            MaximumConcurrency = 1,
                        },
                    },
                    cancellationToken
                );
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 && e.ErrorCode != BlobErrorCode.ContainerBeingDeleted)
        {
            // It is there already, and stays as it is.
        }
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(RecordRef record, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(record, sha256).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> NamesAsync(RecordRef record, CancellationToken cancellationToken) =>
        [
            .. (await AllAsync($"{record}/", BlobStates.None, cancellationToken))
                .Select(blob => blob.Name[$"{record}/".Length..])
                .Order(StringComparer.Ordinal),
        ];

    public async Task<bool> RemoveAsync(RecordRef record, string sha256, CancellationToken cancellationToken)
    {
        // What is deleted stays as a version where the container keeps versions: the versions go too, each once its time has run out.
        try
        {
            await Blob(record, sha256).DeleteIfExistsAsync(DeleteSnapshotsOption.None, cancellationToken: cancellationToken);
            foreach (var blob in await AllAsync($"{record}/{sha256}", BlobStates.Version, cancellationToken))
            {
                await Blob(record, sha256)
                    .WithVersion(blob.VersionId)
                    .DeleteIfExistsAsync(DeleteSnapshotsOption.None, cancellationToken: cancellationToken);
            }

            return true;
        }
        catch (RequestFailedException e) when (e is { Status: 409, ErrorCode: "BlobImmutableDueToPolicy" or "BlobImmutableDueToLegalHold" })
        {
            return false;
        }
    }

    private async Task<List<BlobItem>> AllAsync(string prefix, BlobStates states, CancellationToken cancellationToken)
    {
        var all = new List<BlobItem>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, states, prefix, cancellationToken))
        {
            all.Add(blob);
        }

        return all;
    }

    private BlobClient Blob(RecordRef record, string sha256) => container.GetBlobClient($"{record}/{sha256}");
}
