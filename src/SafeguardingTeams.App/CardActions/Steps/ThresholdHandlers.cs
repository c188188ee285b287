using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Threshold;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Whether the threshold is reached: decided by the MASH, corrected with a reason.</summary>
internal sealed class ThresholdHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Threshold, _ => Decide)];

    private static StepCard Decide { get; } =
        new(Step.DecideThreshold, ThresholdCard.Draw)
        {
            Command = p => new DecideThreshold(p.Case, p.Done == "reached", p.Input("reason"), p.Again),
            Says = file =>
                file.Threshold!.Reached
                    ? "The threshold is reached. The operational team and the Chair are being alerted."
                    : "The threshold is not reached. The referrer is being told.",
        };
}
