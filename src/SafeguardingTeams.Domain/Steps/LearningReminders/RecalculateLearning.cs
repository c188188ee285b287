using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReminders;

/// <summary>The bank holidays were amended: the deadlines that run are counted again, each from what it counted from (PD1).</summary>
public sealed record RecalculateLearning(RecordRef Learning) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        ImmutableList<Deadline> changed =
        [
            .. from clock in files.This.Clocks
            where clock.Runs
            let rule = Timescales.Rule(clock.Deadline.TimescaleId)! with
            {
                Anchor = clock.Deadline.Anchor,
            }
            let again = (context with { At = StartOf(files.This, clock.Deadline.TimescaleId) }).Pin(
                files.This,
                rule,
                clock.Deadline.AnchorDay
            )
            where clock.Differs(again)
            select again,
        ];
        return changed.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of this referral is touched."))
            : Decision.Accept(Learning, new LearningRecalculated(context.Calendar.Version, changed));
    }

    /// <summary>When a running clock was started last: being counted again starts nothing.</summary>
    private static DateTimeOffset StartOf(LearningFile file, string timescaleId) =>
        Replay.ClockStarted<LearningRecalculated>(new LearningFile(file.Ref), file, timescaleId);
}

/// <summary>Deadlines were counted again.</summary>
/// <param name="CalendarVersion">By which calendar.</param>
public sealed record LearningRecalculated(string CalendarVersion, ImmutableList<Deadline> Deadlines) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningRecalculated.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = Deadlines.Aggregate(file.Clocks, (clocks, deadline) => clocks.Recalculated(deadline)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => LearningCards.Again(after);
}
