using System.Collections.Immutable;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.BriefingReminders;

/// <summary>The bank holidays were amended: the deadline that runs is counted again, from the day it was sent (PD1).</summary>
public sealed record RecountBriefing(RecordRef Briefing) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecountBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context)
    {
        ImmutableList<Deadline> changed =
        [
            .. from clock in files.This.Clocks
            where clock.Runs
            let started = Replay.ClockStarted<BriefingRecounted>(new BriefingFile(Briefing), files.This, clock.Deadline.TimescaleId)
            let again = context.CountedAgain(files.This.Rules!, clock.Deadline, started)
            where clock.Differs(again)
            select again,
        ];
        return changed.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of this briefing is touched."))
            : Decision.Accept(Briefing, new BriefingRecounted(context.Calendar.Version, changed));
    }
}

/// <summary>The deadline was counted again.</summary>
/// <param name="CalendarVersion">By which calendar.</param>
public sealed record BriefingRecounted(string CalendarVersion, ImmutableList<Deadline> Deadlines) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingRecounted.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = Deadlines.Aggregate(file.Clocks, (clocks, deadline) => clocks.Recalculated(deadline)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => BriefingCards.Again(after);
}
