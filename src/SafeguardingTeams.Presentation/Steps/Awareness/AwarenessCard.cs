using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Awareness;

/// <summary>When the authority became aware (PD3).</summary>
public static class AwarenessCard
{
    /// <summary>When the authority became aware (PD3).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "When was the authority aware?",
            [
                "The authority's five working days to notify the national Panel count from this day. The front door is part of the "
                    + $"authority, so it is the day the referral reached {context.Words.Mash} unless the authority knew earlier.",
            ],
            [
                Problem(filled, "date"),
                new InputDate(InputIds.For("date", context.CardInvocation), "The day the authority became aware")
                {
                    Value = filled.Typed.Count > 0 ? filled["date"] : Iso(file.Awareness!.AwareOn),
                },
                Reason(filled, context, "How did it become aware on that day?"),
            ],
            [("Save", Verbs.Awareness, "yes")]
        );
}
