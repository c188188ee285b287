using System.Collections.Concurrent;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>The host's log: its own lines, and what the worker logs, as far as host.json keeps them. The last five hundred.</summary>
internal sealed class HostLog(FunctionApp app)
{
    private const int Most = 500;

    private readonly ConcurrentQueue<string> _lines = new();

    internal IEnumerable<string> Lines => _lines;

    internal void Note(LogLevel level, string category, string? line)
    {
        if (line is { Length: > 0 } && app.Keeps(category, level))
        {
            _lines.Enqueue($"{level} {category}: {line}");
            while (_lines.Count > Most)
            {
                _lines.TryDequeue(out _);
            }
        }
    }

    /// <summary>Something a worker logged: within a run it is the function's.</summary>
    /// <param name="said">By the worker.</param>
    /// <param name="function">Whose run it belongs to; null where to none.</param>
    internal void Note(RpcLog said, string? function) =>
        Note(
            (LogLevel)said.Level,
            function is null || said.LogCategory != RpcLog.Types.Category.User ? said.Category : $"Function.{function}.User",
            $"{said.Message}{In(said.Exception)}"
        );

    /// <summary>A fault as the host writes it down: with its message and its stack.</summary>
    internal static string In(Fault? fault) =>
        fault is null ? "" : $"{Environment.NewLine}{fault.Type}: {fault.Message}{Environment.NewLine}{fault.StackTrace}";
}
