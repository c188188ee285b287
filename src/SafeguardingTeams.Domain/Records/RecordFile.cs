using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Records;

/// <summary>The state of a record now, of whatever kind; only ever made by replaying its events (<see cref="Replay"/>).</summary>
public abstract record RecordFile
{
    /// <summary>Which record.</summary>
    public abstract RecordRef Ref { get; }

    /// <summary>How many events.</summary>
    public int Version { get; init; }

    /// <summary>Everything that happened, oldest first.</summary>
    public ImmutableList<RecordedEvent> History { get; init; } = [];

    /// <summary>The clocks that have started, in the order they started.</summary>
    public ImmutableList<Clock> Clocks { get; init; } = [];

    /// <summary>The clock, running or stopped, or null where it has not started.</summary>
    public Clock? Clock(string timescaleId) => Clocks.Find(clock => clock.Deadline.TimescaleId == timescaleId);

    /// <summary>The name of the stage it is at, by its kind's list of stages.</summary>
    public abstract string StageName { get; }

    /// <summary>The roles somebody holds for this record: they are written into each event (F1).</summary>
    public abstract ImmutableHashSet<Role> RolesOf(Actor actor);

    /// <summary>
    /// By the permission table of its kind, why somebody may not take a step on it now; null where they may. Silent about a record
    /// they have no part in (F2).
    /// </summary>
    public abstract Refusal? Refuse(Step step, Actor actor);

    /// <summary>The state after an event of its kind; version and history are kept by <see cref="Replay"/>.</summary>
    /// <exception cref="InvalidOperationException">The event belongs to another kind of record.</exception>
    protected internal abstract RecordFile Apply(RecordedEvent recorded);
}
