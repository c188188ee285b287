using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Microsoft365.Kept;

/// <summary>Kept files as blobs: record, stroke, fingerprint. In Azure the container is versioned and immutable besides.</summary>
internal sealed class KeptBlobs(BlobContainerClient container) : IKeptFiles
{
    public async Task PutAsync(RecordRef record, string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(record, sha256)
                .UploadAsync(
                    new BinaryData(bytes),
                    new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } },
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

    private BlobClient Blob(RecordRef record, string sha256) => container.GetBlobClient($"{record}/{sha256}");
}
