using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Notification;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 70, Verbs.PortalFacts, look => IsToBeSent(look) ? "Facts for the portal" : null),
        new(Place.Waiting, 80, Verbs.NotificationSent, look => IsToBeSent(look) ? "Record the notification" : null),
        new(Place.Waiting, 90, Verbs.NotificationDecision, look =>
            look.May(Step.DecideOnNotification)
            && (look.File.AuthorityDecision is null || look.File.AuthorityMustLookAgain)
            && look.Holds(Role.AuthorityNotifier)
                ? "Does the authority notify?"
                : null
        ),
        new(Place.Reading, 50, Verbs.PortalFacts, look =>
            Permissions.Allows(Step.DecideOnNotification, look.File, look.Viewer) && look.Holds(Role.AuthorityNotifier) && !IsToBeSent(look)
                ? "Facts for the portal"
                : null
        ),
        new(Place.Other, 70, Verbs.NotificationSent, look =>
            look.May(Step.RecordNotification) && !IsToBeSent(look)
                ? (look.File.Notification is null ? "Record the notification" : "Correct the notification")
                : null
        ),
        new(Place.Other, 80, Verbs.NotificationDecision, look =>
            look.May(Step.DecideOnNotification) && look.File is { AuthorityDecision: not null, Notification: null }
                ? "Correct the authority's decision"
                : null
        ),
    ];

    private static bool IsToBeSent(Look look) =>
        look.File is { AuthorityDecision.Notifies: true, Notification: null } && look.May(Step.RecordNotification);
}
