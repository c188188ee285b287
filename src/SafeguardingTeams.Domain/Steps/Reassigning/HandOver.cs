using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Reassigning;

/// <summary>
/// Hands a role over to one person for this case, with what waits for it (PD17): by whoever holds it, or by
/// operations. Handing it back is the undo.
/// </summary>
/// <param name="PersonId">To whom.</param>
public sealed record HandOver(CaseId CaseId, Role Role, string PersonId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.HandOver;

    /// <summary>
    /// Whether somebody can be given the role: they hold it or stand in for it in the partnership's file. Who stood aside can be
    /// given it back by operations alone, who have spoken to them.
    /// </summary>
    public static bool CanHave(Role role, Actor person, CaseFile file, Actor by) =>
        (person.Roles.Contains(role) || person.Deputises.Exists(deputy => deputy.Role == role))
        && (!file.StoodAside.Contains(new(role, person.PersonId)) || by.RolesFor(file).Contains(Role.Operations));

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var held = context.Actor.RolesFor(file);
        if (!held.Contains(Role) && !held.Contains(Role.Operations))
        {
            return Decision.Refuse(
                new("not-yours", "You can hand over only what is yours. The operational team can hand over anybody's.", "to")
            );
        }

        if (context.People.Find(person => person.PersonId == PersonId) is not { } to || !CanHave(Role, to, file, context.Actor))
        {
            return Decision.Refuse(new("answer-needed", "Choose somebody from the list.", "to"));
        }

        return to.RolesFor(file).Contains(Role) && file.HandedOver.GetValueOrDefault(Role) == PersonId
                ? Decision.Refuse(new("nothing-changed", "They have it already.", "to"))
            : Partners.Leads.Contains(Role) && Partners.Leads.Any(lead => lead != Role && to.RolesFor(file).Contains(lead))
                ? Decision.Refuse(new("two-partners", "They decide for another partner in this case. Nobody decides for two.", "to"))
            : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is handed over."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, new RoleHandedOver(Role, PersonId, to.Display, Reason.Trim()));
    }
}

/// <summary>A role was handed over for this case.</summary>
public sealed record RoleHandedOver(Role Role, string PersonId, string Display, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RoleHandedOver.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            HandedOver = file.HandedOver.SetItem(Role, PersonId),
            StoodAside = file.StoodAside.Remove(new(Role, PersonId)),
            NobodyLeft = file.NobodyLeft.Remove(Role),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            // Before the leads are informed there is nothing a lead could open; whoever has the role then is told then.
            .. Permissions.Sees(after, Role) ? new Effect[] { Tell.Person(after, CardKind.HandedOver, PersonId, Topic.OfRole(Role)) } : [],
            .. FormerCards.Of(after, Role),
            .. ReviewCards.Invitation(after, Role),
        ];
}
