using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Outcome;
using SafeguardingTeams.Presentation.Steps.PanelAnswer;
using SafeguardingTeams.Presentation.Steps.Report;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The Rapid Review meeting, the approval and the national Panel.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> AtTheMeeting()
    {
        var (midway, notQuorate) = (Midway, NotQuorate);
        var chair = At(midway, CaseStory.Somebody(Role.Chair));
        yield return ("at-meeting-empty", AtMeetingCards.Overview(midway.File, null, chair));
        yield return (
            "at-meeting-not-quorate",
            AtMeetingCards.Overview(notQuorate.File, null, At(notQuorate, CaseStory.Somebody(Role.Chair)))
        );
        var ready = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        yield return ("at-meeting-ready", AtMeetingCards.Overview(ready.File, null, At(ready, Ops)));
        yield return ("at-meeting-agreed", AtMeetingCards.Overview(ToApprove.File, null, At(ToApprove, CaseStory.Somebody(Role.Chair))));
        yield return ("attendance", AtMeetingCards.Attendance(notQuorate.File, Filled.Nothing, chair));
        yield return (
            "attendance-wrong",
            AtMeetingCards.Attendance(
                midway.File,
                Wrong(("", "The meeting has not begun. Attendance is recorded from two hours before.")),
                chair
            )
        );
        yield return ("agree", AtMeetingCards.Agree(ready.File, Filled.Nothing, At(ready, CaseStory.Somebody(Role.Chair))));
        yield return (
            "agree-not-quorate",
            AtMeetingCards.Agree(notQuorate.File, Filled.Nothing, At(notQuorate, CaseStory.Somebody(Role.Chair)))
        );
        yield return (
            "reopen",
            AtMeetingCards.Reopen(
                ToApprove.File,
                Wrong(("reason", "Say why it is opened again. The leads are asked anew once it is agreed.")),
                At(ToApprove, CaseStory.Somebody(Role.Chair))
            )
        );
    }

    private static IEnumerable<(string, AdaptiveCard)> Approvals()
    {
        var (ask, differ, again) = (ToApprove, ApprovalDiffers, ApprovalMediated);
        CardContext Lead(CaseStory story) => At(story, CaseStory.Lead(Role.LeadPolice));
        yield return ("approval", ApprovalCards.Lead(ask.Approves(Role.LeadHealth, false).File, Filled.Nothing, Lead(ask)));
        yield return ("approval-differ", ApprovalCards.Lead(differ.File, Filled.Nothing, Lead(differ)));
        yield return ("approval-again", ApprovalCards.Lead(again.File, Filled.Nothing, Lead(again)));
        yield return ("approval-comment", ApprovalCards.Reasons(ask.File, true, Filled.Nothing, Lead(ask)));
        yield return (
            "approval-refuse-wrong",
            ApprovalCards.Reasons(
                ask.File,
                false,
                Wrong(("reason", "Say why you do not approve it. The other leads, the Chair and the Scrutineer read it.")),
                Lead(ask)
            )
        );
        yield return ("approval-telephone", ApprovalCards.Telephone(ask.File, Filled.Nothing, At(ask, Ops)));
        yield return (
            "approval-telephone-wrong",
            ApprovalCards.Telephone(
                ask.File,
                Wrong(
                    ("lead", "Choose whose decision it is."),
                    ("given", "Say who gave it."),
                    ("verified", "Say how you made sure who was speaking.")
                ),
                At(ask, Ops)
            )
        );
        yield return ("approval-mediation-ask", ApprovalCards.AskForMediation(differ.File, Filled.Nothing, Lead(differ)));
        yield return (
            "approval-mediation-correct",
            ApprovalCards.CorrectMediation(again.File, Filled.Nothing, At(again, CaseStory.Somebody(Role.Scrutineer)))
        );
        yield return (
            "approval-mediation-correct-wrong",
            ApprovalCards.CorrectMediation(
                again.File,
                Wrong(
                    ("outcome", "Say what came of the mediation."),
                    ("agreed", "Say who agreed to it; if nobody did, say so."),
                    ("reason", "This is recorded already. Say why it is put right. What was recorded stays on the record.")
                ),
                At(again, Ops)
            )
        );
        yield return (
            "approval-mediation",
            ApprovalCards.Mediation(
                differ.File,
                Wrong(("outcome", "Say what came of the mediation."), ("agreed", "Say who agreed to it; if nobody did, say so.")),
                At(differ, CaseStory.Somebody(Role.Scrutineer))
            )
        );
        var approved = CaseStory.At(Stage.AwaitingSubmission);
        yield return ("send-report", SendReportCard.Draw(approved.File, Filled.Nothing, At(approved, Ops)));
        yield return ("send-report-missing", SendReportCard.Draw(ask.File, Filled.Nothing, At(ask, Ops)));
        var sent = CaseStory.At(Stage.AwaitingPanel);
        yield return ("panel-answer", PanelAnswerCards.Answer(sent.File, Filled.Nothing, At(sent, Ops)));
        yield return (
            "panel-answer-wrong",
            PanelAnswerCards.Answer(
                CaseStory.At(Stage.PanelAnswered).File,
                Wrong(
                    ("date", "This is before the report was sent."),
                    ("text", "Enter what the Panel answered."),
                    ("reason", "Say why what was recorded is being corrected.")
                ),
                At(sent, Ops)
            )
        );
        yield return ("partners-response", PanelAnswerCards.Response(PanelDiffers.File, Filled.Nothing, At(sent, Ops)));
        var responded = PanelDiffers.Given(new RecordPartnersResponse(CaseStory.Id, "A thematic review covers it."), Ops);
        yield return (
            "partners-response-again",
            PanelAnswerCards.Response(
                responded.File,
                Wrong(("reason", "Say why what was recorded is being corrected. It stays on the record.")),
                At(responded, Ops)
            )
        );
        yield return (
            "withdraw-review",
            WithdrawReviewCard.Draw(
                ask.File,
                Wrong(("reason", "Say why the case does not meet the criteria after all, and what the Panel was told.")),
                At(ask, CaseStory.Somebody(Role.Chair))
            )
        );
        foreach (var card in Closing())
        {
            yield return card;
        }

        var deadLettered = Midway
            .Given(
                new ReportDeadLetter(CaseStory.Id, "x", "Letter and form to an agency (police)", "The address is not known."),
                CaseStory.Somebody(Role.ThisSystem)
            )
            .Given(new ReportFolder(CaseStory.Id, "", "Somebody has access who should not."), CaseStory.Somebody(Role.ThisSystem));
        yield return ("case-stuck", CaseCard.Draw(new(deadLettered.File, 0, BankHolidays.Calendar), At(deadLettered, Ops)));
        yield return (
            "done-by-hand",
            ByHandCard.Draw(
                deadLettered.File,
                "x",
                deadLettered.File.Review.DeadLettered["x"],
                Wrong(("reason", "Say what you did, and when.")),
                At(deadLettered, Ops)
            )
        );
        yield return ("end-access", EndAccessCard.Draw(sent.File, Filled.Nothing, At(sent, Ops)));
    }
}
