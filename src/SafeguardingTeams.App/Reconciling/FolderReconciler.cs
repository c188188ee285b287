using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Makes an agency's two folders, one for its secured records and one, elsewhere, for its submission (B9, B10), and opens the first to its
/// nominee and to nobody else of the agency, the second to nobody. What is found wrong is an alarm in the case.
/// </summary>
internal sealed class FolderReconciler(CaseFolders folders, FolderAccessBook book, FolderMails mails, FolderAlarm alarm) : IReconciler
{
    private const int MaxLooks = 6;

    public ReconcileKind Kind => ReconcileKind.Folders;

    /// <summary>The job of an agency's folders.</summary>
    internal static ReconcileJob Job(CaseId id, string agency) => new(id, ReconcileKind.Folders, "", Topic.Agency(agency), default);

    /// <summary>The checkpoint's subject.</summary>
    internal static string Subject(string agency) => Job(default, agency).Subject;

    /// <summary>An agency's folders by what is noted, to be watched; none where they are not made yet.</summary>
    internal static ImmutableList<OpenFolder> Noted(IReadOnlyDictionary<string, string> noted) =>
        !noted.ContainsKey("should")
            ? []
            :
            [
                new(Library.SecuredRecords, noted["secured"], OpenFolder.Noted(noted["should"]), FolderAccess.Write)
                {
                    Pending = OpenFolder.Noted(noted.GetValueOrDefault(FolderMails.Pending, "")),
                    Given = OpenFolder.NotedGiven(noted.GetValueOrDefault(FolderMails.Given, "")),
                },
                new(Library.Submissions, noted["submissions"], OpenFolder.Nobody, FolderAccess.Read),
            ];

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var file = (CaseFile)record;
        if (file.Review.Agency(job.About.Name) is not { IsToBeAsked: false } agency)
        {
            return new ReconcileResult.Done();
        }

        if (checkpoint["secured"].Length == 0)
        {
            if (agency.AskedAt is null)
            {
                // Taken off before they were made.
                return new ReconcileResult.Done();
            }

            var submissions = await folders.WithinAsync(Library.Submissions, file.Id, agency.Key, cancellationToken);
            var secured = await folders.WithinAsync(Library.SecuredRecords, file.Id, agency.Key, cancellationToken);
            await checkpoint.SaveAsync(
                cancellationToken,
                ("submissions", submissions.Id),
                ("secured", secured.Id),
                ("url", secured.WebUrl.AbsoluteUri)
            );
        }

        var told = Topic.Agency(agency.Key, NamingsOf(file, agency.Key));
        var nominee =
            agency is { AskedAt: not null, Securing.Nominee: { } named } && !file.Review.AccessEnded
                ? await book.AccountOfAsync(named, FolderMails.KnowsWhereToAccept(checkpoint, told), cancellationToken)
                : null;
        ImmutableList<(Topic About, DirectoryAccount Account)> accounts = nominee is null ? [] : [(told, nominee)];
        await checkpoint.SaveAsync(
            cancellationToken,
            [("should", string.Join(',', accounts.Select(one => one.Account.Id))), .. FolderMails.Noted(accounts)]
        );
        var fault = await book.OpenAsync(
            Noted(checkpoint.Fields),
            OpenFolder.Nobody.Union(accounts.Select(one => one.Account).Where(book.IsYoung).Select(account => account.Id)),
            FolderMails.Giving(checkpoint, cancellationToken),
            cancellationToken
        );
        await FolderMails.ReadBackAsync(checkpoint, fault, OpenFolder.Noted(checkpoint["should"]), cancellationToken);
        await mails.TellAsync(checkpoint, file, MailKind.Nominee, accounts.Select(one => one.About), cancellationToken);
        return await alarm.EndOfAsync(file, agency.Key, fault, MaxLooks, checkpoint, cancellationToken) ?? new ReconcileResult.Done();
    }

    /// <summary>Which naming of a nominee holds now, from 1.</summary>
    internal static int NamingsOf(CaseFile file, string agency) =>
        file.History.Count(recorded => recorded.Event is NomineeNamed named && named.Agency == agency);
}
