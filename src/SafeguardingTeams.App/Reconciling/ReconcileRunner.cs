using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.DeadLetters;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Does what is to be done in Outlook and SharePoint, each reconcile job claimed first together with the checkpoint of its subject.
/// Done: the
/// row goes. Later: it waits. Stuck: it stands where operations see it, and the case says so. Nothing is dropped in silence.
/// </summary>
public sealed partial class ReconcileRunner
{
    /// <summary>By then what was under way when a reconcile job was called off has shown what became of it.</summary>
    private static readonly TimeSpan CalledOff = TimeSpan.FromSeconds(20);

    private readonly IRows _rows;
    private readonly WorkQueue<ReconcileJob> _queue;
    private readonly FrozenDictionary<ReconcileKind, IReconciler> _jobs;
    private readonly CommandRunner _commands;
    private readonly ILogger<ReconcileRunner> _logger;

    internal ReconcileRunner(
        IRows rows,
        WorkQueues queues,
        IEnumerable<IReconciler> jobs,
        CommandRunner commands,
        ILogger<ReconcileRunner> logger
    ) => (_rows, _queue, _jobs, _commands, _logger) = (rows, queues.Jobs, jobs.ToFrozenDictionary(one => one.Kind), commands, logger);

    /// <summary>How long a reconcile job in hand may go on once the sweep is called off.</summary>
    internal TimeSpan Grace { get; set; } = InHand.Usual;

    /// <summary>Does everything that is due. Returns how many were ended: done or stuck.</summary>
    /// <param name="cancellationToken">Calls it off: what is in hand is ended or put back, nothing more is begun.</param>
    public Task<int> RunAsync(CancellationToken cancellationToken) => _queue.RunDueAsync(TryAsync, Grace, cancellationToken);

    /// <summary>Until when those that wait have to wait; null where none is left.</summary>
    public Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) => _queue.WaitingAsync(cancellationToken);

    /// <summary>How many are due now, and how many somebody is at.</summary>
    public async Task<(int Due, int InHand)> LeftAsync(CancellationToken cancellationToken)
    {
        var state = await _queue.StateAsync(cancellationToken);
        return (state.Due, state.InHand);
    }

    private async Task<bool> TryAsync(Row row, ReconcileJob before, CancellationToken cancellationToken)
    {
        var job = _queue.Begin(before);
        var subject = Keys.Checkpoint(job.Record, job.Subject);
        var there = await _rows.FindAsync(subject, cancellationToken);
        if (await _queue.TakeAsync(row, job, subject, there, [], cancellationToken) is not { } claimed)
        {
            return false;
        }

        return await Spans.RunAsync(
            "reconcile job",
            [("record", job.Record.ToString()), ("kind", job.Kind), ("attempt", job.Attempts)],
            () => DoAsync(claimed, job, cancellationToken)
        );
    }

    private async Task<bool> DoAsync(Claimed claimed, ReconcileJob job, CancellationToken cancellationToken)
    {
        var checkpoint = new Checkpoint(_rows, claimed.Lease, job.NotBefore);

        // However it ended, that is written down: what was called off as well.
        var end = await EndOfAsync(job, checkpoint, cancellationToken);
        try
        {
            if (!await ReportAsync(claimed.Item, job, end))
            {
                return false;
            }

            await checkpoint.ReleaseAsync(_queue.After(claimed.Item, job, end), CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            return false;
        }

        Spans.Add("end", end.GetType().Name);
        LogEnded(_logger, job.Kind, job.Record, job.Attempts, end.GetType().Name);
        return end is not QueueEnd.Later;
    }

    /// <summary>
    /// The case says what is dead-lettered, and what is so no longer; before the row moves, so that a crash between the two ends in saying
    /// it again, which
    /// changes nothing. False where it could not be said: then the row waits as it is.
    /// </summary>
    private async Task<bool> ReportAsync(Row row, ReconcileJob job, QueueEnd end)
    {
        var why = end switch
        {
            QueueEnd.DeadLettered deadLettered => deadLettered.Why,
            QueueEnd.Done when job.MayBeDeadLettered => "",
            _ => null,
        };
        try
        {
            // Other records than cases say nothing of it: it stands on the list of what was not done, until a person says that it is.
            if (why is not null && job.Record.Kind == RecordKind.Case)
            {
                await _commands.RunAsync(
                    new ReportDeadLetter(job.CaseId, row.Key[Keys.ReconcileJobs.Length..], DeadLetteredJobs.Name(job), why),
                    $"stuck-{Guid.NewGuid():N}",
                    SystemActor.Instance,
                    CancellationToken.None
                );
            }

            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Spans.Fault(e);
            LogFailed(_logger, job.Kind, job.Record, job.Attempts, Faults.TypeOf(e), Faults.StackOf(e));
            return false;
        }
    }

    private async Task<QueueEnd> EndOfAsync(ReconcileJob job, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        try
        {
            var record = (await StoredRecord.LoadAsync(_rows, job.Record, cancellationToken)).Record;
            return _jobs.TryGetValue(job.Kind, out var jobs)
                ? Limited(job, await jobs.DoAsync(job, record, checkpoint, cancellationToken))
                : new QueueEnd.DeadLettered("Outlook and SharePoint are not set up for this system.");
        }
        catch (ReconcileStopped stopped)
        {
            return Limited(job, stopped.End);
        }
        catch (KeptFileException kept)
        {
            // Nothing else goes in its place.
            return new QueueEnd.DeadLettered($"{kept.Message} Nothing has been sent or filed in its place.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What it has got done is noted; what was under way is looked for first, as after a crash.
            LogCalledOff(_logger, job.Kind, job.Record, job.Attempts);
            return new QueueEnd.Later(CalledOff);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Spans.Fault(e);
            LogFailed(_logger, job.Kind, job.Record, job.Attempts, Faults.TypeOf(e), Faults.StackOf(e));
            return _queue.Limited(
                job,
                _queue.Failed(job),
                "It failed after many tries. Whoever looks after this system finds more in its log."
            );
        }
    }

    private QueueEnd Limited(ReconcileJob job, ReconcileResult result) =>
        _queue.Limited(
            job,
            result switch
            {
                ReconcileResult.Done => new QueueEnd.Done(),
                ReconcileResult.Later later => new QueueEnd.Later(later.Wait),
                ReconcileResult.DeadLettered deadLettered => new QueueEnd.DeadLettered(deadLettered.Why),
                _ => throw new InvalidOperationException("An unknown end of a reconcile job."),
            },
            "Microsoft 365 could not be reached after many tries."
        );

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "Reconcile job {Kind} of {Record}, attempt {Attempt}: {End}")]
    private static partial void LogEnded(ILogger logger, ReconcileKind kind, RecordRef record, int attempt, string end);

    [LoggerMessage(
        EventId = 2102,
        Level = LogLevel.Warning,
        Message = "Reconcile job {Kind} of {Record}, attempt {Attempt} failed: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, ReconcileKind kind, RecordRef record, int attempt, string fault, string? stack);

    [LoggerMessage(
        EventId = 2103,
        Level = LogLevel.Warning,
        Message = "Reconcile job {Kind} of {Record}, attempt {Attempt} was called off and put back"
    )]
    private static partial void LogCalledOff(ILogger logger, ReconcileKind kind, RecordRef record, int attempt);
}
