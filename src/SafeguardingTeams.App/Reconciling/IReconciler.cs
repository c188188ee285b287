using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Does reconcile jobs of one kind. Every run brings the world nearer to what the case says now, however often and wherever it was cut off
/// before.
/// </summary>
internal interface IReconciler
{
    ReconcileKind Kind { get; }

    /// <summary>Does it.</summary>
    /// <param name="record">The record the job is of, as it is now; a case for all kinds but mails.</param>
    Task<ReconcileResult> DoAsync(ReconcileJob job, RecordFile record, Checkpoint checkpoint, CancellationToken cancellationToken);
}

/// <summary>How a run of a reconcile job ended.</summary>
internal abstract record ReconcileResult
{
    /// <summary>All is as the case says.</summary>
    internal sealed record Done : ReconcileResult;

    /// <summary>Not now; again after the wait.</summary>
    internal sealed record Later(TimeSpan Wait) : ReconcileResult
    {
        /// <summary>Whether Microsoft 365 asks to be left alone, or does not answer.</summary>
        internal bool IsHeldBack { get; init; }
    }

    /// <summary>A person has to see to it.</summary>
    internal sealed record DeadLettered(string Why) : ReconcileResult;
}

/// <summary>Ends a reconcile job from wherever it is: a call to Microsoft 365 did not give what the next needs.</summary>
internal sealed class ReconcileStopped(ReconcileResult end) : Exception
{
    internal ReconcileResult End => end;
}
