using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Reassigning;

/// <summary>
/// Somebody is away, and what waits for their role in this case is put before whoever stands in (PD17). By this
/// system, when the absence begins; where nobody stands in, operations are told. Nobody ever stands in for an agency's
/// representative or nominee
/// or for who comes to the meeting: it is for operations to find out whether it can wait.
/// </summary>
public sealed record CoverAbsence(CaseId CaseId, Role Role, string AwayPersonId, DateOnly Until) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.CoverAbsence;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var countedOn = CountedOn.As(file, Role, AwayPersonId, Until);
        if (CountedOn.IsFor(Role) ? countedOn.Length == 0 : !CaseTask.Of(file).Exists(task => task.For == Role))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (
            file.History.Any(recorded =>
                recorded.Event is RoleCovered covered && (covered.Role, covered.AwayPersonId, covered.Until) == (Role, AwayPersonId, Until)
            )
        )
        {
            return Decision.Refuse(new("nothing-changed", "This absence is covered already."));
        }

        if (
            file.HandedOver.TryGetValue(Role, out var handedTo)
                ? handedTo != AwayPersonId
                : file.StoodAside.Contains(new(Role, AwayPersonId))
        )
        {
            return Decision.Refuse(new("nothing-changed", "Nothing of this role waits for them in this case."));
        }

        var away = $"{context.People.Find(person => person.PersonId == AwayPersonId)?.Display ?? "The holder"}{countedOn}";
        return Decision.Accept(
            CaseId,
            new RoleCovered(
                Role,
                AwayPersonId,
                away,
                Until,
                !CountedOn.IsFor(Role)
                    && context.People.Any(person =>
                        person.PersonId != AwayPersonId && !person.IsAway && person.RolesFor(file).Contains(Role)
                    )
            )
        );
    }
}

/// <summary>
/// What waits for a role was put before whoever stands in; where nobody does, operations have to act, and so have a part in the
/// case.
/// </summary>
public sealed record RoleCovered(Role Role, string AwayPersonId, string AwayDisplay, DateOnly Until, bool SomebodyStandsIn) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RoleCovered.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Escalated = SomebodyStandsIn ? file.Escalated : file.Escalated.Add(Role.Operations),
            NobodyLeft =
                CountedOn.IsFor(Role) ? file.NobodyLeft
                : SomebodyStandsIn ? file.NobodyLeft.Remove(Role)
                : file.NobodyLeft.SetItem(Role, file.NobodyLeft.GetValueOrDefault(Role) == "" ? "" : AwayPersonId),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        CountedOn.IsFor(Role)
            ? [Tell.To(after, CardKind.NobodyLeft, Role.Operations, Topic.OfRole(Role, after.Version))]
            :
            [
                SomebodyStandsIn
                    ? Tell.To(after, CardKind.HandedOver, Role, Topic.OfRole(Role))
                    : Tell.To(after, CardKind.NobodyLeft, Role.Operations, Topic.OfRole(Role)),
                .. ReviewCards.Invitation(after, Role),
            ];
}
