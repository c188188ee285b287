using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails that a folder is open to somebody: they go once it is, and not before, so that the link in them opens. Each goes once: who is
/// told is noted in the same transaction.
/// </summary>
internal sealed class FolderMails(IRows rows, OutboxSignal signal)
{
    private const string Told = "told";

    /// <summary>Has those told who are not yet.</summary>
    /// <param name="checkpoint">The folder's own note.</param>
    /// <param name="about">Whom it is for: an agency and the number of the naming, or an attendee.</param>
    internal async Task TellAsync(
        Checkpoint checkpoint,
        CaseFile file,
        MailKind kind,
        IEnumerable<Topic> about,
        CancellationToken cancellationToken
    )
    {
        var told = checkpoint[Told].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Topic.Parse).ToList();
        var due = about.Except(told).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var since = file.History[^1].At;
        await checkpoint.SaveWithAsync(
            due.Select(one => new RowWrite.Insert(
                $"{Keys.ReconcileLine(since, file.Id, file.Version, 0)}|{kind}.{one}",
                new ReconcileJob(file.Id, ReconcileKind.Mail, kind.ToString(), one, since).Fields()
            )),
            [(Told, string.Join(',', told.Concat(due)))],
            cancellationToken
        );
        signal.Set();
    }

    /// <summary>Where the folder is that a mail is about; empty for a mail that is about none.</summary>
    internal async Task<string> OfAsync(ReconcileJob mail, CancellationToken cancellationToken) =>
        Enum.Parse<MailKind>(mail.Detail) switch
        {
            MailKind.Nominee => await UrlAsync(rows, mail.CaseId, FolderReconciler.Subject(mail.About.Name), cancellationToken),
            MailKind.PackOpened => await UrlAsync(rows, mail.CaseId, PackReconciler.Subject, cancellationToken),
            _ => "",
        };

    /// <summary>Where a folder is in SharePoint, as its reconcile job has noted it; empty where it is not made yet.</summary>
    internal static async Task<string> UrlAsync(IRows rows, CaseId id, string subject, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Checkpoint(id, subject), cancellationToken) is { } checkpoint ? checkpoint["url"] : "";
}
