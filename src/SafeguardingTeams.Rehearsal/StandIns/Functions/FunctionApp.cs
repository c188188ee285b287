using System.Globalization;
using System.Text.Json;
using NCrontab;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>A function app as its folder says: host.json and every function.json, read as strictly as the host reads them.</summary>
/// <param name="Folder">Where it was published to.</param>
/// <param name="Executable">What the host starts.</param>
/// <param name="Timeout">After which an invocation is failed and the worker killed.</param>
/// <param name="Timers">The timers.</param>
public sealed record FunctionApp(string Folder, string Executable, TimeSpan Timeout, IReadOnlyList<TimerFunction> Timers)
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The published folder.</param>
    /// <param name="settings">The app settings, for schedules of the form %Name%.</param>
    /// <exception cref="InvalidOperationException">The host would not start it, or would not index a function.</exception>
    public static FunctionApp Read(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "host.json")));
        var root = host.RootElement;
        if (root.GetProperty("version").GetString() != "2.0")
        {
            throw new InvalidOperationException("host.json: version must be \"2.0\".");
        }

        var handler = root.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString()!;
        var executable = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{handler}.exe" : handler);
        return File.Exists(executable)
            ? new(folder, executable, TimeSpan.Parse(root.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture),
                [.. System.IO.Directory.GetDirectories(folder).Where(sub => File.Exists(Path.Combine(sub, "function.json"))).Order(StringComparer.Ordinal).Select(sub => TimerFunction.Read(sub, settings))])
            : throw new InvalidOperationException("host.json: customHandler.description.defaultExecutablePath names no file of the app.");
    }
}

/// <summary>One timer.</summary>
/// <param name="Name">The folder's name: the path it is invoked at.</param>
/// <param name="Binding">The binding's name.</param>
/// <param name="Schedule">When, in UTC.</param>
/// <param name="Retries">How often a failed run is tried again.</param>
/// <param name="RetryDelay">After how long.</param>
public sealed record TimerFunction(string Name, string Binding, CrontabSchedule Schedule, int Retries, TimeSpan RetryDelay)
{
    internal static TimerFunction Read(string folder, IReadOnlyDictionary<string, string?> settings)
    {
        var name = Path.GetFileName(folder);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "function.json")));
        if (json.RootElement.GetProperty("bindings").EnumerateArray().ToList() is not [var binding]
            || binding.GetProperty("type").GetString() != "timerTrigger" || binding.GetProperty("direction").GetString() != "in")
        {
            throw new InvalidOperationException($"{name}/function.json: only a single timerTrigger is known here.");
        }

        var retry = json.RootElement.TryGetProperty("retry", out var policy) ? policy : default;
        if (retry.ValueKind == JsonValueKind.Object && retry.GetProperty("strategy").GetString() != "fixedDelay")
        {
            throw new InvalidOperationException($"{name}/function.json: only the retry strategy fixedDelay is known here.");
        }

        return new(name, binding.GetProperty("name").GetString()!, Cron(name, binding.GetProperty("schedule").GetString()!, settings),
            retry.ValueKind == JsonValueKind.Object ? retry.GetProperty("maxRetryCount").GetInt32() : 0,
            retry.ValueKind == JsonValueKind.Object ? TimeSpan.Parse(retry.GetProperty("delayInterval").GetString()!, CultureInfo.InvariantCulture) : TimeSpan.Zero);
    }

    private static CrontabSchedule Cron(string name, string schedule, IReadOnlyDictionary<string, string?> settings)
    {
        if (schedule is ['%', .., '%'])
        {
            schedule = settings.GetValueOrDefault(schedule[1..^1]) ?? throw new InvalidOperationException($"{name}/function.json: the setting {schedule} is missing, so the function is not indexed.");
        }

        return CrontabSchedule.Parse(schedule, new() { IncludingSeconds = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5 });
    }
}
