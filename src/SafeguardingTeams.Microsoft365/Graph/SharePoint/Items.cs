using System.Collections.Immutable;
using Microsoft.Graph.Models;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>Files, folders and permissions as SharePoint has them.</summary>
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

    /// <summary>One permission. A holder that is no person, group or application known by an id is named so that it equals none.</summary>
    internal static ItemPermission Of(Permission permission) =>
        new(permission.Id ?? "", Holder(permission), [.. (permission.Roles ?? []).Order(StringComparer.Ordinal)])
        {
            IsOfMany =
                permission
                    is {
                        Link: null,
                        GrantedToV2: { User: null, SiteUser: null }
                            and ({ Group: not null } or { Application: not null } or { SiteGroup: not null })
                    },
        };

    private static string Holder(Permission permission) =>
        permission switch
        {
            { Link: not null } => "link",
            { GrantedToV2.User.Id: { } user } => user,
            { GrantedToV2.Group.Id: { } group } => group,
            { GrantedToV2.Application.Id: { } application } => application,
            { GrantedToV2.SiteGroup.Id: { } siteGroup } => $"site group {siteGroup}",
            { GrantedToV2.SiteUser.Id: { } siteUser } => $"site user {siteUser}",
            _ => "unknown",
        };
}
