using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.GroupMeeting;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Other, 120, Verbs.TakeBackSpecialMeeting, look => look.May(Step.TakeBackSpecialMeeting) ? "No special meeting" : null),
        new(Place.Other, 140, Verbs.SpecialMeeting, look => look.May(Step.AskForSpecialMeeting) ? "Ask for a special meeting" : null),
    ];
}
