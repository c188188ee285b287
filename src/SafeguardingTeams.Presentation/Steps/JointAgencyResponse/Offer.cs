using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.JointAgencyResponse;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Other, 170, Verbs.JointAgencyResponse, look => look.May(Step.RecordJointAgencyResponse) ? "Joint Agency Response" : null)];
}
