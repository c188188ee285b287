using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Closing;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>A case is closed, or opened again.</summary>
internal sealed class ClosingHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.CloseCase, _ => Close), steps.On(Verbs.ReopenCase, _ => Reopen)];

    private static StepCard Close { get; } =
        new(Step.CloseCase, ClosingCards.Close)
        {
            Command = p => new CloseCase(p.Case),
            Says = _ => "The case is closed. It can still be read, and be opened again with a reason.",
        };

    private static StepCard Reopen { get; } =
        new(Step.ReopenCase, ClosingCards.Reopen)
        {
            Command = p => new ReopenCase(p.Case, p.Input("reason")),
            Says = _ => "The case is open again. Access that has ended does not come back by itself.",
        };
}
