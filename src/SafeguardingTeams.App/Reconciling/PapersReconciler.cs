using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Keeps what went as it went: agenda and minutes of a meeting of the group, its reports, briefings, letters about a review; and looks
/// whether what is kept, also with an action, is what was recorded (C5, C8, C15, E6, E17, E20, E24, F1). It needs no Microsoft 365, so that
/// it is done in every host.
/// </summary>
internal sealed class PapersReconciler(
    MeetingPapersKept papers,
    GroupReportsKept reports,
    ReviewLettersKept letters,
    BriefingsKept briefings,
    KeptDocuments kept
) : IReconciler
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
            record switch
            {
                MeetingFile meeting => papers.KeepAllAsync(meeting, cancellationToken),
                GroupFile group => reports.KeepAllAsync(group, cancellationToken),
                ReviewFile review => letters.KeepAllAsync(review, cancellationToken),
                BriefingFile briefing => briefings.KeepAllAsync(briefing, cancellationToken),
                _ => kept.LookAsync(record, cancellationToken),
            }
        );
        return new ReconcileResult.Done();
    }
}
