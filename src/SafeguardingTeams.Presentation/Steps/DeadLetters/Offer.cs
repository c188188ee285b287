using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.DeadLetters;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 60, Verbs.DeadLettered, look =>
            look.May(Step.RecordDoneByHand) && !look.File.Review.DeadLettered.IsEmpty ? "Not delivered or not done" : null
        ),
    ];
}
