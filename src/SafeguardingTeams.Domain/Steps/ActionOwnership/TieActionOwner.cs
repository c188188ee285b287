using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionOwnership;

/// <summary>
/// This system ties an action to the account of an owner who was entered by hand: the guest our invitation made, an account the directory
/// has by the address that was entered, or somebody of the partnership's file with that account (C5). Only for the owner it was looked for:
/// <see cref="ActionCommand.Round"/> says which time that was.
/// </summary>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="Invited">Whether the account came about by our invitation.</param>
public sealed record TieActionOwner(RecordRef Action, string PersonId, bool Invited) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.TieActionOwner;

    /// <summary>Whether an account is still looked for, for the owner of that time.</summary>
    public static bool IsOwed(ActionFile file, Topic about) =>
        file.Stage != ActionStage.NotStarted
        && !file.IsEnded
        && file.Owner is { HasAccount: false }
        && about == Topic.Round(file.TimesBegun);

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        files.This.Owner is not { HasAccount: false } owner || PersonId.Length == 0
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(
                Action,
                new ActionOwnerCameIn(
                    context.People.Exists(person => person.PersonId == PersonId)
                        ? ActionOwner.OfTheFile(PersonId).AsInTheFile(context)
                        : owner with
                        {
                            PersonId = PersonId,
                        },
                    Invited
                )
                {
                    Again = context.PinForNewOwner(files.This),
                }
            );
}

/// <summary>An action's owner, who was entered by hand, can do it themselves from now on.</summary>
/// <param name="Owner">As they were entered, with the account; as the file has them, where they are in it.</param>
/// <param name="Invited">Whether they came in by our invitation; else the account was there already.</param>
public sealed record ActionOwnerCameIn(ActionOwner Owner, bool Invited) : ActionEvent
{
    /// <summary>The deadline they are asked by, with the reminders left for them; null where none runs.</summary>
    public Deadline? Again { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ActionOwnerCameIn.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        (Again is null ? file : file.Start(Again)) with
        {
            Owner = Owner,
            Guests = Owner.IsByHand ? file.Guests.Add(Owner) : file.Guests,
            TimesBegun = file.TimesBegun + 1,
            CameIn = file.TimesBegun + 1,
            BegunOn = London.DateOf(recorded.At),
            LeadWasTold = file.LeadWasTold && Owner.AgencyId == file.Owner!.AgencyId,
        };

    /// <summary>What operations were asked for their sake asks nothing any more.</summary>
    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) =>
        [ActionCards.ToOwner(after), .. ActionCards.TakenBack(after, Owner with { PersonId = "" })];
}
