using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Reassigning;

/// <summary>
/// A role has changed hands by its from and to dates, and what waits for it in this case is put before the new holder, with the
/// invitation where the role is invited (PD17). By this system, on the first day.
/// </summary>
/// <param name="PersonId">The new holder.</param>
/// <param name="Before">Those whose time in the role has ended.</param>
/// <param name="Change">Which change of hands: the version of the group's record it was found at, so that each counts once.</param>
public sealed record TakeOverRole(CaseId CaseId, Role Role, string PersonId, ImmutableList<string> Before, int Change) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeOverRole;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var holder = context.People.Find(person => person.PersonId == PersonId);
        return file.HandedOver.ContainsKey(Role) || holder is null || !holder.RolesFor(file).Contains(Role)
                ? Decision.Refuse(new("nothing-changed", "They do not hold this role in this case."))
            : !CaseTask.Of(file).Exists(task => task.For == Role) && !IsInvited(file)
                ? Decision.Refuse(new("nothing-changed", "Nothing waits for this role in this case."))
            : file.History.Any(recorded =>
                recorded.Event is RoleTakenOver taken && (taken.Role, taken.PersonId, taken.Change) == (Role, PersonId, Change)
            )
                ? Decision.Refuse(new("nothing-changed", "This is done already."))
            : Decision.Accept(CaseId, new RoleTakenOver(Role, PersonId, holder.Display, Before, Change));
    }

    private bool IsInvited(CaseFile file) => Role is Role.Chair or Role.Scrutineer && file.Stage == Stage.UnderReview;
}

/// <summary>What waits for a role was put before its new holder; whoever had it is told that it is no longer theirs.</summary>
public sealed record RoleTakenOver(Role Role, string PersonId, string Display, ImmutableList<string> Before, int Change) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RoleTakenOver.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            Tell.Person(after, CardKind.HandedOver, PersonId, Topic.OfRole(Role)),
            .. Before.SelectMany(person => FormerCards.Of(after, Role, person)),
            .. ReviewCards.Invitation(after, Role),
        ];
}
