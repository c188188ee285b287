using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>Who holds an entry of access, as Graph writes it: with one facet, or with those SharePoint was seen to answer.</summary>
public static class Facets
{
    /// <summary>The role of who is only let through.</summary>
    public const string Limited = "sp.limited access";

    internal static JsonObject Of(GraphStandIn graph, StoredGrant grant)
    {
        var several = graph.Does(GraphVariants.SeveralFacets);
        var account = graph.Directory.Accounts.GetValueOrDefault(grant.Holder);
        var holder = new JsonObject();
        switch (grant.Kind)
        {
            case HolderKind.User when several && account is { IsGuest: true }:
                holder["siteUser"] = SiteUser($"i:0#.f|membership|{account.SignInName.ToLowerInvariant()}");
                break;
            case HolderKind.User when grant.Holder.Length == 0:
                holder["user"] = new JsonObject { ["displayName"] = "Somebody" };
                break;
            case HolderKind.User:
                holder["user"] = new JsonObject { ["id"] = grant.Holder };
                AddTo(holder, several && account is not null, $"i:0#.f|membership|{account?.SignInName}");
                break;
            case HolderKind.Group when graph.Does(GraphVariants.GroupsWithoutId):
                holder["group"] = new JsonObject { ["displayName"] = "Operational team" };
                break;
            case HolderKind.Group:
                holder["group"] = new JsonObject { ["id"] = grant.Holder };
                AddTo(holder, several, $"c:0t.c|tenant|{grant.Holder}");
                break;
            default:
                holder["application"] = new JsonObject { ["id"] = grant.Holder };
                AddTo(holder, several, $"i:0i.t|ms.sp.ext|{grant.Holder}@{Guid.Empty}");
                break;
        }

        return holder;
    }

    internal static string Role(GraphStandIn graph, StoredGrant grant) =>
        grant.Role == "owner" && graph.Does(GraphVariants.SeveralFacets) ? "sp.owner" : grant.Role;

    private static void AddTo(JsonObject holder, bool several, string signIn)
    {
        if (several)
        {
            holder["siteUser"] = SiteUser(signIn);
        }
    }

    private static JsonObject SiteUser(string signIn) => new() { ["id"] = $"{signIn.Length}", ["loginName"] = signIn };
}
