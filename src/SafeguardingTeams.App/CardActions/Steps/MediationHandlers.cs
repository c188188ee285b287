using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Mediation;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The Independent Scrutineer mediates where the leads differ on the criteria.</summary>
internal sealed class MediationHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [steps.On(Verbs.AskForMediation, _ => Ask), steps.On(Verbs.Mediation, _ => Record), steps.On(Verbs.CorrectMediation, _ => Correct)];

    private static StepCard Ask { get; } =
        new(Step.AskForMediation, MediationCards.AskForMediation)
        {
            Command = p => new AskForMediation(p.Case),
            Says = _ => "The Independent Scrutineer is being asked.",
        };

    private static StepCard Record { get; } =
        new(Step.RecordMediation, MediationCards.Mediation)
        {
            Command = p => new RecordMediation(p.Case, p.Input("outcome"), p.Input("agreed")),
            Says = _ => "The mediation is recorded. Each lead is being asked again.",
        };

    private static StepCard Correct { get; } =
        new(Step.CorrectMediation, MediationCards.CorrectMediation)
        {
            Command = p => new CorrectMediation(p.Case, p.Input("outcome"), p.Input("agreed"), p.Input("reason")),
            Says = _ => "The record of the mediation is corrected.",
        };
}
