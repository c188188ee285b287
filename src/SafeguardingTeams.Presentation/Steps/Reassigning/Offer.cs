using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Reassigning;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 230, Verbs.HandOver, look => look.May(Step.HandOver) ? "Hand over" : null)];
}
