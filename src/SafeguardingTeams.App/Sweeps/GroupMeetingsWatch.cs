using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Looks at the group's meetings that are to come: whether each is still in the calendar, and whether those are invited who are to be by
/// now. Whoever holds a seat, chairs or scrutinises on its day follows from the partnership's file and the group's record (E3, PD17),
/// which write nothing to a meeting when they change.
/// </summary>
internal sealed partial class GroupMeetingsWatch(
    IRows rows,
    IMailbox mailbox,
    Invitations invitations,
    LondonClock clock,
    ILogger<GroupMeetingsWatch> logger
)
{
    /// <summary>
    /// Looks at all of them: one that cannot be looked at keeps nobody from the others. How many, and how many succeeded.
    /// </summary>
    internal async Task<(int Looked, int Seen)> LookAsync(CancellationToken cancellationToken)
    {
        var planned = (await rows.ReadAsync(Keys.OpenOf(RecordKind.Meeting), cancellationToken))
            .Where(row => row["stage"] == nameof(MeetingStage.Planned))
            .Select(row => RecordRef.Parse(row["record"]))
            .ToList();
        var seen = 0;
        foreach (var meeting in planned)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await LookAsync(meeting, cancellationToken);
                seen++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(
                    logger,
                    meeting,
                    e is ReconcileStopped stopped ? stopped.End.GetType().Name : Faults.TypeOf(e),
                    Faults.StackOf(e)
                );
            }
        }

        return (planned.Count, seen);
    }

    private async Task LookAsync(RecordRef meeting, CancellationToken cancellationToken)
    {
        var record = (await StoredRecord.LoadAsync(rows, meeting, cancellationToken)).Record;
        if (await invitations.OfAsync(record, cancellationToken) is not { IsLeft: false, Planned: { } planned })
        {
            return;
        }

        var checkpoint = await rows.FindAsync(Keys.Checkpoint(meeting, MeetingReconciler.Subject), cancellationToken);
        IEnumerable<RowWrite> todo =
            // Planned before invitations went through Outlook, or a moment ago: made twice is made once.
            checkpoint is null
                ? [MeetingReconciler.Again(record, clock.Now)]
            : MeetingReconciler.EventOf(checkpoint.Fields, planned.Number) is not { Length: > 0 } eventId
            || Checkpoint.IsLeased(checkpoint, clock.Now)
                ? []
            : await mailbox.ReadEventAsync(eventId, cancellationToken).FoundAsync() is not { IsCancelled: false }
                ? MeetingReconciler.ToLook(record, planned, checkpoint, clock.Now)
            : MeetingReconciler.ToFollow(record, planned, checkpoint, clock.Now);
        if (todo.ToImmutableList() is { IsEmpty: false } writes)
        {
            await rows.CommitAsync(writes, cancellationToken);
        }
    }

    [LoggerMessage(
        EventId = 3301,
        Level = LogLevel.Warning,
        Message = "Meeting {Record}: it could not be looked at in Outlook, and is looked at again: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, RecordRef record, string fault, string? stack);
}
