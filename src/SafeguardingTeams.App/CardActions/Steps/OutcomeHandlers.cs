using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Outcome;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>A Rapid Review is withdrawn where the case does not meet the criteria after all (PD10), or taken up again.</summary>
internal sealed class OutcomeHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.WithdrawReview, _ => Withdraw), steps.On(Verbs.TakeUpReview, _ => TakeUp)];

    private static StepCard Withdraw { get; } =
        new(Step.WithdrawReview, WithdrawReviewCard.Draw)
        {
            Command = p => new WithdrawReview(p.Case, p.Input("reason")),
            Says = _ => "The Rapid Review is withdrawn. Everybody who was asked is being told; the case goes to the " + "group.",
        };

    private static StepCard TakeUp { get; } =
        new(Step.TakeUpReview, TakeUpReviewCard.Draw)
        {
            Command = p => new TakeUpReview(p.Case, p.Input("reason")),
            Says = file =>
                "The Rapid Review goes on. Everybody who was told of the withdrawal is being told."
                + (file.MeetingIsAhead ? " Plan the meeting anew: its invitation was cancelled." : ""),
        };
}
