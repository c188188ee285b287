using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Keeping;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Reading, 90, Verbs.Kept, look =>
            (look.Holds(Role.Operations) || look.Holds(Role.Chair)) && KeptFile.Of(look.File).Any() ? "What left and when" : null
        ),
    ];
}
