using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionOwnership;

/// <summary>
/// Operations give an action to another owner, with a reason; who owned it is told, and reads it no more (C5, F2). Its date stays.
/// </summary>
public sealed record ChangeActionOwner(RecordRef Action, ActionOwner Owner, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeActionOwner;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                .. Owner.Refusals(context),
                Owner.AsInTheFile(context) == files.This.Owner ? new("nothing-changed", "They own it already.", "owner") : null,
                Said.Needed(Reason, "reason", "Say why somebody else owns it now."),
            ],
            () => new ActionOwnerChanged(Owner.AsInTheFile(context), Reason.Trim(), files.This.Owner!)
        );
}

/// <summary>An action has another owner.</summary>
/// <param name="Before">Who owned it before.</param>
public sealed record ActionOwnerChanged(ActionOwner Owner, string Reason, ActionOwner Before) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionOwnerChanged.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Owner = Owner,
            TimesBegun = file.TimesBegun + 1,
            LeadWasTold = file.LeadWasTold && Owner.AgencyId == Before.AgencyId,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        [
            ActionCards.ToOwner(after),
            .. Before.HasAccount
                ?
                [
                    ActionCards.HandedOn(after, Before.PersonId),
                    .. ActionCards.TakenBack(after with { TimesBegun = after.TimesBegun - 1 }, Before.PersonId),
                ]
                : Array.Empty<Effect>(),
        ];
}
