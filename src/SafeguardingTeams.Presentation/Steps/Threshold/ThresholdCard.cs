using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Threshold;

/// <summary>The MASH decides (A1, A3, A4).</summary>
public static class ThresholdCard
{
    /// <summary>The MASH's decision (A1, A3, A4), or its correction (PD16).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context)
    {
        var blanks = Checking.Blanks(file.Referral!.Form, file.Referral.Answers).Count;
        return Step(
            file,
            filled,
            context,
            file.Threshold is null ? "Decide the threshold" : "Correct the threshold decision",
            [
                "A serious safeguarding incident needs both: abuse or neglect of a child is known or suspected, and the child "
                    + "has died or been seriously harmed.",
                "Reached: the operational team and the Chair are alerted at once, and the Chair's five working days begin. Not "
                    + "reached: the referrer is told, and can refer it for learning with the same answers.",
                .. file.Threshold is { } decided
                    ? ImmutableList.Create(
                        $"It was decided that the threshold is {(decided.Reached ? "" : "not ")}reached. That stays on the "
                            + "record, with your reasons for putting it right."
                    )
                    : [],
                .. blanks > 0
                    ? ImmutableList.Create(
                        $"{Count(blanks, "answer", "answers")} of the referral {(blanks == 1 ? "is" : "are")} still blank. "
                            + "Complete what you know first, with Complete or correct."
                    )
                    : [],
                .. file.JointAgencyResponse is null
                    ? ImmutableList.Create("Say first whether a Joint Agency Response was held or is due.")
                    : [],
            ],
            [Reason(filled, context, "Your reasons")],
            file.JointAgencyResponse is null
                ? [("Joint Agency Response", Verbs.JointAgencyResponse, ""), ("Threshold not reached", Verbs.Threshold, "below")]
                : [("Threshold reached", Verbs.Threshold, "reached"), ("Threshold not reached", Verbs.Threshold, "below")],
            Again(file.Threshold)
        );
    }
}
