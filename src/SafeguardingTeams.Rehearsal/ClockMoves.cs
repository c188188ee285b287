using System.Diagnostics;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Functions;

namespace SafeguardingTeams.Rehearsal;

/// <summary>
/// Moves the rehearsal's clock on. It stops at each instant at which something is due, lets the timers do it, and waits
/// until every message is out before it goes on: what would have happened on the way happens, in order.
/// </summary>
public sealed class ClockMoves(RehearsalHost host) : IAsyncDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// What waits longer, such as a reminder for the next morning, is not waited for: the clock goes no further than asked.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const int MaxStops = 500;

    /// <summary>How long reconcile jobs are waited for, by the machine's clock.</summary>
    private static readonly TimeSpan RealPatience = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _start = new();
    private Task<FunctionsHost>? _timers;
    private bool _ended;

    private RehearsalClock Clock => host.Clock;

    /// <summary>What the timers have logged.</summary>
    public IEnumerable<string> Logged => _timers is { IsCompletedSuccessfully: true } timers ? timers.Result.Said : [];

    /// <summary>Lets the timers run by the machine's clock as well, as they would in Azure.</summary>
    public async Task RunOnScheduleAsync() => (await TimersAsync()).RunOnSchedule();

    /// <summary>Lets each timer run once, now: what has to come once before all is well has come.</summary>
    public async Task EachOnceAsync()
    {
        foreach (var timer in (await TimersAsync()).Timers)
        {
            await FireAsync(timer.Name, Clock.GetUtcNow());
        }
    }

    public Task HourAsync() => ToAsync(Clock.GetUtcNow().AddHours(1));

    /// <summary>To five past nine on the next working day.</summary>
    public Task WorkingDayAsync() =>
        ToAsync(
            London.Instant(
                host.Services.GetRequiredService<CurrentRules>().Calendar.NextWorkingDay(London.DateOf(Clock.GetUtcNow())),
                new(9, 5)
            )
        );

    /// <summary>To just after the next reminder; an hour on where none is planned.</summary>
    public async Task NextAsync() =>
        await ToAsync(
            (
                await host.Services.GetRequiredService<DeadlineSweep>().NextAsync(CancellationToken.None) ?? Clock.GetUtcNow().AddHours(1)
            ).AddMinutes(1)
        );

    /// <summary>To an instant; the clock never goes back.</summary>
    /// <exception cref="InvalidOperationException">The timers failed.</exception>
    public async Task ToAsync(DateTimeOffset target)
    {
        await _one.WaitAsync();
        try
        {
            await TimersAsync();
            for (var stops = 0; stops < MaxStops; stops++)
            {
                var stop = await NextAsync(target);
                Clock.Set(stop - Early > Clock.GetUtcNow() ? stop - Early : Clock.GetUtcNow());
                await SweepAsync(stop);
                if (stop == target)
                {
                    await FireAsync("WatchSweep", Clock.GetUtcNow());
                    await QuietAsync();
                    return;
                }
            }

            throw new InvalidOperationException("Something stays due whatever the timers do.");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The timers of a run that has ended.</summary>
    public async Task ForgetAsync()
    {
        Task<FunctionsHost>? timers;
        lock (_start)
        {
            (timers, _timers) = (_timers, null);
        }

        if (timers is not null)
        {
            await Task.WhenAny(timers);
            await (timers.IsCompletedSuccessfully ? timers.Result.DisposeAsync() : ValueTask.CompletedTask);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ended = true;
        await ForgetAsync();
        _one.Dispose();
    }

    /// <summary>The timers, started once; not any more once all this ends, so that no worker is left behind.</summary>
    private Task<FunctionsHost> TimersAsync()
    {
        lock (_start)
        {
            return _ended ? throw new InvalidOperationException("The rehearsal is ending.") : _timers ??= host.StartTimersAsync();
        }
    }

    private async Task SweepAsync(DateTimeOffset tick)
    {
        await FireAsync("DeadlineSweep", tick);
        await QuietAsync();
        await FireAsync("FlowSweep", Clock.GetUtcNow());
    }

    /// <summary>The next instant before the target at which something is due: a reminder, or a reconcile job that waits.</summary>
    private async Task<DateTimeOffset> NextAsync(DateTimeOffset target)
    {
        var next = new[]
        {
            await host.Services.GetRequiredService<DeadlineSweep>().NextAsync(CancellationToken.None),
            await host.Services.GetRequiredService<ReconcileRunner>().WaitingAsync(CancellationToken.None),
        }.Min();
        var now = Clock.GetUtcNow();
        return next is { } due && Tick(due > now ? due : now) is var tick && tick < target ? tick : target;
    }

    /// <summary>
    /// Until every message is out and every reconcile job done that need not wait; what is done may have more to be sent.
    /// </summary>
    private async Task QuietAsync()
    {
        var dispatcher = host.Services.GetRequiredService<Dispatcher>();
        do
        {
            while (await dispatcher.WaitingAsync(CancellationToken.None) is { } until && until - Clock.GetUtcNow() < LongestWait)
            {
                if (until > Clock.GetUtcNow())
                {
                    Clock.Set(until);
                }

                await FireAsync("DispatchSweep", Clock.GetUtcNow());
            }
        } while (await DidJobsAsync());
    }

    private async Task<bool> DidJobsAsync()
    {
        var jobs = host.Services.GetRequiredService<ReconcileRunner>();
        var began = Stopwatch.GetTimestamp();
        var did = false;
        while (await jobs.LeftAsync(CancellationToken.None) is var (due, inHand) && due + inHand > 0)
        {
            did = true;
            if (Stopwatch.GetElapsedTime(began) > RealPatience)
            {
                throw new InvalidOperationException(
                    $"After {RealPatience.TotalMinutes:0} minutes {due} reconcile jobs are due and {inHand} in somebody's hands."
                );
            }

            if (due > 0)
            {
                await FireAsync("ReconcileSweep", Clock.GetUtcNow());
            }
            else
            {
                await Task.Delay(50);
            }
        }

        return did;
    }

    private async Task FireAsync(string timer, DateTimeOffset at)
    {
        var timers = await TimersAsync();
        if (await timers.FireAsync(timer, at) is { } fault)
        {
            throw new InvalidOperationException($"{fault}. The timers said: {string.Join(" | ", timers.Said.TakeLast(5))}");
        }
    }

    /// <summary>The first tick of a timer that runs every minute, at or after an instant.</summary>
    private static DateTimeOffset Tick(DateTimeOffset at) =>
        at.Ticks % TimeSpan.TicksPerMinute == 0
            ? at
            : new DateTimeOffset(at.Ticks - at.Ticks % TimeSpan.TicksPerMinute, at.Offset).AddMinutes(1);
}
