using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Joining;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 190, Verbs.Duplicates, look =>
            look.May(Step.JoinReferrals) && look.File.Stage != Stage.Joined ? "Same incident?" : null
        ),
        new(Place.Other, 200, Verbs.Separate, look =>
            look.May(Step.JoinReferrals) && look.File.Stage == Stage.Joined ? "Separate again" : null
        ),
    ];
}
