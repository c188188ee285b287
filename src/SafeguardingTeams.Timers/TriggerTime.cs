using System.Diagnostics;
using System.Globalization;

namespace SafeguardingTeams.Timers;

/// <summary>
/// The time of the tick that is being answered. A tick may come a moment early; then the planned instant counts, so that what is
/// due on the minute does not wait for the next. In a rehearsal, and only there, the tick says what time it is.
/// </summary>
/// <param name="followsTheRehearsal">Whether a setting says that this is a rehearsal.</param>
internal sealed class TriggerTime(bool followsTheRehearsal) : TimeProvider
{
    /// <summary>
    /// Where the rehearsal puts its time among what comes with a tick. Azure sends no such key, and without the setting it is not looked
    /// at.
    /// </summary>
    internal const string RehearsalKey = "RehearsalTime";

    private static readonly TimeSpan MaxEarly = TimeSpan.FromSeconds(5);

    private readonly AsyncLocal<(DateTimeOffset At, long Since)?> _trigger = new();

    /// <summary>Whether the time a tick says is taken.</summary>
    internal bool FollowsTheRehearsal => followsTheRehearsal;

    public override DateTimeOffset GetUtcNow() =>
        _trigger.Value is { } trigger ? trigger.At + Stopwatch.GetElapsedTime(trigger.Since) : base.GetUtcNow();

    /// <summary>From here on, in this flow of calls, it is the time of the tick.</summary>
    /// <param name="planned">The instant the tick was planned for, as the host's schedule has it: its year is 1 where there is
    /// none.</param>
    /// <param name="data">What came with the tick.</param>
    internal void Follow(DateTime? planned, IReadOnlyDictionary<string, object?> data)
    {
        var now = Rehearsed(data) ?? base.GetUtcNow();
        var next = planned is { Year: > 1 } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MinValue;
        _trigger.Value = (next > now && next - now < MaxEarly ? next : now, Stopwatch.GetTimestamp());
    }

    private DateTimeOffset? Rehearsed(IReadOnlyDictionary<string, object?> data) =>
        followsTheRehearsal
        && data.GetValueOrDefault(RehearsalKey) is string text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
}
