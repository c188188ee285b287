using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Tells flows. It waits for none of them: while one hangs, others are told what comes meanwhile.</summary>
internal sealed class FlowWorker(
    FlowFanOut fanOut,
    FlowDeliveries deliveries,
    OutboxSignal signal,
    LondonClock clock,
    ILogger<FlowWorker> logger
) : EffectsWorker(clock, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await deliveries.EndedAsync().WaitAsync(cancellationToken);
    }

    protected override async Task DoAsync(CancellationToken stoppingToken)
    {
        await fanOut.RunAsync(stoppingToken);
        await deliveries.StartAsync(stoppingToken);
    }

    protected override Task<DateTimeOffset?> WaitingAsync(CancellationToken stoppingToken) => deliveries.WaitingAsync(stoppingToken);

    protected override Task SignalledAsync(CancellationToken stoppingToken) => signal.FlowsAsync(stoppingToken);
}
