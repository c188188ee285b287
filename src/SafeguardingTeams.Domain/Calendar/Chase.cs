using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>One reminder of a deadline: when, of what kind, to whom (clock table, footnote).</summary>
/// <param name="At">The instant, in office hours of a working day.</param>
/// <param name="Kind">Before, on the day, or late.</param>
/// <param name="To">To whom, together.</param>
public sealed record Chase(DateTimeOffset At, ChaseKind Kind, ImmutableList<ChaseTo> To)
{
    /// <summary>Whether another reminder says the same to the same people, whenever it goes.</summary>
    internal bool SaysTheSame(Chase other) => Kind == other.Kind && To.SequenceEqual(other.To);
}

/// <summary>What a reminder says.</summary>
public enum ChaseKind
{
    /// <summary>Some time before a date that was given, for what takes long.</summary>
    Ahead,

    /// <summary>09:00 on the working day before, for limits of two working days and more; shortly before a date that was given.</summary>
    DayBefore,

    OnTheDay,

    /// <summary>09:00 on a working day after it.</summary>
    Late,
}

/// <summary>Somebody who is reminded: the holder of a role, or whoever stands in for them.</summary>
/// <param name="Deputy">Whether it is the deputy who is asked, because the holder has not answered.</param>
public sealed record ChaseTo(Role Role, bool Deputy = false);
