using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SafeguardingTeams.Timers;

/// <summary>
/// The time by the trigger that is being answered: the Functions host says it in the request. A tick may come a moment
/// early; then the planned instant counts, so that what is due on the minute does not wait for the next.
/// </summary>
internal sealed class TriggerTime : TimeProvider
{
    private static readonly TimeSpan MostEarly = TimeSpan.FromSeconds(5);

    private readonly AsyncLocal<(DateTimeOffset At, long Since)?> _trigger = new();

    public override DateTimeOffset GetUtcNow() =>
        _trigger.Value is { } trigger ? trigger.At + Stopwatch.GetElapsedTime(trigger.Since) : base.GetUtcNow();

    /// <summary>From here on, in this flow of calls, it is the time of the trigger.</summary>
    /// <param name="body">The request's body; what it does not say is the machine's time.</param>
    internal void Follow(JsonElement body)
    {
        var now = Read(body, "Metadata", "sys", "UtcNow") ?? base.GetUtcNow();
        var planned = Read(body, "Data", "timer", "ScheduleStatus", "Next");
        _trigger.Value = (planned is { } next && next > now && next - now < MostEarly ? next : now, Stopwatch.GetTimestamp());
    }

    /// <summary>An instant at a place in the body; null where there is none. The host writes some that are no dates at all.</summary>
    private static DateTimeOffset? Read(JsonElement body, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(name, out body))
            {
                return null;
            }
        }

        return body.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(
            body.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
    }
}
