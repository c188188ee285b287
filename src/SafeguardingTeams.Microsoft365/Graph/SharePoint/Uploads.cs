using System.Net.Http.Headers;
using System.Text.Json;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>
/// Puts a new file into a folder, never over another: a small one in one request, a larger one by an upload session whose
/// address carries its own permission.
/// </summary>
internal sealed class Uploads(GraphConnection graph, StorageClient storage)
{
    /// <summary>Up to here a file goes in one request.</summary>
    internal const int Small = 4 * 1024 * 1024;

    /// <summary>SharePoint takes pieces in multiples of 320 KiB.</summary>
    internal const int Piece = 10 * 320 * 1024;

    internal async Task<StoredItem?> PutAsync(
        string driveId,
        string folderId,
        string name,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        var item = graph.Client.Drives[driveId].Items[folderId];
        if (bytes.Length <= Small)
        {
            return Items.Of(
                await item
                    .Content.WithUrl(graph.ByName(driveId, folderId, name, ":/content?@microsoft.graph.conflictBehavior=fail"))
                    .PutAsync(new MemoryStream(bytes.ToArray(), writable: false), cancellationToken: cancellationToken)
            );
        }

        var session = await item
            .CreateUploadSession.WithUrl(graph.ByName(driveId, folderId, name, ":/createUploadSession"))
            .PostAsync(new() { Item = new() { AdditionalData = Items.OnlyNew } }, cancellationToken: cancellationToken);
        var address = session?.UploadUrl ?? throw new JsonException("An upload session without an address.");
        for (var from = 0; ; from += Piece)
        {
            var piece = bytes.Slice(from, Math.Min(Piece, bytes.Length - from));
            using var content = new ReadOnlyMemoryContent(piece);
            content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + piece.Length - 1, bytes.Length);
            using var answer = await storage.SendAsync(HttpMethod.Put, address, content, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw await StorageFault.OfAsync(answer, cancellationToken);
            }

            if (from + piece.Length == bytes.Length)
            {
                return StorageFault.Item(await answer.Content.ReadAsStringAsync(cancellationToken));
            }
        }
    }
}
