using System.Collections.Concurrent;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// Has the worker do one try of a tick. It ends when the worker answers, crashes, or the try has had its time: then it is called off, and
/// a worker that does not let go, or is not there any more, is killed and another started.
/// </summary>
internal sealed class TimerRunner(WorkerKeeper keeper, HostLimits limits, TimeSpan limit, HostLog log)
{
    private readonly ConcurrentDictionary<string, Worker> _running = new(StringComparer.Ordinal);

    private TaskCompletionSource _timeIsUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _calledOff;

    internal async Task<RunEnd> RunAsync(Tick tick, int attempt, DateTimeOffset now)
    {
        var name = tick.Timer.Name;
        if (await keeper.WorkerAsync() is not { } worker)
        {
            return new($"{name} failed: the host has given up on its worker", WasCalledOff: false);
        }

        log.Note(
            LogLevel.Information,
            $"Function.{name}",
            $"Executing '{name}' (Id={tick.Id}, attempt {attempt}{(tick.IsPastDue ? ", past due" : "")})"
        );
        _running[tick.Id] = worker;
        var end = await EndAsync(worker, tick, attempt, now);
        _running.TryRemove(tick.Id, out _);
        log.Note(
            end.Fault is null ? LogLevel.Information : LogLevel.Error,
            $"Function.{name}",
            end.Fault ?? $"Executed '{name}' (Succeeded, Id={tick.Id})"
        );
        return end;
    }

    /// <summary>From now on the runs there are have had their time.</summary>
    internal void LetTimeRunOut() =>
        Interlocked.Exchange(ref _timeIsUp, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Calls off every run there is.</summary>
    internal void CallOffAll()
    {
        _calledOff = true;
        foreach (var (id, worker) in _running)
        {
            worker.CallOff(id);
        }
    }

    private async Task<RunEnd> EndAsync(Worker worker, Tick tick, int attempt, DateTimeOffset now)
    {
        var name = tick.Timer.Name;
        var answer = worker.InvokeAsync(tick.Request(attempt, now), name);
        var crash = keeper.CrashOfAsync(worker);
        var timedOut = Task.WhenAny(Task.Delay(limit), _timeIsUp.Task);
        var first = await Task.WhenAny(answer, crash, timedOut);
        if (first == answer)
        {
            var result = await answer;
            return new(
                result.Status == Protocol.StatusResult.Types.Status.Success ? null : $"{name} failed: {HostLog.In(result.Exception)}",
                _calledOff
            );
        }

        if (first == crash)
        {
            return new($"{name} failed: the worker ended with {await crash}", WasCalledOff: false);
        }

        worker.CallOff(tick.Id);
        if (await Task.WhenAny(answer, Task.Delay(limits.LetGo)) == answer)
        {
            return new($"{name} failed: timed out and let go", WasCalledOff: true);
        }

        await keeper.ReplaceAsync(worker);
        return new($"{name} failed: timed out, the worker was replaced", WasCalledOff: false);
    }
}

/// <summary>How a try ended.</summary>
/// <param name="Fault">Null where it succeeded, else why not.</param>
/// <param name="WasCalledOff">Whether the host had called it off.</param>
internal sealed record RunEnd(string? Fault, bool WasCalledOff);
