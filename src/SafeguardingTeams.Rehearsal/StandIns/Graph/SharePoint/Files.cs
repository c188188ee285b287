using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>Files: put in one request or in pieces, never over another; read by an address for minutes only.</summary>
internal static class Files
{
    private const int PieceUnit = 320 * 1024;

    internal static GraphReply Put(GraphStandIn graph, GraphCall call)
    {
        if (call.Query("@microsoft.graph.conflictBehavior") != "fail")
        {
            throw new GraphRefusal(400, "invalidRequest", "a file that is there must not be replaced in silence.");
        }

        var drive = Libraries.Drive(graph, call);
        return Add(drive, Libraries.Folder(drive, call), call["name"], call.Bytes);
    }

    internal static GraphReply Begin(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var folder = Libraries.Folder(drive, call);
        if (call.Body.Get("item")!.Value.Text("@microsoft.graph.conflictBehavior") != "fail")
        {
            throw new GraphRefusal(400, "invalidRequest", "a file that is there must not be replaced in silence.");
        }

        Free(drive, folder, call["name"]);
        var ticket = GraphStandIn.NewId();
        graph.SharePoint.Uploads = graph.SharePoint.Uploads.Add(ticket, new(drive, folder ?? "root", call["name"], []));
        return new(
            200,
            new JsonObject
            {
                ["uploadUrl"] = new Uri(graph.Host, $"/graph/upload/{ticket}").ToString(),
                ["expirationDateTime"] = graph.Time.GetUtcNow().AddDays(1).ToString("O"),
                ["nextExpectedRanges"] = new JsonArray("0-"),
            }
        );
    }

    internal static GraphReply Piece(GraphStandIn graph, GraphCall call)
    {
        var session = graph.SharePoint.Uploads.GetValueOrDefault(call["ticket"]) ?? throw GraphRefusal.NotFound;
        if (
            !ContentRangeHeaderValue.TryParse(call.Request.Headers.ContentRange.ToString(), out var range)
            || range is not { From: { } from, To: { } to, Length: { } length }
            || to - from + 1 != call.Bytes.Length
            || from != session.Length
        )
        {
            throw new GraphRefusal(416, "invalidRange", "the piece is not the one that comes next.");
        }

        var isLast = to + 1 == length;
        if (!isLast && call.Bytes.Length % PieceUnit != 0)
        {
            throw new GraphRefusal(400, "invalidRequest", "a piece is no multiple of 320 KiB.");
        }

        session = session with { Pieces = session.Pieces.Add(call.Bytes) };
        graph.SharePoint.Uploads = isLast
            ? graph.SharePoint.Uploads.Remove(call["ticket"])
            : graph.SharePoint.Uploads.SetItem(call["ticket"], session);
        return isLast
            ? Add(session.Drive, session.FolderId == "root" ? null : session.FolderId, session.Name, session.Whole())
            : new(202, new JsonObject { ["nextExpectedRanges"] = new JsonArray($"{to + 1}-") });
    }

    internal static GraphReply Get(GraphStandIn graph, GraphCall call)
    {
        var item = Libraries.Item(Libraries.Drive(graph, call), call);
        if (item?.Bytes is not { } bytes)
        {
            throw new GraphRefusal(400, "invalidRequest", "a folder has no content.");
        }

        var format =
            call.Query("format") is { Length: > 0 } plain ? plain
            : graph.Does(GraphVariants.FormatPassedOver) ? ""
            : call.Query("$format");
        format = graph.Does(GraphVariants.NothingConverted) ? "" : format;
        if (format.Length > 0)
        {
            bytes =
                item.IsLocked ? throw new GraphRefusal(423, "resourceLocked")
                : format != "pdf" ? throw new GraphRefusal(400, "invalidRequest", "there is no such format.")
                : PdfOf.Word(bytes) ?? throw new GraphRefusal(406, "notSupported");
        }

        var ticket = GraphStandIn.NewId();
        graph.SharePoint.Tickets = graph.SharePoint.Tickets.Add(ticket, bytes);
        return new(302) { Location = new Uri(graph.Host, $"/graph/content/{ticket}").ToString() };
    }

    internal static GraphReply Delete(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var item = Libraries.Item(drive, call) ?? throw new GraphRefusal(400, "invalidRequest", "the root is not deleted.");
        if (item.IsFolder && drive.In(null).All(one => one.Id != item.Id))
        {
            throw new GraphRefusal(400, "invalidRequest", "this system deletes no folder but that of a whole record.");
        }

        Remove(drive, item);
        graph.Changed();
        return new(204);
    }

    /// <summary>What is in a folder goes with it; where anything is locked, nothing goes.</summary>
    private static void Remove(LibraryDrive drive, StoredEntry item)
    {
        foreach (var inside in drive.In(item.Id).ToList())
        {
            Remove(drive, inside);
        }

        drive.Items = item.IsLocked ? throw new GraphRefusal(423, "resourceLocked") : drive.Items.Remove(item.Id);
    }

    /// <summary>An address is good for one fetch here.</summary>
    internal static GraphReply Fetch(GraphStandIn graph, GraphCall call)
    {
        var bytes = graph.SharePoint.Tickets.GetValueOrDefault(call["ticket"]) ?? throw GraphRefusal.NotFound;
        graph.SharePoint.Tickets = graph.SharePoint.Tickets.Remove(call["ticket"]);
        return new(200) { Bytes = bytes };
    }

    private static GraphReply Add(LibraryDrive drive, string? folder, string name, byte[] bytes)
    {
        Free(drive, folder, name);
        return new(201, Libraries.Json(drive, drive.Add(folder, name, bytes)));
    }

    private static void Free(LibraryDrive drive, string? folder, string name)
    {
        if (!Bodies.IsName(name))
        {
            throw new GraphRefusal(400, "invalidRequest", "SharePoint takes no such name.");
        }

        if (Libraries.Named(drive, folder, name) is { } there)
        {
            throw there.IsLocked ? new GraphRefusal(423, "resourceLocked") : new GraphRefusal(409, "nameAlreadyExists");
        }
    }
}
