using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Keeps agenda and minutes of a meeting of the group, briefings, and letters about a review as they went (C8, C15, E6, E17, E20, F1). It
/// needs no Microsoft 365, so that it is done in every host.
/// </summary>
internal sealed class PapersReconciler(MeetingPapersKept papers, ReviewLettersKept letters, BriefingsKept briefings) : IReconciler
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
            record is ReviewFile review ? letters.KeepAllAsync(review, cancellationToken)
            : record is BriefingFile briefing ? briefings.KeepAllAsync(briefing, cancellationToken)
            : papers.KeepAllAsync((MeetingFile)record, cancellationToken)
        );
        return new ReconcileResult.Done();
    }
}
