using System.Collections.Concurrent;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>
/// What the host keeps about each timer in the app's storage: it outlives the host, so that the next one knows what was missed.
/// </summary>
public sealed class HostStorage
{
    private readonly ConcurrentDictionary<string, TimerStatus> _statuses = new(StringComparer.Ordinal);

    /// <summary>What is kept about a timer; null where it never ran.</summary>
    public TimerStatus? this[string timer]
    {
        get => _statuses.GetValueOrDefault(timer);
        set => _statuses[timer] = value ?? throw new ArgumentNullException(nameof(value));
    }
}

/// <summary>When a timer ran last, and when it is to run next.</summary>
/// <param name="Last">Last; the year 1 where never.</param>
public sealed record TimerStatus(DateTimeOffset Last, DateTimeOffset Next);
