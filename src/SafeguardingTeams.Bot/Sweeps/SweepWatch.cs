using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.App.Upkeeping;

namespace SafeguardingTeams.Bot.Sweeps;

/// <summary>
/// Watches over the timers: when their last sweep is over five minutes old, the bot's host runs the same sweep itself,
/// every minute, until they are back, and says so on its health endpoint. It tells of every sweep that has stopped: the watch over who
/// can open secured folders is one.
/// </summary>
internal sealed partial class SweepWatch(
    DeadlineSweep sweep,
    Heartbeat heartbeat,
    Vitals vitals,
    UnreadableRecords records,
    CurrentRules currentRules,
    LondonClock clock,
    StorageVersion version,
    IHostApplicationLifetime lifetime,
    ILogger<SweepWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly DateTimeOffset _since = TimeProvider.System.GetUtcNow();

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

    /// <summary>Tells how queues and sweeps stand and whether all records can be read, and logs each sweep that has stopped.</summary>
    internal async Task TellAsync(CancellationToken cancellationToken)
    {
        Alarms.CalendarKnown(currentRules.Calendar.LastDay.DayNumber - clock.Today.DayNumber);
        foreach (var one in Stopped(await vitals.TakeAsync(cancellationToken)))
        {
            LogStopped(logger, one.Timer);
        }

        await records.LookAsync(cancellationToken);
    }

    /// <summary>Whether the timers are away, and this host does their work.</summary>
    internal bool SweepsHere => _sweptHereAt is not null;

    /// <summary>The sweeps that have stopped.</summary>
    internal IEnumerable<SweepAge> Stopped(IReadOnlyList<SweepAge> ages)
    {
        var waited = TimeProvider.System.GetUtcNow() - _since;
        return ages.Where(one => one.HasStopped(waited) || _sweptHereAt is not null && one.Sweep == Heartbeat.Deadlines);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await version.CheckAsync(stoppingToken);
                await LookAsync(stoppingToken);
                await TellAsync(stoppingToken);
            }
            catch (NewerTableException e)
            {
                // A newer program has taken the table over: this one would not understand what that one writes.
                LogNewer(logger, e.Message);
                lifetime.StopApplication();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, Faults.TypeOf(e), Faults.StackOf(e));
            }
        }
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "The timers have not swept for over five minutes: sweeping here")]
    private static partial void LogFallback(ILogger logger);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Warning, Message = "The watch over the timers failed and goes on: {Fault} {Stack}")]
    private static partial void LogFailed(ILogger logger, string fault, string stack);

    [LoggerMessage(EventId = 4104, Level = LogLevel.Critical, Message = "{Why}")]
    private static partial void LogNewer(ILogger logger, string why);

    [LoggerMessage(EventId = 4103, Level = LogLevel.Error, Message = "{Timer} has stopped: restart the function app and read its log")]
    private static partial void LogStopped(ILogger logger, string timer);
}
