using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// All that stands in Outlook, SharePoint, the directory and the case at the end, without ids and times of making: two runs that
/// did the same have the same.
/// </summary>
internal static class EndState
{
    internal static async Task<string> OfAsync(ReconcileFixture fixture)
    {
        var left = await fixture.Rows.ReadAsync(Keys.ReconcileJobs, CancellationToken.None);
        var deadLettered = await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, CancellationToken.None);
        var file = await fixture.FileAsync();
        var happened = file
            .History.Where(recorded => recorded.Event is not IKeepsDocument)
            .Select(recorded => recorded.Event.GetType().Name);
        return string.Join(
            '\n',
            [
                .. Outlook(fixture.Graph),
                .. SharePoint(fixture.Graph),
                .. fixture
                    .Graph.Directory.Accounts.Values.Where(account => account.IsGuest)
                    .Select(account => $"guest {account.Mail}")
                    .Order(StringComparer.Ordinal),
                .. left.Select(row => $"left {row["kind"]} {row["detail"]} {row["about"]}"),
                .. deadLettered.Select(row => $"stuck {row["kind"]} {row["detail"]} {row["about"]}: {row["why"]}"),
                .. Kept(fixture, file),
                .. happened,
            ]
        );
    }

    /// <summary>Who can open what, by address.</summary>
    internal static IEnumerable<string> Holders(GraphStandIn graph, LibraryDrive drive, string path)
    {
        var item = Assert.Single(drive.Items.Values, item => drive.PathOf(item.Id) == path);
        return drive.PermissionsOf(item.Id).Select(grant => Holder(graph, grant)).Order(StringComparer.Ordinal);
    }

    /// <summary>What was kept, once each in whatever order; every file is there, and nothing went as anything else.</summary>
    private static IEnumerable<string> Kept(ReconcileFixture fixture, CaseFile file)
    {
        var kept = KeptFile.Of(file).ToList();
        foreach (var document in kept.Select(one => one.Document))
        {
            Assert.Equal(document.Sha256, Hash(fixture.Kept.Files[(file.Ref, document.Sha256)]));
        }

        foreach (
            var (to, attached) in fixture.Graph.Outlook.Mails.Values.SelectMany(mail => mail.Attachments.Select(one => (mail.To[0], one)))
        )
        {
            Assert.Contains(kept, one => one.Document.To == to && one.Document.Sha256 == Hash(attached.Bytes));
        }

        return kept.Select(one => $"kept {one.Document.Occasion} {one.Document.Name} {one.Document.To}").Order(StringComparer.Ordinal);
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static IEnumerable<string> Outlook(GraphStandIn graph) =>
        [
            .. graph
                .Outlook.Events.Values.Select(item =>
                    $"event {item.TransactionId} {item.Subject} {item.Start:O} {item.End:O} {item.Place} "
                    + $"online={item.JoinUrl.Length > 0} cancelled={item.IsCancelled} "
                    + string.Join(
                        ',',
                        item.Attendees.Select(attendee => $"{attendee.Address}:{attendee.Response}").Order(StringComparer.Ordinal)
                    )
                )
                .Order(StringComparer.Ordinal),
            .. graph
                .Outlook.Mails.Values.Select(mail =>
                    $"mail draft={mail.IsDraft} {string.Join(',', mail.To)} {mail.Subject} "
                    + $"{string.Join(',', mail.Attachments.Select(file => file.Name))}"
                )
                .Order(StringComparer.Ordinal),
            .. graph.Outlook.People.Select(person =>
                $"inbox {person.Address}: "
                + $"{string.Join(", ", person.Inbox.Where(item => item.EventId.Length > 0).Select(item => item.Kind))} mails: "
                + $"{person.Inbox.Count(item => item.EventId.Length == 0)}"
            ),
        ];

    private static IEnumerable<string> SharePoint(GraphStandIn graph)
    {
        Assert.All(graph.SharePoint.Drives.SelectMany(drive => drive.Items.Values).Where(item => item.Bytes is { Length: > 0 }), item =>
            Assert.StartsWith(
                item.Name.EndsWith(".pdf", StringComparison.Ordinal) ? "%PDF-" : "PK",
                Start(item.Bytes!),
                StringComparison.Ordinal
            )
        );
        return graph.SharePoint.Drives.SelectMany(drive =>
            drive
                .Items.Values.Select(item =>
                    $"{drive.Name}{drive.PathOf(item.Id)} "
                    + $"{(item.IsFolder ? "folder" : item.Bytes!.Length > 0 ? "file" : "empty")} "
                    + string.Join(
                        ',',
                        drive.PermissionsOf(item.Id).Select(grant => $"{Holder(graph, grant)}:{grant.Role}").Order(StringComparer.Ordinal)
                    )
                )
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Start(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(5, bytes.Length)));

    internal static string Holder(GraphStandIn graph, StoredGrant grant) =>
        grant.Kind switch
        {
            HolderKind.Group when grant.Holder == graph.SharePoint.OperationsGroup => "operations",
            HolderKind.Application when grant.Holder == graph.AppId => "this system",
            HolderKind.User => graph.Directory.Accounts.TryGetValue(grant.Holder, out var account) ? account.Mail : "nobody known",
            _ => $"{grant.Kind}",
        };
}
