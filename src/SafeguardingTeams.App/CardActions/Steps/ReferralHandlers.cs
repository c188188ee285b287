using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Referral;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Taking a referral back. The form itself is filled in as a draft: <see cref="DraftStarts"/>.</summary>
internal sealed class ReferralHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Withdraw, _ => Withdraw)];

    private static StepCard Withdraw { get; } =
        new(Step.WithdrawReferral, WithdrawCard.Draw)
        {
            Command = p => new WithdrawReferral(p.Case, p.Input("reason")),
            Says = _ => "The referral is withdrawn.",
        };
}
