using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>The libraries of the site, and finding things in them.</summary>
internal static class Libraries
{
    internal static GraphReply List(GraphStandIn graph, GraphCall call) =>
        call["site"] != graph.SharePoint.SiteId
            ? throw GraphRefusal.NotFound
            : Page(
                graph,
                call,
                [
                    .. graph.SharePoint.Drives.Select(drive => new JsonObject
                    {
                        ["id"] = drive.Id,
                        ["name"] = drive.Name,
                        ["webUrl"] = Url(drive, null),
                    }),
                ]
            );

    /// <exception cref="GraphRefusal">The application was given no such library.</exception>
    internal static LibraryDrive Drive(GraphStandIn graph, GraphCall call) =>
        graph.SharePoint.Drives.FirstOrDefault(drive => drive.Id == call["drive"])
        ?? throw new GraphRefusal(403, "accessDenied", "it is about a library of another site.");

    /// <summary>The item of the path; null for the root.</summary>
    internal static StoredEntry? Item(LibraryDrive drive, GraphCall call) =>
        call["item"] == "root" ? null : drive.Items.GetValueOrDefault(call["item"]) ?? throw GraphRefusal.NotFound;

    /// <summary>The folder of the path: its id, or null for the root.</summary>
    internal static string? Folder(LibraryDrive drive, GraphCall call) =>
        Item(drive, call) switch
        {
            null => null,
            { IsFolder: true } folder => folder.Id,
            _ => throw new GraphRefusal(400, "invalidRequest", "a file was taken for a folder."),
        };

    internal static StoredEntry? Named(LibraryDrive drive, string? folder, string name) =>
        drive.In(folder).FirstOrDefault(item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static JsonObject Json(LibraryDrive drive, StoredEntry item)
    {
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = item.Name,
            ["size"] = item.Bytes?.Length ?? 0,
            ["webUrl"] = Url(drive, item.Id),
            ["eTag"] = $"\"{item.Id},1\"",
            ["parentReference"] = new JsonObject { ["driveId"] = drive.Id, ["id"] = item.ParentId ?? "root" },
        };
        json[item.IsFolder ? "folder" : "file"] = item.IsFolder
            ? new JsonObject { ["childCount"] = drive.In(item.Id).Count() }
            : new JsonObject();
        return json;
    }

    /// <summary>One page of a longer list, with the address of the next.</summary>
    internal static GraphReply Page(GraphStandIn graph, GraphCall call, IReadOnlyList<JsonObject> all)
    {
        var from = int.TryParse(call.Query("$skiptoken"), out var skip) ? skip : 0;
        var size = Math.Min(graph.SharePoint.PageSize, int.TryParse(call.Query("$top"), out var top) && top > 0 ? top : int.MaxValue);
        var select = call.Query("$select") is { Length: > 0 } names ? $"&$select={names}" : "";
        return GraphReply.Page(
            all.Skip(from).Take(size),
            from + size < all.Count
                ? $"{graph.Host.GetLeftPart(UriPartial.Authority)}{call.Request.Path}?$skiptoken={from + size}{select}"
                : null
        );
    }

    private static string Url(LibraryDrive drive, string? itemId) =>
        $"https://partnership.sharepoint.example/sites/safeguarding/{Uri.EscapeDataString(drive.Name)}"
        + (itemId is null ? "" : string.Join('/', drive.PathOf(itemId).Split('/').Select(Uri.EscapeDataString)));
}
