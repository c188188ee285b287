using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// Posts to flows what waits for them: of one subscription one after the other, in order; of several side by side, so that one that hangs
/// keeps nobody else waiting. What fails is tried again, and its subscription's others wait for it.
/// </summary>
public sealed partial class FlowDeliveries(
    IRows rows,
    LondonClock clock,
    WorkQueues queues,
    FlowCalls calls,
    OutboxSignal signal,
    ILogger<FlowDeliveries> logger
) : IDisposable
{
    private const int SideBySide = 8;

    private readonly SemaphoreSlim _all = new(SideBySide);

    /// <summary>What has failed before leaves half of the room to the others.</summary>
    private readonly SemaphoreSlim _failing = new(SideBySide / 2);

    private readonly Lock _lock = new();

    private readonly Dictionary<string, Task<int>> _inHand = new(StringComparer.Ordinal);

    /// <summary>How long a call in hand may go on once all is called off.</summary>
    internal TimeSpan Grace { get; set; } = InHand.Usual;

    /// <summary>Does everything that is due, and waits for it. Returns how many were ended: done, dropped or dead-lettered.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken) => (await Task.WhenAll(await BeginAsync(cancellationToken))).Sum();

    /// <summary>Begins everything that is due and waits for none of it: what comes meanwhile need not wait for what hangs.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) => await BeginAsync(cancellationToken);

    /// <summary>Waits for what is in hand.</summary>
    public async Task EndedAsync()
    {
        Task[] left;
        lock (_lock)
        {
            left = [.. _inHand.Values];
        }

        await Task.WhenAll(left);
    }

    /// <summary>Until when those that are next have to wait; null where none is left.</summary>
    public async Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) =>
        (await NextAsync(cancellationToken)).Select(item => (DateTimeOffset?)item.NotBefore).Min();

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        _failing.Dispose();
    }

    /// <summary>The next delivery of each subscription.</summary>
    private async Task<List<FlowDelivery>> NextAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.FlowDeliveries, cancellationToken))
                .GroupBy(row => Keys.SubscriptionOf(row.Key), StringComparer.Ordinal)
                .Select(line => FlowDelivery.From(line.First())),
        ];

    private async Task<List<Task<int>>> BeginAsync(CancellationToken cancellationToken)
    {
        List<Task<int>> begun = [];
        foreach (var item in (await NextAsync(cancellationToken)).Where(item => item.NotBefore <= clock.Now))
        {
            lock (_lock)
            {
                if (!_inHand.ContainsKey(item.Subscription))
                {
                    var line = Task.Run(() => LineAsync(item, cancellationToken), CancellationToken.None);
                    _inHand[item.Subscription] = line;
                    begun.Add(line);
                }
            }
        }

        return begun;
    }

    /// <summary>The deliveries of one subscription, in order, until one is not ended.</summary>
    private async Task<int> LineAsync(FlowDelivery first, CancellationToken cancellationToken)
    {
        var ended = 0;
        var failing = first.Attempts > 0;
        try
        {
            await (failing ? _failing.WaitAsync(cancellationToken) : Task.CompletedTask);
            try
            {
                await _all.WaitAsync(cancellationToken);
                try
                {
                    ended = await InOrderAsync(first.Subscription, cancellationToken);
                }
                finally
                {
                    _all.Release();
                }
            }
            finally
            {
                _ = failing ? _failing.Release() : 0;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nothing more is begun.
        }
        catch (Exception e)
        {
            // Its lease runs out within a minute, and it is taken up again.
            LogFailed(logger, first.Event, first.Record, first.Attempts, Faults.TypeOf(e), Faults.StackOf(e));
        }
        finally
        {
            lock (_lock)
            {
                _inHand.Remove(first.Subscription);
            }
        }

        if (ended > 0)
        {
            // What came meanwhile was left to this one.
            signal.SetFlows();
        }

        return ended;
    }

    private async Task<int> InOrderAsync(string subscription, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var row in await rows.ReadAsync(Keys.FlowDeliveriesOf(subscription), cancellationToken))
        {
            using var inHand = new InHand(Grace, cancellationToken);
            if (!await TryAsync(row, inHand.Token))
            {
                break;
            }

            ended++;
        }

        return ended;
    }

    private async Task<bool> TryAsync(Row row, CancellationToken cancellationToken)
    {
        var item = FlowDelivery.From(row);
        if (item.NotBefore > clock.Now)
        {
            return false;
        }

        if (await rows.FindAsync(Keys.Subscription(item.Subscription), cancellationToken) is not { } to)
        {
            // It was removed between two writes of whoever removed it, or of whoever wrote this.
            return await rows.CommitAsync([new RowWrite.Delete(row.Key, row.ETag)], cancellationToken) is CommitResult.Done;
        }

        if (FlowSubscription.From(to).NotBefore is var until && until > clock.Now)
        {
            await rows.CommitAsync([WorkQueue<FlowDelivery>.PutOff(row, item, until)], cancellationToken);
            return false;
        }

        var begun = queues.Flows.Begin(item);
        return await queues.Flows.TakeAsync(row, begun, to.Key, to, [], cancellationToken) is { } claimed
            && await Spans.RunAsync(
                "flow delivery",
                [("record", begun.Record.ToString()), ("event", begun.Event), ("attempt", begun.Attempts)],
                async () =>
                {
                    var end = await calls.EndAsync(claimed, begun, cancellationToken);
                    Spans.Add("end", end.ToString());
                    LogEnded(logger, begun.Event, begun.Record, begun.Attempts, end);
                    return end != FlowEnd.Later;
                }
            );
    }

    [LoggerMessage(EventId = 2211, Level = LogLevel.Information, Message = "Flow told {Event} of {Record}, attempt {Attempt}: {End}")]
    private static partial void LogEnded(ILogger logger, string @event, RecordRef record, int attempt, FlowEnd end);

    [LoggerMessage(
        EventId = 2212,
        Level = LogLevel.Warning,
        Message = "Telling a flow {Event} of {Record} after {Attempt} attempts failed: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, string @event, RecordRef record, int attempt, string fault, string stack);
}
