using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Does what is to be done in Outlook and SharePoint.</summary>
internal sealed class ErrandWorker(ErrandRunner runner, OutboxBell bell, LondonClock clock, ILogger<ErrandWorker> logger) : EffectsWorker(clock, logger)
{
    protected override Task DoAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);

    protected override Task<DateTimeOffset?> WaitingAsync(CancellationToken stoppingToken) => runner.WaitingAsync(stoppingToken);

    protected override Task RungAsync(CancellationToken stoppingToken) => bell.ErrandsHeardAsync(stoppingToken);
}
