using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Dispatches right after each commit, when a wait is over, and every half minute what a crash has left.</summary>
internal sealed partial class OutboxWorker(Dispatcher dispatcher, OutboxBell bell, LondonClock clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatcher.DispatchAsync(stoppingToken);
                await HeardAsync(await dispatcher.WaitingAsync(stoppingToken) - clock.Now, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    /// <summary>Until the bell rings, a wait asked for is over, or it is time to sweep.</summary>
    private async Task HeardAsync(TimeSpan? soonest, CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(soonest is not { } asked || asked > SweepEvery ? SweepEvery : asked > Shortest ? asked : Shortest);
        try
        {
            await bell.HeardAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Nobody rang: time to sweep.
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "A dispatch failed and is tried again: {Fault}")]
    private static partial void LogFailed(ILogger logger, string fault);
}
