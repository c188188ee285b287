using System.Globalization;
using System.Text.Json;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// A function app as its folder says, read as strictly as the host reads it. Which functions there are is not said here but by the worker.
/// </summary>
/// <param name="Folder">Where it was published to.</param>
/// <param name="Executable">What the host starts.</param>
/// <param name="Worker">The worker's file, which the executable is given.</param>
/// <param name="Timeout">After which a run is failed, and a worker that does not let go killed.</param>
/// <param name="Levels">What the host logs, by the beginning of the category.</param>
public sealed record FunctionApp(
    string Folder,
    string Executable,
    string Worker,
    TimeSpan Timeout,
    IReadOnlyDictionary<string, LogLevel> Levels
)
{
    /// <summary>
    /// Without these the host takes the folder for no app of an isolated worker. A step that packs it loses the hidden one easily.
    /// </summary>
    private static readonly string[] Parts =
    [
        "host.json",
        "worker.config.json",
        "functions.metadata",
        "extensions.json",
        Path.Combine(".azurefunctions", "function.deps.json"),
    ];

    /// <exception cref="InvalidOperationException">The host would not start it.</exception>
    public static FunctionApp Read(string folder)
    {
        if (Parts.FirstOrDefault(part => !File.Exists(Path.Combine(folder, part))) is { } missing)
        {
            throw new InvalidOperationException($"The function app has no {missing}.");
        }

        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "host.json")));
        if (host.RootElement.GetProperty("version").GetString() != "2.0" || host.RootElement.TryGetProperty("customHandler", out _))
        {
            throw new InvalidOperationException(
                "host.json: version must be \"2.0\", and there is no custom handler beside an isolated worker."
            );
        }

        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "worker.config.json")));
        var worker = config.RootElement.GetProperty("description");
        var path = worker.GetProperty("defaultWorkerPath").GetString()!;
        return worker.GetProperty("language").GetString() == "dotnet-isolated" && File.Exists(Path.Combine(folder, path))
            ? new(
                folder,
                worker.GetProperty("defaultExecutablePath").GetString()!,
                path,
                TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture),
                Read(host.RootElement)
            )
            : throw new InvalidOperationException("worker.config.json: description names no isolated worker of the app.");
    }

    /// <summary>Whether the host keeps what is logged at a level: the longest beginning of the category counts.</summary>
    internal bool Keeps(string category, LogLevel level) =>
        level
        >= Levels
            .Where(one => category.StartsWith(one.Key, StringComparison.Ordinal))
            .OrderByDescending(one => one.Key.Length)
            .Select(one => one.Value)
            .FirstOrDefault(Levels.GetValueOrDefault("default", LogLevel.Information));

    private static Dictionary<string, LogLevel> Read(JsonElement host) =>
        host.TryGetProperty("logging", out var logging) && logging.TryGetProperty("logLevel", out var levels)
            ? levels.EnumerateObject().ToDictionary(one => one.Name, one => Enum.Parse<LogLevel>(one.Value.GetString()!))
            : [];
}
