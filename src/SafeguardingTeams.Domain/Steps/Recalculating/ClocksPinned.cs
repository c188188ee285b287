using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Recalculating;

/// <summary>
/// The Rapid Review's clocks count from the notification, or count anew: because it was corrected, the meeting was moved, or the
/// recommendation is open again (B1, B11, PD16). An agency whose return is due at another time is told.
/// </summary>
public sealed record ClocksPinned(ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ClocksPinned.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file.Start(Deadlines);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Deadlines
            // Of one that was past before they hear by its reminders.
            .Where(deadline => Timescales.Rule(deadline.TimescaleId) == Timescales.ScopingReturn && deadline.DueAt > after.History[^1].At)
            .SelectMany(deadline => ReviewCards.ReturnMoved(after, Timescales.About(deadline.TimescaleId)));
}
