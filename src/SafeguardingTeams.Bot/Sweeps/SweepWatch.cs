using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Sweeps;

/// <summary>
/// Watches over the timers: when their last sweep is over five minutes old, the bot's host runs the same sweep itself,
/// every minute, until they are back, and says so on its health endpoint.
/// </summary>
internal sealed partial class SweepWatch(
    DeadlineSweep sweep,
    Heartbeat heartbeat,
    InForce inForce,
    LondonClock clock,
    ILogger<SweepWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _sweptHereAt;

    /// <summary>Sweeps where the timers have not. Returns whether it did.</summary>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        // Our own sweeps beat too: while the timers are away, a heartbeat younger than the last look here is ours.
        var age = await heartbeat.AgeAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        if (age is { } since && since <= Heartbeat.Patience && (_sweptHereAt is not { } here || now - since > here))
        {
            _sweptHereAt = null;
            return false;
        }

        LogFallback(logger);
        await sweep.RunAsync(cancellationToken);
        _sweptHereAt = TimeProvider.System.GetUtcNow();
        return true;
    }

    /// <summary>In words, for whoever watches over the service: no ids, no counts of cases.</summary>
    internal async Task<string> HealthAsync(CancellationToken cancellationToken)
    {
        var age = await heartbeat.AgeAsync(cancellationToken);
        var timers =
            _sweptHereAt is not null ? "Timers: stopped; the bot's host sweeps instead. Restart the function app."
            : age is { } since ? $"Timers: last sweep {since.TotalSeconds:0} s ago."
            : "Timers: no sweep yet.";
        var last = inForce.Calendar.LastDay;
        return $"healthy\n{timers}\nBank holidays: known to {last:yyyy-MM-dd}{(clock.Today > last.AddYears(-1) ? "; less than a year left, extend the list" : "")}.";
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "The timers have not swept for over five minutes: sweeping here")]
    private static partial void LogFallback(ILogger logger);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Warning, Message = "The watch over the timers failed and goes on: {Fault}")]
    private static partial void LogFailed(ILogger logger, string fault);
}
