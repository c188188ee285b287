using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Preparing;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 100, Verbs.Review, look =>
            look.May(Step.SendScoping) || look.May(Step.FillInRequest) && look.File.Review.SentAt is null
                ? "Prepare the Rapid Review"
                : null
        ),
        new(Place.Waiting, 110, Verbs.Review, look =>
            look.May(Step.FillInRequest) && look.File.Review.SentAt is not null ? "The Rapid Review" : null
        ),
        new(Place.Reading, 10, Verbs.Timetable, look =>
            Visibility.SeesDeciding(look.File, look.Viewer) && look.File.HasRapidReview ? "Rapid Review dates" : null
        ),
        new(Place.Other, 10, Verbs.Review, look =>
            look.File.HasRapidReview && !look.May(Step.FillInRequest) && Permissions.SeesAs(look.File, look.Viewer, [Role.Operations])
                ? "The Rapid Review"
                : null
        ),
    ];
}
