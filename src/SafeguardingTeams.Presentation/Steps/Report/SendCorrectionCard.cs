using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Approval;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Report;

/// <summary>A correction of the report goes to the national Panel (B21, PD16): the leads first, where it shows something else.</summary>
public static class SendCorrectionCard
{
    /// <summary>Why, and one button: it asks the leads, or sends.</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context)
    {
        var goes = SendCorrection.IsApproved(file);
        var reason = file.Review.Correction is { } pending && filled["reason"].Length == 0 ? With(filled, pending) : filled;
        return Small(
            file,
            reason,
            context,
            "Correct the report sent",
            ApprovalCards.Changed(file),
            [
                goes
                    ? "The three leads have approved the report as it is now. Report and letter go to the national Panel in a new mail, as "
                        + $"a correction of the report of {ShortDay(London.DateOf(ReportSending.Of(file)[^1].At))}. What was sent before "
                        + "stays kept beside it."
                    : "The report shows something else than the three leads have approved. They are asked first; once they have approved "
                        + "it, the correction goes with this button.",
            ],
            [Reason(reason, context, "Why is it corrected?")],
            Go(file, context, goes ? "Send the correction" : "Ask the three leads", Verbs.SendCorrection, (Verbs.Do, "yes")).Main(),
            ApprovalCards.Report(file, context),
            ToTheCase(file, context)
        );
    }

    private static Filled With(Filled filled, PendingCorrection pending) =>
        filled with
        {
            Typed = filled.Typed.ToImmutableDictionary().SetItem("reason", pending.Reason),
        };
}
