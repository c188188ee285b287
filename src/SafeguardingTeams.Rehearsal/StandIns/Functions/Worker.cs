using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>A worker: its process, and the line to it.</summary>
internal sealed class Worker : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _running = new(StringComparer.Ordinal);
    private readonly WorkerProcess _process;
    private readonly WorkerLine _line;
    private readonly HostLimits _limits;

    private Worker(WorkerProcess process, WorkerLine line, HostLimits limits) => (_process, _line, _limits) = (process, line, limits);

    /// <summary>The functions it has announced.</summary>
    internal IReadOnlyList<TimerFunction> Timers { get; private set; } = [];

    /// <summary>Ends with the code its process ends with.</summary>
    internal Task<int> Ended => _process.Ended;

    internal int ProcessId => _process.ProcessId;

    /// <summary>Starts it, and returns when it has loaded its functions.</summary>
    /// <exception cref="InvalidOperationException">It ended, did not call, did not answer, or could not load a function.</exception>
    internal static async Task<Worker> StartAsync(
        FunctionApp app,
        IReadOnlyDictionary<string, string?> settings,
        WorkerDoor door,
        HostLimits limits,
        HostLog log
    )
    {
        Worker? worker = null;
        var line = new WorkerLine
        {
            Otherwise = message =>
            {
                if (message.RpcLog is { } said)
                {
                    log.Note(said, worker?._running.GetValueOrDefault(said.InvocationId ?? ""));
                }
            },
        };
        var id = Guid.NewGuid().ToString();
        door.Expect(id, line);
        ConcurrentQueue<string?> last = new();
        worker = new(WorkerProcess.Start(app, settings, door.Address, id, (level, text) =>
            {
                last.Enqueue(text);
                log.Note(level, "Host.Function.Console", text);
            }), line, limits);
        try
        {
            await worker.MeetAsync(app, settings);
            return worker;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            worker._process.Kill();
            var code = await worker.Ended;
            worker.Dispose();
            throw new InvalidOperationException(
                e is TimeoutException
                    ? "The worker did not call or answer in time."
                    : $"{e.Message} It ended with {code}: {string.Join(" | ", last)}",
                e
            );
        }
    }

    /// <summary>Has it do one run. Ends when it answers; waits for good where it does not.</summary>
    /// <param name="request">The run.</param>
    internal async Task<StatusResult> InvokeAsync(InvocationRequest request, string function)
    {
        _running[request.InvocationId] = function;
        var answer = await _line.AskAsync(new() { InvocationRequest = request }, message =>
            message.InvocationResponse?.InvocationId == request.InvocationId
        );
        _running.TryRemove(request.InvocationId, out _);
        return answer.InvocationResponse.Result;
    }

    /// <summary>Calls a run off: its token fires.</summary>
    internal void CallOff(string invocationId) =>
        _line.Say(
            new()
            {
                InvocationCancel = new() { InvocationId = invocationId, GracePeriod = Duration.FromTimeSpan(_limits.LetGo) },
            }
        );

    /// <summary>Asks it to end; kills what does not.</summary>
    internal async Task EndAsync()
    {
        _line.Say(new() { WorkerTerminate = new() { GracePeriod = Duration.FromTimeSpan(_limits.End) } });
        await Task.WhenAny(Ended, Task.Delay(_limits.End));
        await KillAsync();
    }

    /// <summary>Ends it and whatever it has started, without a word.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await Ended;
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private async Task MeetAsync(FunctionApp app, IReadOnlyDictionary<string, string?> settings)
    {
        await UnlessEndedAsync(_line.Called, _limits.Call);
        var met = await AskAsync(
            new()
            {
                WorkerInitRequest = new()
                {
                    HostVersion = "4.1037.0.0",
                    WorkerDirectory = app.Folder,
                    FunctionAppDirectory = app.Folder,
                },
            },
            message => message.WorkerInitResponse is not null
        );
        Check(met.WorkerInitResponse.Result, "start");
        var announced = (
            await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = app.Folder } }, message =>
                message.FunctionMetadataResponse is not null
            )
        ).FunctionMetadataResponse;
        Check(announced.Result, "say what its functions are");
        Timers =
        [
            .. announced
                .FunctionMetadataResults.OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => TimerFunction.Of(one, settings)),
        ];
        foreach (var one in announced.FunctionMetadataResults)
        {
            var loaded = await AskAsync(
                new()
                {
                    FunctionLoadRequest = new() { FunctionId = one.FunctionId, Metadata = one },
                },
                message => message.FunctionLoadResponse?.FunctionId == one.FunctionId
            );
            Check(loaded.FunctionLoadResponse.Result, $"load {one.Name}");
        }
    }

    private static void Check(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException($"The worker could not {what}.{HostLog.In(result.Exception)}");
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage question, Func<StreamingMessage, bool> answers)
    {
        var answer = _line.AskAsync(question, answers);
        await UnlessEndedAsync(answer, _limits.Handshake);
        return await answer;
    }

    private async Task UnlessEndedAsync(Task wanted, TimeSpan patience)
    {
        if (await Task.WhenAny(wanted, Ended).WaitAsync(patience) == Ended)
        {
            throw new InvalidOperationException("The worker ended before it was ready.");
        }
    }
}
