using System.Text.Json;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>What comes back from the addresses outside Graph, in the shapes the rest of the adapter knows.</summary>
internal static class StorageFault
{
    /// <summary>
    /// The error of an answer. An upload's address that is no longer known means it has to begin again: the outcome is open.
    /// </summary>
    internal static async Task<ApiException> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var status = (int)answer.StatusCode;
        return new ODataError
        {
            ResponseStatusCode = status == 404 && answer.RequestMessage?.Method == HttpMethod.Put ? 504 : status,
            ResponseHeaders = answer.Headers.ToDictionary(header => header.Key, header => header.Value),
            Error = new() { Code = Code(await answer.Content.ReadAsStringAsync(cancellationToken)) },
        };
    }

    /// <summary>The file an upload ended with.</summary>
    internal static StoredItem? Item(string json)
    {
        using var document = JsonDocument.Parse(json);
        var item = document.RootElement;
        return
            item.TryGetProperty("id", out var id)
            && item.TryGetProperty("name", out var name)
            && item.TryGetProperty("size", out var size)
            && item.TryGetProperty("webUrl", out var url)
            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            ? new(id.GetString()!, name.GetString()!, size.GetInt64(), address, IsFolder: false)
            : null;
    }

    private static string? Code(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
