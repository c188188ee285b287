using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Outcome;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Last, 30, Verbs.WithdrawReview, look => look.May(Step.WithdrawReview) ? "Withdraw the Rapid Review" : null),
        new(Place.Other, 60, Verbs.TakeUpReview, look => look.May(Step.TakeUpReview) ? "Take the review up again" : null),
    ];
}
