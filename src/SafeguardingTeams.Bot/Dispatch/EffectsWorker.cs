using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Dispatch;

/// <summary>Does effects right after each commit, when a wait is over, and every half minute what a crash has left.</summary>
internal abstract partial class EffectsWorker(LondonClock clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);

    /// <summary>Does all that is due.</summary>
    protected abstract Task DoAsync(CancellationToken stoppingToken);

    /// <summary>Until when those that wait have to wait; null where none is left.</summary>
    protected abstract Task<DateTimeOffset?> WaitingAsync(CancellationToken stoppingToken);

    /// <summary>Waits until there is something to do.</summary>
    protected abstract Task SignalledAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DoAsync(stoppingToken);
                await WaitAsync(await WaitingAsync(stoppingToken) - clock.Now, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, Faults.TypeOf(e), Faults.StackOf(e));
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    /// <summary>Until there is something to do, a wait asked for is over, or it is time to sweep.</summary>
    private async Task WaitAsync(TimeSpan? soonest, CancellationToken stoppingToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        wait.CancelAfter(
            soonest is not { } asked || asked > SweepEvery ? SweepEvery
            : asked > Shortest ? asked
            : Shortest
        );
        try
        {
            await SignalledAsync(wait.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Nothing new: time to sweep.
        }
    }

    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "A dispatch failed and is tried again: {Fault} {Stack}")]
    private static partial void LogFailed(ILogger logger, string fault, string stack);
}
