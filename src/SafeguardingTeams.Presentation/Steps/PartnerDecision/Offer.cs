using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.PartnerDecision;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 40, Verbs.PartnerDecision, look =>
            look.May(Step.DecideAsPartner) && look.File.PartnersAreAwaited
                ? (look.Misses(look.File.Round) ? "Decide" : "Change my decision")
                : null
        ),
        // The authority has decided meanwhile: an offer, and nobody waits for it (PD4).
        new(Place.Other, 95, Verbs.PartnerDecision, look =>
            look.May(Step.DecideAsPartner) && !look.File.PartnersAreAwaited
                ? (look.Misses(look.File.Round) ? "Record my view" : "Change my view")
                : null
        ),
        new(Place.Other, 100, Verbs.StandAside, look =>
            look.May(Step.StandAside) && !look.May(Step.DecideAsPartner) ? "I had part in the case" : null
        ),
        new(Place.Other, 130, Verbs.Telephone, look => look.May(Step.RecordDecisionByTelephone) ? "Decision by telephone" : null),
    ];
}
