using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PartnerDecision;

/// <summary>
/// A lead who had part in the case stands aside, and the deputy is asked (A10). Where no deputy is left, operations are
/// told (PD17). It can be undone by handing the role back.
/// </summary>
public sealed record StandAside(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.StandAside;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        var lead = Partners.Leads.First(context.Actor.RolesFor(file).Contains);
        var after = file with
        {
            StoodAside = file.StoodAside.Add(new(lead, context.Actor.PersonId)),
            HandedOver = file.HandedOver.Remove(lead),
        };
        return Decision.Accept(CaseId, new LeadStoodAside(lead, context.Actor.PersonId, context.SomebodyIsThere(lead, after)));
    }
}

/// <summary>A lead stood aside; what they had decided in the open round, or answered to an open question, no longer counts.</summary>
/// <param name="Lead">Of which partner.</param>
/// <param name="DeputyIsLeft">Whether there is somebody to ask in their place.</param>
public sealed record LeadStoodAside(Role Lead, string PersonId, bool DeputyIsLeft) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadStoodAside.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            StoodAside = file.StoodAside.Add(new(Lead, PersonId)),
            HandedOver = file.HandedOver.Remove(Lead),
            NobodyLeft = DeputyIsLeft ? file.NobodyLeft.Remove(Lead) : file.NobodyLeft.SetItem(Lead, ""),
            Round = file.Round is { } round
                ? round with
                {
                    Decisions = round.Decisions.RemoveAll(decision => decision.Lead == Lead),
                }
                : null,
            Questions = file.Questions.ConvertAll(asked => asked.Without(Lead)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. DeputyIsLeft
                ? after.Round is null
                    ? [Tell.To(after, CardKind.LeadsInformed, Lead)]
                    : Enumerable.Empty<Effect>()
                : [Tell.To(after, CardKind.NobodyLeft, Role.Operations, Topic.OfRole(Lead))],
            .. after.Round is null ? [] : RoundCards.OnCriteria(after),
            .. LeadsQuestionCards.Open(after),
            .. FormerCards.Of(after, Lead),
        ];
}
