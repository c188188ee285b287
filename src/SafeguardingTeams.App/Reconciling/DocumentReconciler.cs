using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Case;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Puts a document of the case into its folder, once, named by reference and kind: an agency's return apart from its records (B10),
/// report and letter as they went to the Panel (B21).
/// </summary>
internal sealed class DocumentReconciler(CaseFolders folders, PanelPapers panel) : IReconciler
{
    public ReconcileKind Kind => ReconcileKind.Document;

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var file = (CaseFile)record;
        if (checkpoint["item"].Length > 0)
        {
            return new ReconcileResult.Done();
        }

        var item = Enum.Parse<DocumentKind>(job.Detail) switch
        {
            DocumentKind.Return => await ReturnAsync(job, file, cancellationToken),
            DocumentKind.Report => await SentAsync(job, file, KeptKind.Report, cancellationToken),
            DocumentKind.PanelLetter => await SentAsync(job, file, KeptKind.PanelLetter, cancellationToken),
            _ => throw new InvalidOperationException("An unknown document."),
        };
        if (item is not null)
        {
            await checkpoint.SaveAsync(cancellationToken, ("item", item.Id));
        }

        return new ReconcileResult.Done();
    }

    private async Task<StoredItem?> ReturnAsync(ReconcileJob job, CaseFile file, CancellationToken cancellationToken)
    {
        // The return as it was then: a later one is another reconcile job's.
        var key = job.About.Name;
        var version = job.About.Number ?? throw new InvalidOperationException("No version of a return.");
        var then = Replay.From(new CaseFile(file.Id), file.History.TakeWhile(recorded => recorded.Sequence <= version));
        if (then.Review.Agency(key) is not { Return.Known: true } agency)
        {
            return null;
        }

        var number = then.History.Count(recorded => recorded.Event is ScopingReturned { Known: true } returned && returned.Agency == key);
        var folder = await folders.WithinAsync(Library.Submissions, file.Id, key, cancellationToken);
        return await folders.KeepAsync(
            Library.Submissions,
            folder.Id,
            $"{file.Id}-return-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}.docx",
            () => CaseDocuments.Return(then, agency),
            cancellationToken
        );
    }

    /// <summary>The very file that went to the Panel, or goes.</summary>
    private async Task<StoredItem?> SentAsync(ReconcileJob job, CaseFile file, KeptKind kind, CancellationToken cancellationToken)
    {
        if (PanelPapers.SendingOf(file, job.About) is not { } sending)
        {
            return null;
        }

        var (kept, missing) = await panel.KeptAsync(file, sending, kind, cancellationToken);
        return kept is null
            ? throw new ReconcileStopped(new ReconcileResult.DeadLettered(missing))
            : await folders.KeepAsync(
                Library.CaseRecords,
                await folders.OfCaseAsync(Library.CaseRecords, file.Id, cancellationToken),
                kept.Document.Name,
                () => kept.Bytes,
                cancellationToken
            );
    }
}
