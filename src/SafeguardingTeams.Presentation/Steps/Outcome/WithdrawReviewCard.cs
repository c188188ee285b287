using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Outcome;

/// <summary>Withdraw the Rapid Review (PD10).</summary>
public static class WithdrawReviewCard
{
    /// <summary>Withdraw the Rapid Review (PD10).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Withdraw the Rapid Review?",
            [],
            [
                "Use this where a notified case is found not to meet the criteria after all. It can be taken up again "
                    + "until the group has considered the case.",
                "The meeting is cancelled, access to the secured records ends, every agency asked is told, and so is the "
                    + $"referrer. The case goes to the {context.Words.GroupName}. Tell the national Panel yourself.",
            ],
            [Reason(filled, context, "Why does it not meet the criteria, and what was the Panel told?")],
            Go(file, context, "Withdraw it", Verbs.WithdrawReview, (Verbs.Do, "yes")) with
            {
                Style = "destructive",
            },
            ToTheCase(file, context)
        );
}
