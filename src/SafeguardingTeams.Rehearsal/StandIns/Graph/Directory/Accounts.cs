using System.Globalization;
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
            graph.Directory.With(filter.Groups["address"].Value.Replace("''", "'", StringComparison.Ordinal)).Select(Json)
        );
    }

    internal static GraphReply Read(GraphStandIn graph, GraphCall call) =>
        new(200, Json(graph.Directory.Accounts.GetValueOrDefault(call["user"]) ?? throw GraphRefusal.NotFound));

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

        var guest = there
            ?? Account.Guest(Guid.NewGuid().ToString(), call.Body.Text("invitedUserDisplayName") ?? address, address) with
            {
                MadeAt = graph.Time.GetUtcNow(),
                IsPending = true,
            };
        graph.Directory.Add(guest);
        graph.Changed();
        return new(
            201,
            new JsonObject
            {
                ["id"] = GraphStandIn.NewId(),
                ["invitedUserEmailAddress"] = address,
                ["status"] = guest.IsPending ? "PendingAcceptance" : "Completed",
                ["inviteRedeemUrl"] = $"https://login.microsoftonline.example/redeem?rd={guest.Id}&ticket=secret-{guest.Id[..8]}",
                ["invitedUser"] = new JsonObject { ["id"] = guest.Id },
            }
        );
    }

    private static JsonObject Json(Account account) =>
        new()
        {
            ["id"] = account.Id,
            ["displayName"] = account.Display,
            ["mail"] = account.Mail,
            ["userPrincipalName"] = account.SignInName,
            ["userType"] = account.IsGuest ? "Guest" : "Member",
            ["accountEnabled"] = !account.IsBlocked,
            ["createdDateTime"] = account.MadeAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["externalUserState"] =
                !account.IsGuest ? null
                : account.IsPending ? "PendingAcceptance"
                : "Accepted",
            ["otherMails"] = new JsonArray([.. account.OtherMails.Select(mail => JsonValue.Create(mail))]),
        };

    [GeneratedRegex(
        @"^mail eq '(?<address>([^']|'')+)' or userPrincipalName eq '\k<address>' or otherMails/any\(a:a eq '\k<address>'\)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Filter();
}
