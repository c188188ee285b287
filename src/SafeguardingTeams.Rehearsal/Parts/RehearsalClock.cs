namespace SafeguardingTeams.Rehearsal.Parts;

/// <summary>A clock that runs as the machine's does, from wherever it is set.</summary>
public sealed class RehearsalClock : TimeProvider
{
    private TimeSpan _ahead;

    /// <summary>A clock that shows the machine's time.</summary>
    public RehearsalClock() { }

    /// <summary>A clock that begins at an instant.</summary>
    public RehearsalClock(DateTimeOffset begin) => Set(begin);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Set(DateTimeOffset instant) => _ahead = instant - base.GetUtcNow();
}
