using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Flows;

/// <summary>The notifications no flow took, which wait for a person.</summary>
public sealed class DeadLetteredFlows(IRows rows, WorkQueues queues, OutboxSignal signal)
{
    /// <summary>All of them, the oldest first, each with what names it.</summary>
    internal async Task<IReadOnlyList<(string Subject, FlowDelivery Item)>> ReadAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.DeadLetteredFlows, cancellationToken))
                .Select(row => (row.Key, FlowDelivery.From(row)))
                .OrderBy(one => one.Item2.Since),
        ];

    /// <summary>Takes one off the list that nobody needs any more. False where it is none of these.</summary>
    internal async Task<bool> ForgetAsync(string subject, CancellationToken cancellationToken)
    {
        if (!subject.StartsWith(Keys.DeadLetteredFlows, StringComparison.Ordinal))
        {
            return false;
        }

        await rows.CommitAsync([new RowWrite.Delete(subject)], cancellationToken);
        return true;
    }

    /// <summary>Puts all of them back among those to be done.</summary>
    internal async Task RetryAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ReadAsync(Keys.DeadLetteredFlows, cancellationToken))
        {
            await rows.CommitAsync(queues.Flows.PutBack(row), cancellationToken);
        }

        signal.SetFlows();
    }
}
