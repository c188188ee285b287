using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
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
                files.This.Owner!.IsSameAs(Owner.AsInTheFile(context)) ? new("nothing-changed", "They own it already.", "owner") : null,
                Said.Needed(Reason, "reason", "Say why somebody else owns it now."),
            ],
            () =>
                new ActionOwnerChanged(Owner.AsInTheFile(context), Reason.Trim(), files.This.Owner!)
                {
                    Again = context.PinForNewOwner(files.This),
                }
        );
}

/// <summary>An action has another owner.</summary>
/// <param name="Before">Who owned it before.</param>
public sealed record ActionOwnerChanged(ActionOwner Owner, string Reason, ActionOwner Before) : ActionEvent
{
    /// <summary>
    /// The deadline the owner is asked by, with the reminders of the new one; null where none runs, or where they were not counted anew.
    /// </summary>
    public Deadline? Again { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ActionOwnerChanged.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        (Again is null ? file : file.Start(Again)) with
        {
            Owner = Owner,
            TimesBegun = file.TimesBegun + 1,
            BegunOn = London.DateOf(recorded.At),
            LeadWasTold = file.LeadWasTold && Owner.AgencyId == Before.AgencyId,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        [
            ActionCards.ToOwner(after),
            .. Before.HasAccount ? [ActionCards.HandedOn(after, Before.PersonId)] : Array.Empty<Effect>(),
            .. ActionCards.TakenBack(after, Before),
            .. ActionCards.Invited(after),
        ];
}
