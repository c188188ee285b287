using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionReminders;

/// <summary>The bank holidays were amended: the dates stay, since they were given; reminders may go on another day (PD1).</summary>
public sealed record RecalculateAction(RecordRef Action) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecalculateAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        ImmutableList<Deadline> changed =
        [
            .. from clock in files.This.Clocks
            where clock.Runs
            let again = context.Again(files.This.Rules!, clock.Deadline, StartOf(files.This, clock.Deadline.TimescaleId))
            where clock.Differs(again)
            select again,
        ];
        return changed.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of this action is touched."))
            : Decision.Accept(Action, new ActionRecalculated(context.Calendar.Version, changed));
    }

    /// <summary>When a running clock was started last: being counted again starts nothing.</summary>
    private static DateTimeOffset StartOf(ActionFile file, string timescaleId) =>
        Replay.ClockStarted<ActionRecalculated>(new ActionFile(file.Ref), file, timescaleId);
}

/// <summary>Reminders were counted again.</summary>
/// <param name="CalendarVersion">By which calendar.</param>
public sealed record ActionRecalculated(string CalendarVersion, ImmutableList<Deadline> Deadlines) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionRecalculated.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = Deadlines.Aggregate(file.Clocks, (clocks, deadline) => clocks.Recalculated(deadline)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
