using Microsoft.Graph.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>Files and folders as SharePoint has them.</summary>
internal static class Items
{
    internal const string Root = "root";

    /// <summary>What is read of a file or folder.</summary>
    internal static readonly string[] Read = ["id", "name", "size", "webUrl", "folder"];

    /// <summary>Where there is one of that name already, nothing is to happen.</summary>
    internal static Dictionary<string, object> OnlyNew => new() { ["@microsoft.graph.conflictBehavior"] = "fail" };

    internal static StoredItem? Of(DriveItem? item) =>
        item is { Id: { } id, Name: { } name } && Uri.TryCreate(item.WebUrl, UriKind.Absolute, out var url)
            ? new(id, name, item.Size ?? 0, url, item.Folder is not null)
            : null;
}
