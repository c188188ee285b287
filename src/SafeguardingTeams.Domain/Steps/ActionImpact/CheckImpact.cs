using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;

namespace SafeguardingTeams.Domain.Steps.ActionImpact;

/// <summary>
/// The Chair or operations record whether an action has changed something, and how that is known; who owns it does not (C19). "Changed"
/// ends it; whatever else is found, it is looked at again.
/// </summary>
/// <param name="Again">When it is looked at again; null for the usual time. Of no effect where it has changed.</param>
public sealed record CheckImpact(RecordRef Action, ImpactFound Found, string How, DateOnly? Again = null) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.CheckImpact;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Said.Needed(How, "how", "Say how that is known."),
                Found == ImpactFound.Changed ? null : AcceptAction.ImpactDay(Again, context),
            ],
            () => new ImpactChecked(Found, How.Trim(), Found == ImpactFound.Changed ? null : context.PinImpact(files.This.Rules!, Again))
        );
}

/// <summary>It was recorded what an action has changed.</summary>
/// <param name="Again">When it is looked at again; null where it has changed.</param>
public sealed record ImpactChecked(ImpactFound Found, string How, Deadline? Again) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionImpactChecked.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded)
    {
        var known = file.StopAll(recorded.At) with
        {
            Stage = Found == ImpactFound.Changed ? ActionStage.Changed : ActionStage.Accepted,
            Impact = file.Impact.SetItem(file.Impact.Count - 1, file.Impact[^1] with { Found = Found, How = How }),
        };
        return Again is null ? known : known.Start(Again);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
