using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Scoping;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [new(Place.Waiting, 200, Verbs.MyAgency, look => ReviewVisibility.Agencies(look.File, look.Viewer).Any() ? "My agency's part" : null)];
}
