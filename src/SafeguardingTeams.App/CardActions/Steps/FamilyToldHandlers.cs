using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.FamilyTold;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>When and by whom the family was told of the Rapid Review.</summary>
internal sealed class FamilyToldHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.FamilyTold, _ => Record)];

    private static StepCard Record { get; } =
        new(Step.RecordFamilyTold, FamilyToldCard.Draw)
        {
            Command = p =>
                p.Day("date") is { } day
                    ? new RecordFamilyTold(p.Case, p.Input("whom"), day, p.Input("by"), p.Input("reason"))
                    : Wish.NoDay(),
            Says = _ => "Saved: it stands in the timeline.",
        };
}
