using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.InformingLeads;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The Chair informs the three leads.</summary>
internal sealed class InformingLeadsHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.InformLeads, _ => Inform)];

    private static StepCard Inform { get; } =
        new(Step.InformLeads, InformLeadsCard.Draw)
        {
            Command = p => new InformLeads(p.Case),
            Says = _ => "The three leads are being informed.",
        };
}
