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
    internal async Task<byte[]> GetAsync(string driveId, string itemId, string? format, CancellationToken cancellationToken)
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
                return answer.IsSuccessStatusCode
                    ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
                    : throw await StorageFault.OfAsync(answer, cancellationToken);
            }

            using var content = await storage.SendAsync(HttpMethod.Get, elsewhere.AbsoluteUri, null, cancellationToken);
            return content.IsSuccessStatusCode
                ? await content.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw await StorageFault.OfAsync(content, cancellationToken);
        }
    }
}
