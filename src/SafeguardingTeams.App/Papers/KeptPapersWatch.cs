using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Papers;

/// <summary>Has it said to operations that a kept paper is not what went.</summary>
public sealed class KeptPapersWatch(IRows rows, OutboxSignal signal, LondonClock clock)
{
    /// <summary>What is said where a kept file is not to be had: operations are told too.</summary>
    internal async Task<PaperEnd> GoneAsync(RecordRef record, KeptFileException wrong, CancellationToken cancellationToken)
    {
        await TellAsync(record, cancellationToken);
        return new PaperEnd.NotDrawn([$"{wrong.Message} Nothing else is shown in its place. The operational team has been told."]);
    }

    /// <summary>Has the job look that keeps a record's papers: what is wrong then stands on operations' list.</summary>
    private async Task TellAsync(RecordRef record, CancellationToken cancellationToken)
    {
        if (
            (await rows.ReadAsync(Keys.DeadLetteredJobs, cancellationToken))
                .Concat(await rows.ReadAsync(Keys.ReconcileJobs, cancellationToken))
                .Select(ReconcileJob.From)
                .Any(job => job.Record == record && job.Kind == ReconcileKind.Papers)
        )
        {
            return;
        }

        await rows.CommitAsync(
            [
                new RowWrite.Insert(
                    Keys.ReconcileLine(clock.Now, record, 0, 0),
                    new ReconcileJob(record, ReconcileKind.Papers, "", Topic.None, clock.Now).Fields()
                ),
            ],
            cancellationToken
        );
        signal.Set();
    }
}
