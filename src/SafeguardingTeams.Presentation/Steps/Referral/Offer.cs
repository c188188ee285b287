using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 160, Verbs.ChangeReferral, look => look.May(Step.ChangeReferral) ? "Complete or correct" : null),
        new(Place.Last, 10, Verbs.Withdraw, look => look.May(Step.WithdrawReferral) ? "Withdraw" : null),
    ];
}
