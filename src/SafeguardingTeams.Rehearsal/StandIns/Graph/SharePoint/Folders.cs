namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>Folders: made, listed, found by name.</summary>
internal static class Folders
{
    internal static GraphReply Create(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var folder = Libraries.Folder(drive, call);
        var name = call.Body.Text("name")!;
        if (call.Body.Text("@microsoft.graph.conflictBehavior") != "fail")
        {
            throw new GraphRefusal(400, "invalidRequest", "a folder that is there must neither be replaced nor doubled.");
        }

        return Libraries.Named(drive, folder, name) is not null
            ? throw new GraphRefusal(409, "nameAlreadyExists")
            : new(201, Libraries.Json(drive, drive.Add(folder, name, null)));
    }

    internal static GraphReply List(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        return Libraries.Page(graph, call, [.. drive.In(Libraries.Folder(drive, call)).Select(item => Libraries.Json(drive, item))]);
    }

    internal static GraphReply ByName(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        return new(
            200,
            Libraries.Json(drive, Libraries.Named(drive, Libraries.Folder(drive, call), call["name"]) ?? throw GraphRefusal.NotFound)
        );
    }
}
