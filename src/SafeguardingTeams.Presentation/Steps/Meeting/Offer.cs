using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 120, Verbs.AtMeeting, look => look.May(Step.AgreeRecommendation) ? "At the meeting" : null),
        new(Place.Waiting, 160, Verbs.Reopen, look =>
            look.May(Step.ReopenRecommendation) && look.File.Review.Approval is { Approved: false } ? "Open the recommendation again" : null
        ),
        new(Place.Waiting, 210, Verbs.MyMeeting, look =>
            ReviewVisibility.Seat(look.File, look.Viewer) is not null ? "My part in the meeting" : null
        ),
        new(Place.Reading, 20, Verbs.Papers, look =>
            ReviewVisibility.ReadsReturns(look.File, look.Viewer) && look.File.HasRapidReview ? "The papers" : null
        ),
        new(Place.Other, 20, Verbs.AtMeeting, look =>
            look.May(Step.RecordMeeting) && !look.May(Step.AgreeRecommendation) ? "Record of the meeting" : null
        ),
    ];
}
