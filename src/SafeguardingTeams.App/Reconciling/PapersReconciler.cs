using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Keeps agenda and minutes of a meeting of the group as they went (E6, E17, F1), and letters about a review (C8, C15). It needs no
/// Microsoft 365, so that it is done in every host.
/// </summary>
internal sealed class PapersReconciler(MeetingPapersKept papers, ReviewLettersKept letters) : IReconciler
{
    public ReconcileKind Kind => ReconcileKind.Papers;

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        await (
            record is ReviewFile review
                ? letters.KeepAllAsync(review, cancellationToken)
                : papers.KeepAllAsync((MeetingFile)record, cancellationToken)
        );
        return new ReconcileResult.Done();
    }
}
