using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Threshold;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 10, Verbs.Threshold, look =>
            look.May(Step.DecideThreshold) && look.File.Stage == Stage.AwaitingThreshold ? "Decide the threshold" : null
        ),
        new(Place.Other, 210, Verbs.Threshold, look =>
            look.May(Step.DecideThreshold) && look.File.Stage != Stage.AwaitingThreshold ? "Correct the threshold decision" : null
        ),
    ];
}
