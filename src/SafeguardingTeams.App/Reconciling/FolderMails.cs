using System.Collections.Immutable;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails that a folder is open to somebody: they go once it is, and not before, so that the link in them opens. Each goes once: who is
/// told is noted in the same transaction.
/// </summary>
internal sealed class FolderMails(IRows rows, OutboxSignal signal)
{
    private const string Told = "told";

    /// <summary>Where it is noted who had not accepted their invitation when access was given.</summary>
    internal const string Pending = "pending";

    /// <summary>Where it is noted what was given to those.</summary>
    internal const string Given = "given";

    /// <summary>Notes what was given to somebody who may not be listed.</summary>
    internal static Func<string, string, Task> Giving(Checkpoint checkpoint, CancellationToken cancellationToken) =>
        (person, entry) =>
            checkpoint.SaveAsync(
                cancellationToken,
                (Given, OpenFolder.Line(OpenFolder.NotedGiven(checkpoint[Given]).SetItem(person, entry)))
            );

    /// <summary>
    /// Notes what is so once it was read back: who is listed is looked for as everybody is, and what was taken away is forgotten.
    /// </summary>
    internal static async Task ReadBackAsync(
        Checkpoint checkpoint,
        AccessFault fault,
        ImmutableHashSet<string> should,
        CancellationToken cancellationToken
    )
    {
        var given = OpenFolder.NotedGiven(checkpoint[Given]);
        var (pending, left) = (
            string.Join(',', fault.NotListed.Order(StringComparer.Ordinal)),
            OpenFolder.Line(given.RemoveRange(given.Keys.Where(person => !should.Contains(person))))
        );
        if (pending != checkpoint[Pending] || left != checkpoint[Given])
        {
            await checkpoint.SaveAsync(cancellationToken, (Pending, pending), (Given, left));
        }
    }

    /// <summary>Whether it is noted where somebody accepts their invitation.</summary>
    internal static bool KnowsWhereToAccept(Checkpoint checkpoint, Topic about) => checkpoint[Accept(about)].Length > 0;

    /// <summary>What is noted of those a folder is opened to: who has yet to accept their invitation, and where they do.</summary>
    internal static IEnumerable<(string Field, string Value)> Noted(IReadOnlyList<(Topic About, DirectoryAccount Account)> accounts) =>
        [
            (Pending, string.Join(',', accounts.Where(one => one.Account.IsPending).Select(one => one.Account.Id))),
            .. accounts
                .Where(one => one.Account.AcceptAt is not null)
                .Select(one => (Accept(one.About), one.Account.AcceptAt!.AbsoluteUri)),
        ];

    private static string Accept(Topic about) => $"accept-{about}";

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

    /// <summary>Where the folder is that a mail is about, and what comes before it.</summary>
    internal async Task<FolderLink> OfAsync(ReconcileJob mail, CancellationToken cancellationToken)
    {
        var subject = Enum.Parse<MailKind>(mail.Detail) switch
        {
            MailKind.Nominee => FolderReconciler.Subject(mail.About.Name),
            MailKind.PackOpened => PackReconciler.Subject,
            _ => null,
        };
        return subject is not null && await rows.FindAsync(Keys.Checkpoint(mail.CaseId, subject), cancellationToken) is { } checkpoint
            ? new(checkpoint["url"], checkpoint[Accept(mail.About)])
            : new("", "");
    }

    /// <summary>Where a folder is in SharePoint, as its reconcile job has noted it; empty where it is not made yet.</summary>
    internal static async Task<string> UrlAsync(IRows rows, CaseId id, string subject, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Checkpoint(id, subject), cancellationToken) is { } checkpoint ? checkpoint["url"] : "";
}

/// <summary>Where a folder is, for somebody it is open to.</summary>
/// <param name="Url">Empty for a mail that is about none.</param>
/// <param name="AcceptAt">Where they accept their invitation to the site first; empty where they have none to accept.</param>
internal sealed record FolderLink(string Url, string AcceptAt)
{
    /// <summary>A mail's lines, with what they do first before them.</summary>
    internal IEnumerable<MailLine> Before(IReadOnlyList<MailLine> says) =>
        ReviewMails.Accepting(says, AcceptAt.Length > 0 ? new Uri(AcceptAt) : null);
}
