using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Queues;

/// <summary>The queues: messages, what is to be done in Outlook and SharePoint, and what flows are told. None waits for another.</summary>
public sealed class WorkQueues(IRows rows, LondonClock clock, Backoff backoff)
{
    /// <summary>Messages in Teams: a post is a matter of seconds.</summary>
    internal WorkQueue<OutboxItem> Messages { get; } =
        new("messages", (Keys.Outbox, Keys.DeadLetteredMessages), 12, TimeSpan.FromSeconds(60), OutboxItem.From, rows, clock, backoff);

    /// <summary>Reconcile jobs: one may make many calls, and put files in.</summary>
    internal WorkQueue<ReconcileJob> Jobs { get; } =
        new("jobs", (Keys.ReconcileJobs, Keys.DeadLetteredJobs), 20, TimeSpan.FromMinutes(4), ReconcileJob.From, rows, clock, backoff);

    /// <summary>Deliveries to flows: one is given up by its age, however often it was tried.</summary>
    internal WorkQueue<FlowDelivery> Flows { get; } =
        new(
            "flows",
            (Keys.FlowDeliveries, Keys.DeadLetteredFlows),
            int.MaxValue,
            TimeSpan.FromSeconds(60),
            FlowDelivery.From,
            rows,
            clock,
            backoff
        );

    /// <summary>How all stand.</summary>
    public async Task<IReadOnlyList<QueueState>> StatesAsync(CancellationToken cancellationToken) =>
        [
            await Messages.StateAsync(cancellationToken),
            await Jobs.StateAsync(cancellationToken),
            await AnnouncementsAsync(cancellationToken),
            await Flows.StateAsync(cancellationToken),
        ];

    /// <summary>What happened to records and has not been looked at for flows yet: never much, and never old.</summary>
    private async Task<QueueState> AnnouncementsAsync(CancellationToken cancellationToken)
    {
        var left = await rows.ReadAsync(Keys.Announcements, cancellationToken);
        return new(
            "announcements",
            left.Count,
            left.Count,
            0,
            0,
            left.Count == 0 ? TimeSpan.Zero : clock.Now - Keys.AnnouncedAt(left[0].Key)
        );
    }
}
