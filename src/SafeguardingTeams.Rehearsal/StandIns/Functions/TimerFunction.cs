using System.Text.Json;
using NCrontab;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>One timer, as the worker announces it.</summary>
/// <param name="Id">What the worker knows it by.</param>
/// <param name="Binding">The binding's name.</param>
/// <param name="Schedule">When, in UTC.</param>
/// <param name="Retries">How often a failed run is tried again.</param>
/// <param name="RetryPause">After how long.</param>
public sealed record TimerFunction(string Id, string Name, string Binding, CrontabSchedule Schedule, int Retries, TimeSpan RetryPause)
{
    /// <summary>Reads what was announced.</summary>
    /// <param name="announced">By the worker.</param>
    /// <param name="settings">The app settings, for schedules of the form %Name%.</param>
    /// <exception cref="InvalidOperationException">The host would not index it, or it is of a kind that is not known here.</exception>
    internal static TimerFunction Of(FunctionMetadata announced, IReadOnlyDictionary<string, string?> settings)
    {
        if (announced.RawBindings.Count != 1)
        {
            throw new InvalidOperationException($"{announced.Name}: only a single timer trigger is known here.");
        }

        using var json = JsonDocument.Parse(announced.RawBindings[0]);
        var binding = json.RootElement;
        if (binding.GetProperty("type").GetString() != "timerTrigger" || !binding.GetProperty("direction").ValueEquals("In"))
        {
            throw new InvalidOperationException($"{announced.Name}: only a single timer trigger is known here.");
        }

        var retry = announced.RetryOptions;
        if (retry is { RetryStrategy: not RetryOptions.Types.Strategy.FixedDelay })
        {
            throw new InvalidOperationException($"{announced.Name}: only a fixed pause between retries is known here.");
        }

        return new(
            announced.FunctionId,
            announced.Name,
            binding.GetProperty("name").GetString()!,
            Cron(announced.Name, binding.GetProperty("schedule").GetString()!, settings),
            retry?.MaxRetryCount ?? 0,
            retry?.DelayInterval?.ToTimeSpan() ?? TimeSpan.Zero
        );
    }

    private static CrontabSchedule Cron(string name, string schedule, IReadOnlyDictionary<string, string?> settings)
    {
        if (schedule is ['%', .., '%'])
        {
            schedule = settings.GetValueOrDefault(schedule[1..^1])
                ?? throw new InvalidOperationException($"{name}: the setting {schedule} is missing, so the function is not indexed.");
        }

        return CrontabSchedule.Parse(
            schedule,
            new() { IncludingSeconds = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5 }
        );
    }
}
