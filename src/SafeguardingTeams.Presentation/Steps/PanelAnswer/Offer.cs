using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.PanelAnswer;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 180, Verbs.PanelAnswer, look =>
            look.May(Step.RecordPanelAnswer) && look.File.Review.Answer is null ? "Record the Panel's answer" : null
        ),
        new(Place.Waiting, 190, Verbs.PartnersResponse, look =>
            look.May(Step.RecordPartnersResponse) && look.File.Review.PartnersResponse.Length == 0 ? "Record the partners' response" : null
        ),
        new(Place.Other, 40, Verbs.PanelAnswer, look =>
            look.May(Step.RecordPanelAnswer) && look.File.Review.Answer is not null ? "Correct the Panel's answer" : null
        ),
        new(Place.Other, 50, Verbs.PartnersResponse, look =>
            look.May(Step.RecordPartnersResponse) && look.File.Review.PartnersResponse.Length > 0 ? "Correct the partners' response" : null
        ),
    ];
}
