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
        FileContent content,
        CancellationToken cancellationToken
    )
    {
        var item = graph.Client.Drives[driveId].Items[folderId];
        await using var bytes = content.Open();
        if (content.Length <= Small)
        {
            return Items.Of(
                await item
                    .Content.WithUrl(graph.ByName(driveId, folderId, name, ":/content?@microsoft.graph.conflictBehavior=fail"))
                    .PutAsync(bytes, cancellationToken: cancellationToken)
            );
        }

        var session = await item
            .CreateUploadSession.WithUrl(graph.ByName(driveId, folderId, name, ":/createUploadSession"))
            .PostAsync(new() { Item = new() { AdditionalData = Items.OnlyNew } }, cancellationToken: cancellationToken);
        var address = session?.UploadUrl ?? throw new JsonException("An upload session without an address.");
        var held = new byte[Piece];
        for (var from = 0L; ; )
        {
            var piece = held.AsMemory(0, (int)Math.Min(Piece, content.Length - from));
            await bytes.ReadExactlyAsync(piece, cancellationToken);
            using var sent = new ReadOnlyMemoryContent(piece);
            sent.Headers.ContentRange = new ContentRangeHeaderValue(from, from + piece.Length - 1, content.Length);
            using var answer = await storage.SendAsync(HttpMethod.Put, address, sent, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw await StorageFault.OfAsync(answer, cancellationToken);
            }

            from += piece.Length;
            if (from == content.Length)
            {
                return StorageFault.Item(await answer.Content.ReadAsStringAsync(cancellationToken));
            }
        }
    }
}
