using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Outcome;

/// <summary>Take a Rapid Review up again that was withdrawn by mistake (PD16).</summary>
public static class TakeUpReviewCard
{
    /// <summary>Take a Rapid Review up again that was withdrawn by mistake (PD16).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Take the review up again?",
            [],
            [
                "Use this where it was withdrawn by mistake. The review goes on where it stood: its dates count from the "
                    + "notification as before, some may be past by now, and access to the secured records opens again.",
                "Every agency asked is told, and so are the referrer, the leads and the Scrutineer. "
                    + (file.Review.Agreed is null ? "The meeting was cancelled: plan it anew. " : "")
                    + "Tell the national Panel yourself.",
            ],
            [Reason(filled, context, "Why does it go on after all?")],
            Go(file, context, "Take it up again", Verbs.TakeUpReview, (Verbs.Do, "yes")).Main(),
            ToTheCase(file, context)
        );
}
