using SafeguardingTeams.App.Dispatch;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Dispatches right after each commit, and every half minute what a crash or a wait has left.</summary>
internal sealed partial class OutboxWorker(Dispatcher dispatcher, OutboxBell bell, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatcher.DispatchAsync(stoppingToken);
                await HeardAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(logger, e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    private async Task HeardAsync(CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(SweepEvery);
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
