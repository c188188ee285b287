using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Awareness;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>When the local authority became aware.</summary>
internal sealed class AwarenessHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Awareness, _ => Record)];

    private static StepCard Record { get; } =
        new(Step.RecordAwareness, AwarenessCard.Draw)
        {
            Command = p => p.Day("date") is { } day ? new RecordAwareness(p.Case, day, p.Input("reason")) : Wish.NoDay(),
            Says = _ => "Saved. The authority's clock counts from this day.",
        };
}
