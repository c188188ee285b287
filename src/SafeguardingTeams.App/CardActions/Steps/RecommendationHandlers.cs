using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Recommendation;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The Chair's recommendation on the criteria.</summary>
internal sealed class RecommendationHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Recommend, _ => Recommend)];

    private static StepCard Recommend { get; } =
        new(Step.Recommend, RecommendCard.Draw)
        {
            Command = p => new Recommend(p.Case, p.Done == "met", p.Input("reason"), p.Input("special") == "yes", p.Again),
            Says = _ => "Your recommendation is recorded. The three leads are being asked.",
        };
}
