using System.Diagnostics;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>The worker's process, started with the command line and in the environment the host gives it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process, string id) => (_process, Id, Ended) = (process, id, EndAsync(process));

    /// <summary>What the worker is to call itself.</summary>
    internal string Id { get; }

    internal int ProcessId => _process.Id;

    /// <summary>Ends with the code the process ends with.</summary>
    internal Task<int> Ended { get; }

    internal static WorkerProcess Start(
        FunctionApp app,
        IReadOnlyDictionary<string, string?> settings,
        Uri door,
        string id,
        Action<LogLevel, string?> said
    )
    {
        var start = new ProcessStartInfo(app.Executable)
        {
            WorkingDirectory = app.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var (request, most) = (Guid.NewGuid().ToString(), $"{int.MaxValue}");
        foreach (
            var argument in new[]
            {
                app.Worker,
                "--host",
                door.Host,
                "--port",
                $"{door.Port}",
                "--workerId",
                id,
                "--requestId",
                request,
                "--grpcMaxMessageLength",
                most,
                "--functions-uri",
                door.ToString(),
                "--functions-worker-id",
                id,
                "--functions-request-id",
                request,
                "--functions-grpc-max-message-length",
                most,
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        foreach (
            var (name, value) in new Dictionary<string, string?>(settings)
            {
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                ["FUNCTIONS_WORKER_RUNTIME_VERSION"] = "10.0",
                ["FUNCTIONS_WORKER_DIRECTORY"] = app.Folder,
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder,
                // The host's own address, which the worker inherits: taking it for its own is a mistake this stand-in catches.
                ["ASPNETCORE_URLS"] = door.ToString(),
            }
        )
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The worker could not be started.");
        process.OutputDataReceived += (_, line) => said(LogLevel.Information, line.Data);
        process.ErrorDataReceived += (_, line) => said(LogLevel.Error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, id);
    }

    /// <summary>Ends it and whatever it has started, without a word.</summary>
    internal void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static async Task<int> EndAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
