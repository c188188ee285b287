using System.Text;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>How the delivery of a notification ended.</summary>
internal enum FlowEnd
{
    /// <summary>The flow has it.</summary>
    Done,

    /// <summary>It is not for this subscriber any more, or the subscription has ended.</summary>
    Dropped,

    /// <summary>It is tried again.</summary>
    Later,

    /// <summary>A person has to see to it.</summary>
    DeadLettered,
}

/// <summary>
/// Calls a flow once, for a delivery that has been claimed, and writes down how it ended. Whether the subscriber may be told is asked again
/// where time has passed since it was last asked.
/// </summary>
public sealed partial class FlowCalls(
    IRows rows,
    LondonClock clock,
    WorkQueues queues,
    FlowSubscriptions subscriptions,
    FlowAudience audience,
    IFlowCallbacks callbacks,
    FlowSetting setting,
    ILogger<FlowCalls> logger
)
{
    /// <summary>So long it is tried.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>What was dead-lettered and put back is tried so often.</summary>
    internal const int TriesWhenPutBack = 8;

    /// <summary>What the directory and the record said counts so long, for a first try.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const int GivenUpTogether = 40;

    internal async Task<FlowEnd> EndAsync(Claimed claimed, FlowDelivery item, CancellationToken cancellationToken)
    {
        var to = FlowSubscription.From(claimed.Lease);
        try
        {
            if (HasWaited(item, to) && await WithdrawnAsync(claimed, item, to, cancellationToken) is { } withdrawn)
            {
                return withdrawn;
            }

            if (CallbackAddress.Refuse(to.Callback, setting) is not null)
            {
                return await GiveUpAsync(claimed, item, to, "The address this flow gave may not be called any more.");
            }

            return await PostAsync(item, to, cancellationToken) switch
            {
                FlowCall.Taken => await TakenAsync(claimed, item, to),
                FlowCall.Gone => await DropAsync(to),
                FlowCall.Failed failed => await FailedAsync(claimed, item, to, failed),
                _ => throw new InvalidOperationException("An unknown end of a call."),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Called off: whether it arrived nobody knows, and it says the same when it comes again.
            return await WriteAsync(claimed, queues.Flows.After(claimed.Item, item, new QueueEnd.Later(ShortestWait)), to, FlowEnd.Later);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Spans.Fault(e);
            LogFailed(logger, item.Event, item.Record, item.Attempts, Faults.TypeOf(e), Faults.StackOf(e));
            return await FailedAsync(claimed, item, to, new("It failed. Whoever looks after this system finds more in its log.", null));
        }
    }

    /// <summary>Whether time has passed since it was last asked whether the subscriber may be told.</summary>
    private bool HasWaited(FlowDelivery item, FlowSubscription to) =>
        item.Attempts > 1 || to.Failures > 0 || clock.Now - item.AskedAt > Fresh;

    /// <summary>Null where the subscriber may be told.</summary>
    private async Task<FlowEnd?> WithdrawnAsync(
        Claimed claimed,
        FlowDelivery item,
        FlowSubscription to,
        CancellationToken cancellationToken
    )
    {
        var standing = await audience.OfAsync(to.By, cancellationToken);
        if (!standing.ComesIn)
        {
            return await DropAsync(to);
        }

        var record = standing.AsksTheRecord ? (await StoredRecord.LoadAsync(rows, item.Record, cancellationToken)).Record : null;
        return standing.IsTold(record, Announcement.Read(item.Said) is [var said, ..] ? said : null)
            ? null
            : await WriteAsync(claimed, [new RowWrite.Delete(claimed.Item.Key, claimed.Item.ETag)], to, FlowEnd.Dropped);
    }

    private async Task<FlowCall> PostAsync(FlowDelivery item, FlowSubscription to, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(setting.CallFor);
        try
        {
            return await callbacks.PostAsync(new(to.Callback), Encoding.UTF8.GetBytes(item.Body), limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FlowCall.Failed("It did not answer in time.", null);
        }
    }

    private async Task<FlowEnd> TakenAsync(Claimed claimed, FlowDelivery item, FlowSubscription to)
    {
        if (to.Waits is not null)
        {
            // It waited for this one.
            return await DropAsync(to) is FlowEnd.Dropped ? FlowEnd.Done : FlowEnd.Later;
        }

        return await WriteAsync(
            claimed,
            queues.Flows.After(claimed.Item, item, new QueueEnd.Done()),
            to with
            {
                Failures = 0,
                NotBefore = DateTimeOffset.MinValue,
            },
            FlowEnd.Done
        );
    }

    private async Task<FlowEnd> FailedAsync(Claimed claimed, FlowDelivery item, FlowSubscription to, FlowCall.Failed failed)
    {
        var failures = to.Failures + 1;
        var wait =
            failed.Wait is not { } asked ? queues.Flows.Failed(item with { Attempts = failures }).Wait
            : asked < ShortestWait ? ShortestWait
            : asked > LongestWait ? LongestWait
            : asked;
        var after = to with { Failures = failures, NotBefore = clock.Now + wait };
        return clock.Now - item.Since >= Patience && (!item.WasPutBack || item.Attempts >= TriesWhenPutBack)
            ? await GiveUpAsync(claimed, item, after, failed.Why)
            : await WriteAsync(claimed, queues.Flows.After(claimed.Item, item, new QueueEnd.Later(wait)), after, FlowEnd.Later);
    }

    /// <summary>
    /// For a person to see to; with it those that have waited behind it as long, or a flow that is never there again would be tried for
    /// ever.
    /// </summary>
    private async Task<FlowEnd> GiveUpAsync(Claimed claimed, FlowDelivery item, FlowSubscription to, string why)
    {
        var end = new QueueEnd.DeadLettered(why);
        var others = (await rows.ReadAsync(Keys.FlowDeliveriesOf(to.Id), CancellationToken.None))
            .Where(row => row.Key != claimed.Item.Key)
            .Select(row => (Row: row, Item: FlowDelivery.From(row)))
            .Where(one => clock.Now - one.Item.Since >= Patience && !one.Item.WasPutBack)
            .Take(GivenUpTogether)
            .SelectMany(one => queues.Flows.After(one.Row, one.Item, end));
        return await WriteAsync(claimed, [.. queues.Flows.After(claimed.Item, item, end), .. others], to, FlowEnd.DeadLettered);
    }

    private async Task<FlowEnd> DropAsync(FlowSubscription to)
    {
        await subscriptions.DropAsync(to, CancellationToken.None);
        return FlowEnd.Dropped;
    }

    /// <summary>Writes down how it ended and lets the subscription go; where either has moved on meanwhile, it stays as it is.</summary>
    private async Task<FlowEnd> WriteAsync(Claimed claimed, IReadOnlyList<RowWrite> writes, FlowSubscription to, FlowEnd end) =>
        await rows.CommitAsync([.. writes, to.LetGo(claimed.Lease)], CancellationToken.None) is CommitResult.Done ? end : FlowEnd.Later;

    [LoggerMessage(
        EventId = 2221,
        Level = LogLevel.Warning,
        Message = "Calling a flow with {Event} of {Record}, attempt {Attempt} failed: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, string @event, RecordRef record, int attempt, string fault, string stack);
}
