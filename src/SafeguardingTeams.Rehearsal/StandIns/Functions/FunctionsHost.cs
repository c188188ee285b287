using System.Collections.Concurrent;
using System.Reflection;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Stands in for the Azure Functions host: starts an isolated worker as the host does, speaks the host's protocol with it, and keeps the
/// host's rules as they were seen on a real one. A worker that crashes is started again, three times in half an hour and then no more; one
/// that ends with 0 is missed only when a run has had its time; a stop waits for runs, then calls them off, then ends the worker, then
/// kills.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private readonly FunctionsHostOptions _options;
    private readonly WorkerDoor _door;
    private readonly WorkerKeeper _keeper;
    private readonly HostLog _log;
    private readonly ConcurrentQueue<TimerRun> _runs = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _last = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _one = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _inProgress = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimerRunner _runner;
    private Task? _loops;
    private Task? _stopped;

    private FunctionsHost(FunctionsHostOptions options, FunctionApp app, WorkerDoor door)
    {
        (_options, _door, _log) = (options, door, new(app));
        _keeper = new(app, options, door, _log);
        _runner = new(_keeper, options.Limits, options.Limits.Run ?? app.Timeout, _log);
    }

    /// <summary>Where the rehearsal's own build publishes the timers.</summary>
    public static string Published { get; } =
        typeof(FunctionsHost)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "TimersFolder")
            .Value!;

    /// <summary>The timers the worker has announced.</summary>
    public IReadOnlyList<TimerFunction> Timers => _keeper.Timers;

    /// <summary>The host's log, as host.json has it kept: the last five hundred lines.</summary>
    public IEnumerable<string> Said => _log.Lines;

    /// <summary>Every try of every tick that has ended.</summary>
    public IEnumerable<TimerRun> Runs => _runs;

    /// <summary>How often a worker was started.</summary>
    public int Starts => _keeper.Starts;

    /// <summary>Whether the host gave up on the worker: it failed three times.</summary>
    public bool HasGivenUp => _keeper.HasGivenUp;

    /// <summary>The worker's process.</summary>
    public int ProcessId => _keeper.ProcessId;

    /// <summary>What the worker ended with once the host had stopped; null before.</summary>
    public int? ExitCode => _keeper.ExitCode;

    /// <summary>Starts the worker and waits until it has loaded its functions.</summary>
    /// <exception cref="InvalidOperationException">The app is not one the host would start, or its worker failed three times.</exception>
    public static async Task<FunctionsHost> StartAsync(FunctionsHostOptions options)
    {
        var app = FunctionApp.Read(options.Folder);
        var host = new FunctionsHost(options, app, await WorkerDoor.OpenAsync());
        try
        {
            await host._keeper.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the timers by the schedule's clock until stopped.</summary>
    public void RunOnSchedule() => _loops ??= Task.WhenAll(Timers.Select(LoopAsync));

    /// <summary>Fires one timer now, as the host would, with its retries. Never two runs of one timer at once.</summary>
    /// <param name="planned">The tick it is fired for, by case time; null for now.</param>
    /// <returns>Null where it succeeded, else why not.</returns>
    public Task<string?> FireAsync(string name, DateTimeOffset? planned = null) =>
        FireAsync(
            new(
                Timers.First(one => one.Name == name),
                planned ?? _options.CaseTime.GetUtcNow(),
                _last.GetValueOrDefault(name),
                IsPastDue: false
            )
        );

    /// <summary>Ends the worker from outside, without a word.</summary>
    public Task KillWorkerAsync() => _keeper.KillAsync();

    /// <summary>Has the runs in progress be at the end of their time, so that nobody need wait for it.</summary>
    public void LetTimeRunOut() => _runner.LetTimeRunOut();

    /// <summary>
    /// Stops as the host does: no more ticks; then runs in progress may end; then they are called off; then the worker is asked to end;
    /// then what is left is killed.
    /// </summary>
    public Task StopAsync() => _stopped ??= StopOnceAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _door.DisposeAsync();
        _keeper.Dispose();
        _stopping.Dispose();
    }

    private Task LoopAsync(TimerFunction timer)
    {
        Task Fire(DateTimeOffset planned, bool pastDue)
        {
            var byCaseTime = _options.CaseTime.GetUtcNow() + (planned - _options.ScheduleTime.GetUtcNow());
            return FireAsync(new(timer, byCaseTime, _last.GetValueOrDefault(timer.Name), pastDue));
        }

        return new TimerLoop(timer, _options.Storage, _options.ScheduleTime, Fire).RunAsync(_stopping.Token);
    }

    private async Task<string?> FireAsync(Tick tick)
    {
        var gate = _one.GetOrAdd(tick.Timer.Name, _ => new(1, 1));
        await gate.WaitAsync(_stopping.Token);
        var running = TriesAsync(tick);
        _inProgress[tick.Id] = running;
        try
        {
            return await running;
        }
        finally
        {
            _inProgress.TryRemove(tick.Id, out _);
            gate.Release();
        }
    }

    private async Task<string?> TriesAsync(Tick tick)
    {
        for (var attempt = 0; ; attempt++)
        {
            var at = _options.ScheduleTime.GetUtcNow();
            var end = await _runner.RunAsync(tick, attempt, _options.CaseTime.GetUtcNow());
            _runs.Enqueue(new(tick.Timer.Name, tick.Id, attempt, tick.IsPastDue, at, end.Fault));
            if (end.Fault is null)
            {
                _last[tick.Timer.Name] = tick.Planned;
            }

            // What was called off is not tried again: the next tick goes on.
            if (end.Fault is null || end.WasCalledOff || attempt >= tick.Timer.Retries || HasGivenUp)
            {
                return end.Fault;
            }

            await Task.WhenAny(Task.Delay(_options.Limits.RetryPause ?? tick.Timer.RetryPause, _stopping.Token));
            if (_stopping.IsCancellationRequested)
            {
                return end.Fault;
            }
        }
    }

    private async Task StopOnceAsync()
    {
        await _stopping.CancelAsync();
        var running = Task.WhenAny(Task.WhenAll(_inProgress.Values));
        if (await Task.WhenAny(running, Task.Delay(_options.Limits.Drain)) != running)
        {
            _runner.CallOffAll();
            await Task.WhenAny(running, Task.Delay(_options.Limits.LetGo));
        }

        await _keeper.EndAsync();
        await Task.WhenAny(_loops ?? Task.CompletedTask);
    }
}

/// <summary>What a stand-in host runs, and by which clocks.</summary>
public sealed record FunctionsHostOptions
{
    /// <summary>The published app.</summary>
    public string Folder { get; init; } = FunctionsHost.Published;

    /// <summary>The app settings: the worker's environment.</summary>
    public required IReadOnlyDictionary<string, string?> Settings { get; init; }

    /// <summary>What time the rehearsal says it is.</summary>
    public TimeProvider CaseTime { get; init; } = TimeProvider.System;

    /// <summary>What the schedules go by.</summary>
    public TimeProvider ScheduleTime { get; init; } = TimeProvider.System;

    /// <summary>What is kept about the timers beyond the host's life.</summary>
    public HostStorage Storage { get; init; } = new();

    /// <summary>How long it waits for what.</summary>
    public HostLimits Limits { get; init; } = new();
}
