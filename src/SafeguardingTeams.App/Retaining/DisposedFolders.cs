using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// What stands of a record in SharePoint and Outlook: its folders with everything in them, and invitations to what is still to come. Where
/// this system does not reach them, the certificate says so.
/// </summary>
/// <param name="folders">Null where SharePoint is not set up.</param>
/// <param name="mailbox">Null where Outlook is not set up.</param>
internal sealed class DisposedFolders(IRows rows, LondonClock clock, IFolders? folders, IMailbox? mailbox)
{
    private static readonly Library[] Libraries = Enum.GetValues<Library>();

    private static readonly ReconcileKind[] InFolders = [ReconcileKind.Folders, ReconcileKind.Document, ReconcileKind.Pack];

    /// <summary>Whether SharePoint is within reach.</summary>
    internal bool IsSetUp => folders is not null;

    /// <summary>Whether anything of it was ever put into SharePoint.</summary>
    internal async Task<bool> HasFoldersAsync(RecordRef record, CancellationToken cancellationToken) =>
        record.Kind == RecordKind.Case
        && (await NotesAsync(record, cancellationToken)).Any(note => InFolders.Any(kind => Is(note, record, kind)));

    /// <summary>How many files and folders there are.</summary>
    /// <exception cref="ReconcileStopped">SharePoint is not there now.</exception>
    internal async Task<int> CountAsync(RecordRef record, CancellationToken cancellationToken)
    {
        var count = 0;
        if (folders is not null && await HasFoldersAsync(record, cancellationToken))
        {
            foreach (var library in Libraries)
            {
                var root = await folders.EnsureFolderAsync(library, null, record.Id, cancellationToken).ValueAsync();
                var inside = await InsideAsync(library, root.Id, cancellationToken);
                count += inside == 0 ? 0 : inside + 1;
            }
        }

        return count;
    }

    /// <summary>Takes the folders out, into the site's recycle bin.</summary>
    /// <exception cref="ReconcileStopped">SharePoint is not there now, or does not let them go.</exception>
    internal async Task RemoveAsync(RecordRef record, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (folders is null || checkpoint["folders"].Length > 0 || !await HasFoldersAsync(record, cancellationToken))
        {
            return;
        }

        foreach (var library in Libraries)
        {
            // Found by making it: one that is gone is made empty, and goes again.
            var root = await folders.EnsureFolderAsync(library, null, record.Id, cancellationToken).ValueAsync();
            await folders.DeleteAsync(library, root.Id, cancellationToken).ValueAsync();
        }

        await checkpoint.SaveAsync(cancellationToken, ("folders", "gone"));
    }

    /// <summary>The invitations that were made, by the ids of their events: how many are over, and which are to come.</summary>
    internal async Task<(int Over, IReadOnlyList<string> ToCome)> InvitationsAsync(RecordRef record, CancellationToken cancellationToken)
    {
        var (over, toCome) = (0, new List<string>());
        foreach (var note in (await NotesAsync(record, cancellationToken)).Where(note => Is(note, record, ReconcileKind.Meeting)))
        {
            foreach (
                var (field, id) in note.Fields.Where(field =>
                    field.Key.StartsWith("event", StringComparison.Ordinal) && field.Value.Length > 0
                )
            )
            {
                if (note[$"cancelled{field["event".Length..]}"].Length > 0)
                {
                    continue;
                }

                var there = mailbox is null ? null : await mailbox.ReadEventAsync(id, cancellationToken).FoundAsync();
                if (there is { IsCancelled: false } && there.Start > clock.Now)
                {
                    toCome.Add(id);
                }
                else if (there is { IsCancelled: false } or null)
                {
                    over++;
                }
            }
        }

        return (over, toCome);
    }

    /// <summary>Cancels what is still to come.</summary>
    /// <exception cref="ReconcileStopped">Outlook is not there now.</exception>
    internal async Task CancelAsync(RecordRef record, CancellationToken cancellationToken)
    {
        foreach (var id in (await InvitationsAsync(record, cancellationToken)).ToCome)
        {
            await mailbox!.CancelEventAsync(id, "This meeting does not take place.", cancellationToken).FoundAsync();
        }
    }

    /// <summary>How many mails were sent of it.</summary>
    internal async Task<int> MailsAsync(RecordRef record, CancellationToken cancellationToken) =>
        (await NotesAsync(record, cancellationToken)).Count(note => Is(note, record, ReconcileKind.Mail) && note["sentAt"].Length > 0);

    /// <summary>Puts the certificate where operations keep papers; nothing where SharePoint is not set up.</summary>
    /// <exception cref="ReconcileStopped">SharePoint is not there now.</exception>
    internal async Task FileAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (folders is not null)
        {
            var folder = await folders
                .EnsureFolderAsync(Library.CaseRecords, null, "Disposal certificates", cancellationToken)
                .ValueAsync();
            await new CaseFolders(folders).KeepAsync(Library.CaseRecords, folder.Id, name, () => bytes, cancellationToken);
        }
    }

    private async Task<int> InsideAsync(Library library, string folder, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var item in await folders!.ListAsync(library, folder, cancellationToken).ValueAsync())
        {
            count += 1 + (item.IsFolder ? await InsideAsync(library, item.Id, cancellationToken) : 0);
        }

        return count;
    }

    private Task<IReadOnlyList<Row>> NotesAsync(RecordRef record, CancellationToken cancellationToken) =>
        rows.ReadAsync(Keys.Checkpoint(record, ""), cancellationToken);

    private static bool Is(Row note, RecordRef record, ReconcileKind kind) =>
        note.Key.StartsWith(Keys.Checkpoint(record, $"{kind}|"), StringComparison.Ordinal);
}
