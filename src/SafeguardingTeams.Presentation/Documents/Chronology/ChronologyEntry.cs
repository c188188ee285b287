using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Documents.Chronology;

/// <summary>One event as one agency tells it, from the referral or a return.</summary>
/// <param name="Agency">Who says so.</param>
/// <param name="When">When, as far as it is known; null where that is not known or cannot be read.</param>
/// <param name="Time">At what time, where it is said.</param>
/// <param name="Event">What happened, as they wrote it.</param>
/// <param name="Source">Where it is recorded.</param>
public sealed record ChronologyEntry(string Agency, KnownDay? When, TimeOnly? Time, string Event, string Source);

/// <summary>A row of the combined chronology.</summary>
public abstract record ChronologyRow
{
    private ChronologyRow() { }

    /// <param name="Number">From 1, in order; clashes name each other by it.</param>
    /// <param name="Entry">The event.</param>
    /// <param name="Clashes">Where another agency tells it differently; at most <see cref="CombinedChronology.MaxClashes"/>.</param>
    /// <param name="InPeriod">Whether it lies in the period to be looked at; what lies outside is welcome (B4).</param>
    public sealed record Event(int Number, ChronologyEntry Entry, ImmutableArray<Clash> Clashes, bool InPeriod) : ChronologyRow;

    /// <summary>A stretch within the period in which no agency has an event.</summary>
    /// <param name="From">Its first day.</param>
    /// <param name="To">Its last day.</param>
    public sealed record Gap(DateOnly From, DateOnly To) : ChronologyRow
    {
        /// <summary>How many days, both ends counted.</summary>
        public int Days => To.DayNumber - From.DayNumber + 1;
    }
}

/// <summary>That two agencies may tell the same event differently: for a person to look at, never decided here.</summary>
/// <param name="With">The number of the other row.</param>
/// <param name="Kind">In what way.</param>
public sealed record Clash(int With, ClashKind Kind);

/// <summary>How two agencies' events clash.</summary>
public enum ClashKind
{
    /// <summary>The same day and time, told in other words.</summary>
    SameTime,

    /// <summary>The same day and nearly the same words, but not the same, or another time.</summary>
    SameDay,

    /// <summary>Nearly the same words under another date.</summary>
    OtherDay,
}
