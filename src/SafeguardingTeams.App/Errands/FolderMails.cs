using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// The mails that a folder is open to somebody: they go once it is, and not before, so that the link in them opens. Each goes once: who is
/// told is noted in the same transaction.
/// </summary>
internal sealed class FolderMails(IRows rows, OutboxBell bell)
{
    private const string Told = "told";

    /// <summary>Has those told who are not yet.</summary>
    /// <param name="note">The folder's own note.</param>
    /// <param name="file">The case.</param>
    /// <param name="kind">Which mail.</param>
    /// <param name="about">Whom it is for: an agency and the number of the naming, or an attendee.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task TellAsync(ErrandNote note, CaseFile file, MailKind kind, IEnumerable<string> about, CancellationToken cancellationToken)
    {
        var told = note[Told].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var due = about.Except(told, StringComparer.Ordinal).ToList();
        if (due.Count == 0)
        {
            return;
        }

        var since = file.History[^1].At;
        await note.SaveWithAsync(
            due.Select(one => new RowWrite.Insert($"{Keys.ErrandLine(since, file.Id, file.Version, 0)}|{kind}.{one}", new Errand(file.Id, ErrandKind.Mail, kind.ToString(), one, since).Fields())),
            [(Told, string.Join(',', told.Concat(due)))], cancellationToken);
        bell.Ring();
    }

    /// <summary>Where the folder is that a mail is about; empty for a mail that is about none.</summary>
    internal async Task<string> OfAsync(Errand mail, CancellationToken cancellationToken) => Enum.Parse<MailKind>(mail.Detail) switch
    {
        MailKind.Nominee => await UrlAsync(rows, mail.CaseId, FolderErrands.Subject(mail.About.Split('.')[0]), cancellationToken),
        MailKind.PackOpened => await UrlAsync(rows, mail.CaseId, PackErrands.Subject, cancellationToken),
        _ => "",
    };

    /// <summary>Where a folder is in SharePoint, as its errand has noted it; empty where it is not made yet.</summary>
    internal static async Task<string> UrlAsync(IRows rows, CaseId id, string subject, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Note(id, subject), cancellationToken) is { } note ? note["url"] : "";
}
