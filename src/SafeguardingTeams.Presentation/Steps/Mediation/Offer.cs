using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Mediation;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 50, Verbs.AskForMediation, look => look.File.PartnersAreAwaited ? Ask(look) : null),
        new(Place.Waiting, 60, Verbs.Mediation, look => look.File.PartnersAreAwaited ? Record(look) : null),
        // The authority has decided meanwhile: an offer, and nobody waits for it (PD4).
        new(Place.Other, 97, Verbs.AskForMediation, look => look.File.PartnersAreAwaited ? null : Ask(look)),
        new(Place.Other, 98, Verbs.Mediation, look => look.File.PartnersAreAwaited ? null : Record(look)),
        new(Place.Other, 110, Verbs.CorrectMediation, look => look.May(Step.CorrectMediation) ? "Correct the mediation" : null),
    ];

    private static string? Ask(Look look) => look.May(Step.AskForMediation) ? "Ask the Scrutineer to mediate" : null;

    private static string? Record(Look look) => look.May(Step.RecordMediation) ? "Record the mediation" : null;
}
