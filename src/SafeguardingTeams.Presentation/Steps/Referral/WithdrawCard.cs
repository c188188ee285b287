using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Referral;

/// <summary>Take the referral back.</summary>
public static class WithdrawCard
{
    /// <summary>Take the referral back.</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Withdraw the referral",
            [
                $"Use this if the referral was made by mistake. It can be withdrawn until {context.Words.Mash} has decided. The record "
                    + "stays, with your reason.",
            ],
            [Reason(filled, context, "Why are you withdrawing it?")],
            [("Withdraw it", Verbs.Withdraw, "yes")]
        );
}
