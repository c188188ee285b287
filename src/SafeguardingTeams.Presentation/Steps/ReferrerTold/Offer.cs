using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.ReferrerTold;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 150, Verbs.ReferrerTold, look =>
            look.May(Step.RecordReferrerTold) && (look.File.OwesReferrer || look.File.ReferrerTold is not null)
                ? (look.File.ReferrerTold is null ? "I have told the referrer" : "Correct: referrer told")
                : null
        ),
    ];
}
