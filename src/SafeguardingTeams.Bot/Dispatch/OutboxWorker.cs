using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Sends messages.</summary>
internal sealed class OutboxWorker(Dispatcher dispatcher, OutboxSignal signal, LondonClock clock, ILogger<OutboxWorker> logger)
    : EffectsWorker(clock, logger)
{
    protected override Task DoAsync(CancellationToken stoppingToken) => dispatcher.DispatchAsync(stoppingToken);

    protected override Task<DateTimeOffset?> WaitingAsync(CancellationToken stoppingToken) => dispatcher.WaitingAsync(stoppingToken);

    protected override Task SignalledAsync(CancellationToken stoppingToken) => signal.MessagesAsync(stoppingToken);
}
