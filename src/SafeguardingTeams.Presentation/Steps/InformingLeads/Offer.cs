using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.InformingLeads;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 20, Verbs.InformLeads, look => look.File.PartnersAreAwaited ? Inform(look) : null),
        new(Place.Other, 75, Verbs.InformLeads, look => look.File.PartnersAreAwaited ? null : Inform(look)),
    ];

    private static string? Inform(Look look) => look.May(Step.InformLeads) ? "Inform the three leads" : null;
}
