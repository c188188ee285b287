using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Recommendation;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 30, Verbs.Recommend, look =>
            look.May(Step.Recommend) && look.File is { Recommendation: null, PartnersAreAwaited: true } ? "Record the recommendation" : null
        ),
        // The authority has decided meanwhile: an offer, and nobody waits for it (PD4).
        new(Place.Other, 85, Verbs.Recommend, look =>
            look.May(Step.Recommend) && look.File is { Recommendation: null, PartnersAreAwaited: false } ? "Record a recommendation" : null
        ),
        new(Place.Other, 90, Verbs.Recommend, look =>
            look.May(Step.Recommend) && look.File.Recommendation is not null ? "Correct the recommendation" : null
        ),
    ];
}
