using System.Net;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>
/// A file's content, as it is or as PDF: Graph answers with another address, for minutes only, which is fetched without a token.
/// </summary>
internal sealed class Contents(GraphConnection graph, StorageClient storage)
{
    /// <summary>The whole content.</summary>
    internal async Task<byte[]> GetAsync(string driveId, string itemId, string? format, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await CopyAsync(driveId, itemId, format, whole, cancellationToken);
        return whole.ToArray();
    }

    /// <summary>The content, written as it comes.</summary>
    internal async Task CopyAsync(string driveId, string itemId, string? format, Stream to, CancellationToken cancellationToken)
    {
        var raw = new NativeResponseHandler();
        using (
            await graph
                .Client.Drives[driveId]
                .Items[itemId]
                // The SDK spells it $format, which is passed over; documented is format.
                .Content.WithUrl($"{graph.Item(driveId, itemId)}/content{(format is null ? "" : $"?format={format}")}")
                .GetAsync(call => call.Options.Add(new ResponseHandlerOption { ResponseHandler = raw }), cancellationToken)
        )
        using (var answer = (HttpResponseMessage)raw.Value!)
        {
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location is not { IsAbsoluteUri: true } elsewhere)
            {
                await IntoAsync(answer, to, cancellationToken);
                return;
            }

            using var content = await storage.SendAsync(HttpMethod.Get, elsewhere.AbsoluteUri, null, cancellationToken);
            await IntoAsync(content, to, cancellationToken);
        }
    }

    private static async Task IntoAsync(HttpResponseMessage answer, Stream to, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw await StorageFault.OfAsync(answer, cancellationToken);
        }

        await answer.Content.CopyToAsync(to, cancellationToken);
    }
}
