using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Rehearsal;

/// <summary>SharePoint on the rehearsal's page: libraries, who may open what, files opened or refused, and trouble to rehearse.</summary>
internal static class SharePointEndpoints
{
    internal static void MapSharePoint(this WebApplication app, RehearsalHost host, ConcurrentDictionary<string, bool> pressed)
    {
        app.MapGet("/api/sharepoint/{key}", (string key) =>
        {
            if (Member(host, key) is not { } member)
            {
                return Results.NotFound();
            }

            pressed["sharepoint"] = true;
            var who = WhoIsWho.Of(host);
            lock (host.Graph.Gate)
            {
                return Results.Json(
                    new JsonArray([
                        .. host.Graph.SharePoint.Drives.Select(drive => new JsonObject
                        {
                            ["id"] = drive.Id,
                            ["name"] = drive.Name,
                            ["access"] = Access(drive.PermissionsOf(null), who),
                            ["items"] = Items(drive, null, member, who),
                        }),
                    ])
                );
            }
        });
        app.MapGet("/api/sharepoint/{key}/{library}/{item}", (string key, string library, string item) =>
        {
            if (Member(host, key) is not { } member || Found(host, library, item) is not ({ } drive, { Bytes: { } bytes } file))
            {
                return Results.NotFound();
            }

            return WhoIsWho.Of(host).MayOpen(member, drive, file.Id)
                ? Results.File(bytes, "application/octet-stream", file.Name)
                : Results.Json(
                    new JsonObject { ["title"] = "Access denied", ["text"] = $"{member.Name} needs permission to open {file.Name}." },
                    statusCode: StatusCodes.Status403Forbidden
                );
        });
        app.MapPost("/api/sharepoint/{library}/{item}/outside", (string library, string item, JsonObject body) =>
        {
            if (Found(host, library, item) is not ({ } drive, { } found))
            {
                return Results.NotFound();
            }

            switch (body["by"]?.GetValue<string>())
            {
                case "share":
                    drive.ShareFromOutside(found.Id, Cast.Stranger.ObjectId);
                    return Results.NoContent();
                case "link":
                    drive.LinkFromOutside(found.Id);
                    return Results.NoContent();
                default:
                    return Results.BadRequest();
            }
        });
    }

    private static CastMember? Member(RehearsalHost host, string key) => host.Cast.FirstOrDefault(member => member.Key == key);

    private static (LibraryDrive? Drive, StoredEntry? Item) Found(RehearsalHost host, string library, string item)
    {
        var drive = host.Graph.SharePoint.Drives.FirstOrDefault(drive => drive.Id == library);
        return (drive, drive?.Items.GetValueOrDefault(item));
    }

    private static JsonArray Items(LibraryDrive drive, string? folderId, CastMember member, WhoIsWho who) =>
        new([
            .. drive
                .In(folderId)
                .Select(item => new JsonObject
                {
                    ["id"] = item.Id,
                    ["name"] = item.Name,
                    ["mayOpen"] = who.MayOpen(member, drive, item.Id),
                    ["access"] = item.IsFolder || item.Own is not null ? Access(drive.PermissionsOf(item.Id), who) : null,
                    ["size"] = item.Bytes is { } bytes ? SizeInWords.Of(bytes.Length) : null,
                    ["items"] = item.IsFolder ? Items(drive, item.Id, member, who) : null,
                }),
        ]);

    private static JsonArray Access(ImmutableList<StoredGrant> grants, WhoIsWho who) =>
        new([
            .. grants.Select(grant =>
                (JsonNode)
                    JsonValue.Create(
                        $"{who.Holder(grant)}: "
                            + (
                                grant.Role switch
                                {
                                    "read" => "may open",
                                    "write" => "may open and change",
                                    "owner" => "may do everything",
                                    _ => grant.Role,
                                }
                            )
                    )
            ),
        ]);
}
