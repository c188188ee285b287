using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>A deadline of a record and when what it waits for was done.</summary>
public sealed record Clock(Deadline Deadline, DateTimeOffset? StoppedAt)
{
    /// <summary>How many of the deadline's reminders are past: sent or, after an outage, recorded as missed.</summary>
    public int Chased { get; init; }

    /// <summary>Why it stopped, where what it waits for was not done; null where it was, or while it runs.</summary>
    public ClockRest? Rests { get; init; }

    /// <summary>Whether it still runs.</summary>
    public bool Runs => StoppedAt is null;

    /// <summary>The next reminder; null where all are past or the clock has stopped.</summary>
    public Chase? NextChase => Runs && Chased < Deadline.Chases.Count ? Deadline.Chases[Chased] : null;

    /// <summary>The latest of its reminders that is due and not past, by its place among all; null where none is.</summary>
    public int? DueReminder(DateTimeOffset at) =>
        NextChase is not null && Deadline.Chases.FindLastIndex(chase => chase.At <= at) is var latest && latest >= Chased ? latest : null;

    /// <summary>
    /// This clock counted anew (PD1, ADR 7). What was said already stays past: reminders up to the last one that went,
    /// and, where the due day is the same, those that say the same to the same people. Whatever else is due by now still goes.
    /// </summary>
    /// <param name="again">The deadline by the amended calendar, with all reminders since the clock's start.</param>
    internal Clock CountedAgain(Deadline again)
    {
        var said = Deadline.Chases.Take(Chased).ToList();
        var past = said.Count == 0 ? 0 : again.Chases.Count(chase => chase.At <= said[^1].At);
        var same = again.DueDay != Deadline.DueDay ? 0 : again.Chases.TakeWhile(chase => said.Exists(chase.SaysTheSame)).Count();
        return new(again, null) { Chased = Math.Max(past, same) };
    }

    /// <summary>Whether anything still to come is different by a deadline counted again: when it is due, or a reminder to go.</summary>
    internal bool Differs(Deadline again)
    {
        var (left, anew) = (Left(), CountedAgain(again).Left());
        return (again.DueDay, again.DueAt) != (Deadline.DueDay, Deadline.DueAt)
            || left.Count != anew.Count
            || left.Zip(anew).Any(pair => pair.First.At != pair.Second.At || !pair.First.SaysTheSame(pair.Second));
    }

    private ImmutableList<Chase> Left() => Deadline.Chases.RemoveRange(0, Chased);
}

/// <summary>Why a clock stopped although what it waits for was not done.</summary>
public enum ClockRest
{
    /// <summary>The local authority notifies: the Rapid Review goes on without the partners' view (PD4).</summary>
    AuthorityNotifies,

    /// <summary>The local authority does not notify: the case goes to the group without the partners' view (PD4).</summary>
    AuthorityDeclines,

    /// <summary>The Rapid Review was withdrawn (PD10).</summary>
    ReviewWithdrawn,

    /// <summary>The referral was withdrawn.</summary>
    ReferralWithdrawn,

    /// <summary>The review was ended before it was done.</summary>
    ReviewEnded,
}

/// <summary>The clocks of a record, in the order they started.</summary>
public static class RecordClocks
{
    /// <summary>With clocks started, or started anew where they ran already.</summary>
    public static ImmutableList<Clock> Started(this ImmutableList<Clock> clocks, IEnumerable<Deadline> deadlines) =>
        deadlines.Aggregate(clocks, (all, deadline) =>
            all.FindIndex(clock => clock.Deadline.TimescaleId == deadline.TimescaleId) is >= 0 and var at
                ? all.SetItem(at, new(deadline, null))
                : all.Add(new(deadline, null))
        );

    /// <summary>With a clock stopped, where it runs.</summary>
    /// <param name="rests">Why, where what it waits for was not done.</param>
    public static ImmutableList<Clock> Stopped(
        this ImmutableList<Clock> clocks,
        string timescaleId,
        DateTimeOffset at,
        ClockRest? rests = null
    ) =>
        [
            .. clocks.Select(clock =>
                clock.Deadline.TimescaleId == timescaleId && clock.Runs ? clock with { StoppedAt = at, Rests = rests } : clock
            ),
        ];

    /// <summary>With every clock that runs stopped: nothing more is waited for.</summary>
    /// <param name="rests">Why, where what they wait for was not done.</param>
    public static ImmutableList<Clock> AllStopped(this ImmutableList<Clock> clocks, DateTimeOffset at, ClockRest? rests = null) =>
        [.. clocks.Select(clock => clock.Runs ? clock with { StoppedAt = at, Rests = rests } : clock)];

    /// <summary>With a reminder of a clock past, and all before it.</summary>
    /// <param name="index">Which of its reminders, from 0.</param>
    public static ImmutableList<Clock> Reminded(this ImmutableList<Clock> clocks, string timescaleId, int index) =>
        [.. clocks.Select(clock => clock.Deadline.TimescaleId == timescaleId ? clock with { Chased = index + 1 } : clock)];

    /// <summary>With a clock counted anew; one that does not run is started.</summary>
    public static ImmutableList<Clock> Recalculated(this ImmutableList<Clock> clocks, Deadline deadline) =>
        clocks.FindIndex(clock => clock.Deadline.TimescaleId == deadline.TimescaleId && clock.Runs) is >= 0 and var at
            ? clocks.SetItem(at, clocks[at].CountedAgain(deadline))
            : clocks.Started([deadline]);
}
