using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReferrerTold;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>That the referrer has been told the outcome.</summary>
internal sealed class ReferrerToldHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.ReferrerTold, _ => Record)];

    private static StepCard Record { get; } =
        new(Step.RecordReferrerTold, ReferrerToldCard.Draw)
        {
            Command = p => new RecordReferrerTold(p.Case, p.Input("how"), p.Again),
            Says = _ => "Saved: the referrer has been told.",
        };
}
