using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Queues;

/// <summary>The two queues: messages, and what is to be done in Outlook and SharePoint. Neither waits for the other.</summary>
public sealed class WorkQueues(IRows rows, LondonClock clock, Backoff backoff)
{
    /// <summary>Messages in Teams: a post is a matter of seconds.</summary>
    internal WorkQueue<OutboxItem> Messages { get; } =
        new("messages", (Keys.Outbox, Keys.DeadLetteredMessages), 12, TimeSpan.FromSeconds(60), OutboxItem.From, rows, clock, backoff);

    /// <summary>Reconcile jobs: one may make many calls, and put files in.</summary>
    internal WorkQueue<ReconcileJob> Jobs { get; } =
        new("jobs", (Keys.ReconcileJobs, Keys.DeadLetteredJobs), 20, TimeSpan.FromMinutes(4), ReconcileJob.From, rows, clock, backoff);

    /// <summary>How both stand.</summary>
    public async Task<IReadOnlyList<QueueState>> StatesAsync(CancellationToken cancellationToken) =>
        [await Messages.StateAsync(cancellationToken), await Jobs.StateAsync(cancellationToken)];
}
