using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.PanelAnswer;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>What the national Panel answers, and the partners' response to it (B25).</summary>
internal sealed class PanelAnswerHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.PanelAnswer, _ => Answer), steps.On(Verbs.PartnersResponse, _ => Response)];

    private static StepCard Answer { get; } =
        new(Step.RecordPanelAnswer, PanelAnswerCards.Answer)
        {
            Command = p =>
                p.Day("date") is { } day
                    ? new RecordPanelAnswer(p.Case, p.Done == "concurs", p.Input("text"), day, p.Input("reason"), p.Again)
                    : Wish.NoDay(),
            Says = file =>
                file.Review.Answer!.Concurs
                    ? "Recorded: the Panel concurs."
                    : "Recorded: the Panel does not concur. Record the partners' response next.",
        };

    private static StepCard Response { get; } =
        new(Step.RecordPartnersResponse, PanelAnswerCards.Response)
        {
            Command = p => new RecordPartnersResponse(p.Case, p.Input("text"), p.Input("reason"), p.Again),
            Says = _ => "The partners' response is recorded.",
        };
}
