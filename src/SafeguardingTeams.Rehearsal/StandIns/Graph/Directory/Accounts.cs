using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

/// <summary>Accounts: found by an address, read by their id, guests brought in.</summary>
internal static partial class Accounts
{
    internal static GraphReply Find(GraphStandIn graph, GraphCall call)
    {
        var filter = Filter().Match(call.Query("$filter"));
        if (!filter.Success)
        {
            throw new GraphRefusal(400, "Request_UnsupportedQuery", "accounts are looked for by their addresses here.");
        }

        if (
            call.Request.Headers["ConsistencyLevel"] != "eventual"
            || !call.Query("$count").Equals("true", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new GraphRefusal(400, "Request_UnsupportedQuery", "such a filter needs ConsistencyLevel and $count.");
        }

        return GraphReply.Page(
            graph
                .Directory.With(filter.Groups["address"].Value.Replace("''", "'", StringComparison.Ordinal))
                .Select(account => new JsonObject
                {
                    ["id"] = account.Id,
                    ["displayName"] = account.Display,
                    ["mail"] = account.Mail,
                    ["userPrincipalName"] = account.SignInName,
                    ["userType"] = account.IsGuest ? "Guest" : "Member",
                    ["otherMails"] = new JsonArray([.. account.OtherMails.Select(mail => JsonValue.Create(mail))]),
                })
        );
    }

    internal static GraphReply Read(GraphStandIn graph, GraphCall call) =>
        graph.Directory.Accounts.GetValueOrDefault(call["user"]) is { } account
            ? new(
                200,
                new JsonObject
                {
                    ["id"] = account.Id,
                    ["userPrincipalName"] = account.SignInName,
                    ["accountEnabled"] = !account.IsBlocked,
                }
            )
            : throw GraphRefusal.NotFound;

    internal static GraphReply Invite(GraphStandIn graph, GraphCall call)
    {
        var address = call.Body.Text("invitedUserEmailAddress")!;
        if (call.Body.Flag("sendInvitationMessage"))
        {
            graph.Complaints.Enqueue("Guests hear from the product, not from Microsoft.");
        }

        var there = graph.Directory.With(address).FirstOrDefault();
        if (there is { IsGuest: false })
        {
            throw new GraphRefusal(400, "BadRequest");
        }

        var guest = there ?? Account.Guest(Guid.NewGuid().ToString(), call.Body.Text("invitedUserDisplayName") ?? address, address);
        graph.Directory.Add(guest);
        graph.Changed();
        return new(
            201,
            new JsonObject
            {
                ["id"] = GraphStandIn.NewId(),
                ["invitedUserEmailAddress"] = address,
                ["status"] = "PendingAcceptance",
                ["invitedUser"] = new JsonObject { ["id"] = guest.Id },
            }
        );
    }

    [GeneratedRegex(
        @"^mail eq '(?<address>([^']|'')+)' or userPrincipalName eq '\k<address>' or otherMails/any\(a:a eq '\k<address>'\)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Filter();
}
