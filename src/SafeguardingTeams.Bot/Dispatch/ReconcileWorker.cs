using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Does what is to be done in Outlook and SharePoint.</summary>
internal sealed class ReconcileWorker(ReconcileRunner runner, OutboxSignal signal, LondonClock clock, ILogger<ReconcileWorker> logger)
    : EffectsWorker(clock, logger)
{
    protected override Task DoAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);

    protected override Task<DateTimeOffset?> WaitingAsync(CancellationToken stoppingToken) => runner.WaitingAsync(stoppingToken);

    protected override Task SignalledAsync(CancellationToken stoppingToken) => signal.JobsAsync(stoppingToken);
}
