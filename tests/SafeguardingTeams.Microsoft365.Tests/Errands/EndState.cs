using System.Collections.Immutable;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>All that stands in Outlook, SharePoint, the directory and the case at the end, without ids and times of making: two runs that did the same have the same.</summary>
internal static class EndState
{
    internal static async Task<string> OfAsync(Desk desk)
    {
        var left = await desk.Rows.ReadAsync(Keys.Errands, CancellationToken.None);
        var stuck = await desk.Rows.ReadAsync(Keys.Stuck, CancellationToken.None);
        var happened = (await desk.FileAsync()).History.Select(recorded => recorded.Event.GetType().Name);
        return string.Join('\n',
        [
            .. Outlook(desk.Graph), .. SharePoint(desk.Graph), .. desk.Graph.Directory.Accounts.Values.Where(account => account.IsGuest).Select(account => $"guest {account.Mail}").Order(StringComparer.Ordinal),
            .. left.Select(row => $"left {row["kind"]} {row["detail"]} {row["about"]}"), .. stuck.Select(row => $"stuck {row["kind"]} {row["detail"]} {row["about"]}: {row["why"]}"), .. happened,
        ]);
    }

    /// <summary>Who can open what, by address.</summary>
    internal static IEnumerable<string> Holders(GraphStandIn graph, LibraryDrive drive, string path)
    {
        var item = Assert.Single(drive.Items.Values, item => drive.PathOf(item.Id) == path);
        return drive.PermissionsOf(item.Id).Select(grant => Holder(graph, grant)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Outlook(GraphStandIn graph) =>
    [
        .. graph.Outlook.Events.Values.Select(item => $"event {item.TransactionId} {item.Subject} {item.Start:O} {item.End:O} {item.Place} online={item.JoinUrl.Length > 0} cancelled={item.IsCancelled} {string.Join(',', item.Attendees.Select(attendee => $"{attendee.Address}:{attendee.Response}").Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
        .. graph.Outlook.Mails.Values.Select(mail => $"mail draft={mail.IsDraft} {string.Join(',', mail.To)} {mail.Subject} {string.Join(',', mail.Attachments.Select(file => file.Name))}").Order(StringComparer.Ordinal),
        .. graph.Outlook.People.Select(person => $"inbox {person.Address}: {string.Join(", ", person.Inbox.Where(item => item.EventId.Length > 0).Select(item => item.Kind))} mails: {person.Inbox.Count(item => item.EventId.Length == 0)}"),
    ];

    private static IEnumerable<string> SharePoint(GraphStandIn graph) => graph.SharePoint.Drives.SelectMany(drive => drive.Items.Values
        .Select(item => $"{drive.Name}{drive.PathOf(item.Id)} {(item.IsFolder ? "folder" : item.Bytes!.Length > 0 ? "file" : "empty")} {string.Join(',', drive.PermissionsOf(item.Id).Select(grant => $"{Holder(graph, grant)}:{grant.Role}").Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal));

    private static string Holder(GraphStandIn graph, StoredGrant grant) => grant.Kind switch
    {
        HolderKind.Group when grant.Holder == graph.SharePoint.OperationsGroup => "operations",
        HolderKind.Application when grant.Holder == graph.AppId => "this system",
        HolderKind.User => graph.Directory.Accounts.TryGetValue(grant.Holder, out var account) ? account.Mail : "nobody known",
        _ => $"{grant.Kind}",
    };
}
