namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Keeps a worker running by the host's rules: one that crashes is started again at once, three failures within half an hour and the host
/// gives up; 200 is an intended restart; of one that ends with 0 the host takes no notice.
/// </summary>
internal sealed class WorkerKeeper(FunctionApp app, FunctionsHostOptions options, WorkerDoor door, HostLog log) : IDisposable
{
    private const int MaxFailures = 3;

    private static readonly TimeSpan Within = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<DateTimeOffset> _failures = [];
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Worker? _worker;
    private bool _ending;

    /// <summary>What the worker that was started last has announced.</summary>
    internal IReadOnlyList<TimerFunction> Timers { get; private set; } = [];

    /// <summary>How often a worker was started.</summary>
    internal int Starts { get; private set; }

    /// <summary>Whether it failed too often.</summary>
    internal bool HasGivenUp { get; private set; }

    /// <summary>What the last worker ended with, once the host has ended it; null before.</summary>
    internal int? ExitCode { get; private set; }

    /// <summary>The process of the worker there is.</summary>
    internal int ProcessId => _worker?.ProcessId ?? throw new InvalidOperationException("There is no worker.");

    /// <summary>Starts the first worker.</summary>
    /// <exception cref="InvalidOperationException">It failed too often.</exception>
    internal async Task StartAsync()
    {
        if (await OneAtATimeAsync(StartOneAsync) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }
    }

    /// <summary>The worker, once it is ready; null where the host has given up or is ending.</summary>
    internal async Task<Worker?> WorkerAsync()
    {
        await _one.WaitAsync();
        _one.Release();
        return HasGivenUp || _ending ? null : _worker;
    }

    /// <summary>Ends, with its code, when a worker has crashed: a worker that ended with 0 has not, as far as the host can tell.</summary>
    internal async Task<int> CrashOfAsync(Worker worker)
    {
        var code = await worker.Ended;
        if (code == 0 && !_ending)
        {
            await _over.Task;
        }

        return code;
    }

    /// <summary>Kills a worker that a run was not let go by, and starts another; unless that was done already.</summary>
    internal Task ReplaceAsync(Worker worker) =>
        OneAtATimeAsync(async () =>
        {
            if (worker != _worker || _ending)
            {
                return null;
            }

            _worker = null;
            await worker.KillAsync();
            worker.Dispose();
            return await StartOneAsync();
        });

    /// <summary>Kills the worker there is, as somebody outside would.</summary>
    internal Task KillAsync() => _worker?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Ends the worker for good.</summary>
    internal Task EndAsync()
    {
        _ending = true;
        return OneAtATimeAsync(async () =>
        {
            if (_worker is { } worker)
            {
                _worker = null;
                await worker.EndAsync();
                ExitCode = await worker.Ended;
                worker.Dispose();
            }

            _over.TrySetResult();
            return null;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<string?> OneAtATimeAsync(Func<Task<string?>> what)
    {
        await _one.WaitAsync();
        try
        {
            return await what();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Starts a worker, again where it fails; returns why not once the host gives up.</summary>
    private async Task<string?> StartOneAsync()
    {
        while (true)
        {
            try
            {
                Starts++;
                var worker = await Worker.StartAsync(app, options.Settings, door, options.Limits, log);
                (_worker, Timers) = (worker, worker.Timers);
                _ = WatchAsync(worker);
                return null;
            }
            catch (InvalidOperationException e)
            {
                log.Note(LogLevel.Error, "Host.Worker", e.Message);
                if (GivesUp())
                {
                    return e.Message;
                }
            }
        }
    }

    private async Task WatchAsync(Worker worker)
    {
        var code = await CrashOfAsync(worker);
        if (_ending)
        {
            return;
        }

        await OneAtATimeAsync(async () =>
        {
            if (_ending || worker != _worker)
            {
                return null;
            }

            log.Note(LogLevel.Error, "Host.Worker", $"The worker ended with {code}.");
            _worker = null;
            worker.Dispose();
            return code != 200 && GivesUp() ? null : await StartOneAsync();
        });
    }

    private bool GivesUp()
    {
        var now = TimeProvider.System.GetUtcNow();
        _failures.RemoveAll(at => now - at > Within);
        _failures.Add(now);
        return HasGivenUp = _failures.Count >= MaxFailures;
    }
}
