using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>A deadline of this case and when what it waits for was done.</summary>
public sealed record Clock(Deadline Deadline, DateTimeOffset? StoppedAt)
{
    /// <summary>How many of the deadline's reminders are past: sent or, after an outage, recorded as missed.</summary>
    public int Chased { get; init; }

    /// <summary>Whether it still runs.</summary>
    public bool Runs => StoppedAt is null;

    /// <summary>The next reminder; null where all are past or the clock has stopped.</summary>
    public Chase? NextChase => Runs && Chased < Deadline.Chases.Count ? Deadline.Chases[Chased] : null;

    /// <summary>
    /// This clock counted anew (design, "Time"). What was said already stays past: reminders up to the last one that went,
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
}
