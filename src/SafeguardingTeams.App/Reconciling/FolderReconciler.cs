using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
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
internal sealed class FolderReconciler(CaseFolders folders, FolderAccessBook book, FolderMails mails, CommandRunner commands) : IReconciler
{
    private const int MaxLooks = 6;

    public ReconcileKind Kind => ReconcileKind.Folders;

    /// <summary>The checkpoint's subject.</summary>
    internal static string Subject(string agency) =>
        new ReconcileJob(default, ReconcileKind.Folders, "", Topic.Agency(agency), default).Subject;

    /// <summary>An agency's folders by what is noted, to be watched; none where they are not made yet.</summary>
    internal static ImmutableList<OpenFolder> Noted(IReadOnlyDictionary<string, string> noted) =>
        !noted.ContainsKey("should")
            ? []
            :
            [
                new(Library.SecuredRecords, noted["secured"], OpenFolder.Noted(noted["should"]), FolderAccess.Write),
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
        if (file.Review.Agency(job.About.Name) is not { AskedAt: not null } agency)
        {
            return new ReconcileResult.Done();
        }

        if (checkpoint["secured"].Length == 0)
        {
            var submissions = await folders.WithinAsync(Library.Submissions, file.Id, agency.Key, cancellationToken);
            var secured = await folders.WithinAsync(Library.SecuredRecords, file.Id, agency.Key, cancellationToken);
            await checkpoint.SaveAsync(
                cancellationToken,
                ("submissions", submissions.Id),
                ("secured", secured.Id),
                ("url", secured.WebUrl.ToString())
            );
        }

        var should = OpenFolder.Nobody;
        if (agency.Securing.Nominee is { } nominee && !file.Review.AccessEnded)
        {
            should = should.Add(await book.AccountOfAsync(nominee, cancellationToken));
        }

        await checkpoint.SaveAsync(cancellationToken, ("should", string.Join(',', should)));
        var wrong = await book.OpenAsync(Noted(checkpoint.Fields), cancellationToken);
        await mails.TellAsync(
            checkpoint,
            file,
            MailKind.Nominee,
            should.IsEmpty ? [] : [Topic.Agency(agency.Key, NamingsOf(file, agency.Key))],
            cancellationToken
        );
        var looks = await checkpoint.WrongLooksAsync(wrong, cancellationToken);
        if (looks == 1)
        {
            // No alarm before a second look.
            return new ReconcileResult.Later(TimeSpan.FromSeconds(20));
        }

        await ReportAsync(commands, file, agency.Key, wrong, cancellationToken);
        return wrong.Length == 0 ? new ReconcileResult.Done()
            : looks < MaxLooks ? new ReconcileResult.Later(TimeSpan.FromMinutes(10))
            : new ReconcileResult.DeadLettered(wrong);
    }

    /// <summary>Which naming of a nominee holds now, from 1.</summary>
    internal static int NamingsOf(CaseFile file, string agency) =>
        file.History.Count(recorded => recorded.Event is NomineeNamed named && named.Agency == agency);

    /// <summary>
    /// Records what was found, where it is other than what is recorded; of the case's own papers where the agency is empty.
    /// </summary>
    internal static async Task ReportAsync(
        CommandRunner commands,
        CaseFile file,
        string agency,
        string wrong,
        CancellationToken cancellationToken
    )
    {
        if (file.Review.AlarmOf(agency) != wrong)
        {
            await commands.RunAsync(
                new ReportFolder(file.Id, agency, wrong),
                $"folder-{agency}-{file.Version}",
                SystemActor.Instance,
                cancellationToken
            );
        }
    }
}
