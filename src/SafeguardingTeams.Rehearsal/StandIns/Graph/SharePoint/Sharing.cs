using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>Who has access: given to one account at a time, listed, taken away. Needs full control of the site.</summary>
internal static class Sharing
{
    /// <summary>How long SharePoint does not know a guest who was just made.</summary>
    private static readonly TimeSpan KnownAfter = TimeSpan.FromMinutes(10);

    internal static GraphReply Invite(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var item = Libraries.Item(drive, call)
            ?? throw new GraphRefusal(400, "invalidRequest", "access to a whole library is not given here.");
        NeedsFullControl(graph);
        if (!call.Body.Flag("requireSignIn") || call.Body.Flag("sendInvitation") || !call.Body.Flag("retainInheritedPermissions"))
        {
            graph.Complaints.Enqueue(
                "Access is given to those who sign in, without a message of SharePoint's, and operations keep theirs."
            );
        }

        if (call.Body.List("roles").ToList() is not [var role])
        {
            throw new GraphRefusal(400, "invalidRequest", "one role is given at a time.");
        }

        var answers = call
            .Body.List("recipients")
            .Select(recipient => recipient.Text("objectId")!)
            .Select(id =>
                IsKnown(graph, id)
                    ? Json(graph, drive.Give(item.Id, id, role.GetString()!, call.Body.Flag("retainInheritedPermissions")))
                    : new JsonObject
                    {
                        ["error"] = new JsonObject { ["code"] = "noResolvedUsers", ["message"] = "noResolvedUsers" },
                    }
            )
            .ToList();
        return GraphReply.Page(answers) with { Status = answers.Any(answer => answer.ContainsKey("error")) ? 207 : 200 };
    }

    internal static GraphReply List(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var item = Libraries.Item(drive, call)?.Id;
        return Libraries.Page(
            graph,
            call,
            [
                .. drive
                    .PermissionsOf(item)
                    .Concat(graph.Does(GraphVariants.LimitedAccess) ? drive.LimitedOf(item) : [])
                    .Where(grant =>
                        !graph.Does(GraphVariants.GuestsListedOnceIn)
                        || graph.Directory.Accounts.GetValueOrDefault(grant.Holder)?.IsPending != true
                    )
                    .Select(grant => Json(graph, grant)),
            ]
        );
    }

    internal static GraphReply Delete(GraphStandIn graph, GraphCall call)
    {
        var drive = Libraries.Drive(graph, call);
        var item = Libraries.Item(drive, call)
            ?? throw new GraphRefusal(400, "invalidRequest", "access to a whole library is not taken away here.");
        NeedsFullControl(graph);
        if (drive.LimitedOf(item.Id).Find(limited => limited.Id == call["permission"]) is { } limited)
        {
            // SharePoint takes what lies below away with it.
            drive.TakeBelow(item.Id, limited);
            return new(204);
        }

        var grant = drive.PermissionsOf(item.Id).FirstOrDefault(grant => grant.Id == call["permission"]) ?? throw GraphRefusal.NotFound;
        if (grant.IsInherited)
        {
            throw new GraphRefusal(400, "invalidRequest", "what is inherited cannot be taken away on the item.");
        }

        drive.Items = drive.Items.SetItem(item.Id, item with { Own = item.Own!.Remove(grant) });
        graph.Changed();
        return new(204);
    }

    /// <summary>Whether SharePoint knows an account: one made a moment ago it may not.</summary>
    private static bool IsKnown(GraphStandIn graph, string id)
    {
        if (!graph.Directory.Accounts.TryGetValue(id, out var account))
        {
            return false;
        }

        var age = graph.Time.GetUtcNow() - account.MadeAt;
        return !graph.Does(GraphVariants.GuestsKnownLate)
            || age > KnownAfter
            || (age < KnownAfter / 2 ? throw new GraphRefusal(400, "invalidRequest") : false);
    }

    private static void NeedsFullControl(GraphStandIn graph)
    {
        if (graph.SharePoint.SiteRole != "fullcontrol")
        {
            throw new GraphRefusal(403, "accessDenied");
        }
    }

    /// <summary>Where an entry comes from is not said, as SharePoint often does not.</summary>
    private static JsonObject Json(GraphStandIn graph, StoredGrant grant)
    {
        var json = new JsonObject { ["id"] = grant.Id, ["roles"] = new JsonArray(Facets.Role(graph, grant)) };
        if (grant.Kind == HolderKind.Link)
        {
            json["link"] = new JsonObject
            {
                ["type"] = "view",
                ["scope"] = "organization",
                ["webUrl"] = $"https://partnership.sharepoint.example/:f:/{grant.Holder}",
            };
        }
        else
        {
            json["grantedToV2"] = Facets.Of(graph, grant);
        }

        return json;
    }
}
