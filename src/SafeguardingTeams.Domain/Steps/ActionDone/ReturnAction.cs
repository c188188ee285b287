using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>The Chair returns an action that was reported as done, with a reason its owner reads (C19). Its date stays.</summary>
public sealed record ReturnAction(RecordRef Action, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReturnAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(Action, [Said.Needed(Reason, "reason", "Say why it is returned. The owner reads it.")], () =>
            new ActionReturned(
                Reason.Trim(),
                context.PinDue(files.This.Rules!, files.This.Clock(Timescales.ActionDue.Id)!.Deadline.AnchorDay, files.This.Due)
            )
        );
}

/// <summary>An action was returned: it is to be done still.</summary>
/// <param name="Due">By when; lateness is counted anew where that is past.</param>
public sealed record ActionReturned(string Reason, Deadline Due) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionReturned.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(ActionStage.Agreed, recorded.At, Due) with
        {
            Reports = file.Reports.SetItem(file.Reports.Count - 1, file.Reports[^1] with { Returned = Reason, Begun = file.TimesBegun }),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.Returned(after), .. ActionCards.Again(after)];
}
