using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Steps.Meeting;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Report;

/// <summary>Report and letter go to the national Panel (B21, B22).</summary>
public static class SendReportCard
{
    /// <summary>Check and send (B21, B22).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context)
    {
        var missing = SendReport.LetterMissing(file);
        return Small(
            file,
            filled,
            context,
            "Send to the national Panel",
            [
                .. missing.IsEmpty
                    ?
                    [
                        Top(
                            new(
                                NoticeKind.Information,
                                "Everything the letter states is so: the notification, the conclusion, all three partners "
                                    + "represented, the three leads' endorsement."
                            )
                        )!,
                    ]
                    : Items(missing).Prepend(Subheading("The letter cannot be made while this is missing")),
                .. AtMeetingCards.Recommendation(file),
            ],
            [
                "Open and read both documents before you send them. They go by email to the national Panel's mailbox, and "
                    + "cannot be called back.",
                "With the same button "
                    + $"{Count(file.Review.Agencies.Count(agency => agency.AskedAt is not null), "agency is", "agencies are")} told "
                    + "the outcome, and reminded to inform their own inspectorates; the referrer is told too.",
            ],
            [],
            ApprovalCards.Report(file, context),
            Link(context, "Open the letter", $"documents/{Code(file.Id)}/panel-letter"),
            missing.IsEmpty ? Go(file, context, "Send to the national Panel", Verbs.SendReport, (Verbs.Do, "yes")).Main() : null,
            ToTheCase(file, context)
        );
    }
}
