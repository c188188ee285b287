using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards.Review;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>What this person may do in a Rapid Review now, from the case's card.</summary>
internal static class ReviewButtons
{
    /// <summary>The stages in which a Rapid Review is prepared, held or over.</summary>
    private static bool IsOn(CaseFile file) => file.Stage is Stage.PreparingRapidReview or Stage.Notified or Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.AwaitingPanel or Stage.PanelAnswered;

    /// <summary>What waits for them.</summary>
    internal static IEnumerable<ActionExecute?> Waiting(CaseFile file, CardContext context)
    {
        var (review, roles) = (file.Review, context.Viewer.RolesFor(file));
        bool May(Step step) => Permissions.Allows(step, file, context.Viewer);
        ActionExecute? If(bool shown, string title, string verb) => shown ? Button(context, title, verb, ("case", Code(file.Id))) : null;
        return
        [
            If(May(Step.SendScoping) || May(Step.FillInRequest) && review.SentAt is null, "Prepare the Rapid Review", Verbs.Review),
            If(May(Step.FillInRequest) && review.SentAt is not null, "The Rapid Review", Verbs.Review),
            If(May(Step.AgreeRecommendation), "At the meeting", Verbs.AtMeeting),
            If(May(Step.Approve) && ApprovalIsOpen(file), review.Approval?.Round.Missing.Any(roles.Contains) == true ? "Approve the recommendation" : "Change my approval", Verbs.Approval),
            If(May(Step.AskForApprovalMediation) && ApprovalIsOpen(file) && review.Approval!.Round is { Differ: true, Mediated: false }, "Ask for mediation of the approval", Verbs.ApprovalMediationAsk),
            If(May(Step.RecordApprovalMediation) && review.Approval is { MediationAskedAt: not null }, "Record the mediation of the approval", Verbs.ApprovalMediation),
            If(May(Step.ReopenRecommendation) && review.Approval is { Approved: false }, "Open the recommendation again", Verbs.Reopen),
            If(May(Step.SendReport), "Send report and letter", Verbs.SendReport),
            If(May(Step.RecordPanelAnswer) && review.Answer is null, "Record the Panel's answer", Verbs.PanelAnswer),
            If(May(Step.RecordPartnersResponse) && review is { Answer.Concurs: false, PartnersResponse.Length: 0 }, "Record the partners' response", Verbs.PartnersResponse),
            If(ReviewInsight.Agencies(file, context.Viewer).Any(), "My agency's part", Verbs.MyAgency),
            If(ReviewInsight.Seat(file, context.Viewer) is not null, "My part in the meeting", Verbs.MyMeeting),
        ];
    }

    /// <summary>What they may read.</summary>
    internal static IEnumerable<CardButton?> Reading(CaseFile file, CardContext context) =>
    [
        Insight.SeesDeciding(file, context.Viewer) && IsOn(file) ? Button(context, "Rapid Review dates", Verbs.Timetable, ("case", Code(file.Id))) : null,
        ReviewInsight.ReadsReturns(file, context.Viewer) && IsOn(file) ? Button(context, "The papers", Verbs.Papers, ("case", Code(file.Id))) : null,
        ReadsReport(file, context) ? ApprovalCards.Report(file, context) : null,
        ReadsReport(file, context) ? ApprovalCards.Letter(file, context) : null,
    ];

    /// <summary>From when the recommendation is agreed there is a report to sign, to approve, to mediate on (B16, B20).</summary>
    private static bool ReadsReport(CaseFile file, CardContext context) => file.Review.Agreed is not null && IsOn(file) && ReviewInsight.ReadsReport(file, context.Viewer);

    /// <summary>Everything else.</summary>
    internal static IEnumerable<ActionExecute?> Others(CaseFile file, CardContext context)
    {
        var review = file.Review;
        bool May(Step step) => Permissions.Allows(step, file, context.Viewer);
        ActionExecute? If(bool shown, string title, string verb) => shown ? Button(context, title, verb, ("case", Code(file.Id))) : null;
        return
        [
            If(IsOn(file) && !May(Step.FillInRequest) && Permissions.SeesAs(file, context.Viewer, [Role.Operations]), "The Rapid Review", Verbs.Review),
            If(May(Step.RecordMeeting) && !May(Step.AgreeRecommendation), "Record of the meeting", Verbs.AtMeeting),
            If(May(Step.ApproveByTelephone) && ApprovalIsOpen(file), "Approval by telephone", Verbs.ApprovalTelephone),
            If(May(Step.RecordPanelAnswer) && review.Answer is not null, "Correct the Panel's answer", Verbs.PanelAnswer),
            If(May(Step.RecordPartnersResponse) && review is { Answer.Concurs: false, PartnersResponse.Length: > 0 }, "Correct the partners' response", Verbs.PartnersResponse),
            If(May(Step.RecordDoneByHand) && !review.Stuck.IsEmpty, "Not delivered or not done", Verbs.Parked),
        ];
    }

    /// <summary>What cannot be taken back.</summary>
    internal static IEnumerable<ActionExecute?> Last(CaseFile file, CardContext context)
    {
        ActionExecute? If(Step step, bool shown, string title, string verb) =>
            shown && Permissions.Allows(step, file, context.Viewer) ? Button(context, title, verb, ("case", Code(file.Id))) with { Style = "destructive" } : null;
        return
        [
            If(Step.EndAccess, !file.Review.AccessEnded, "End access to the records", Verbs.EndAccess),
            If(Step.WithdrawReview, true, "Withdraw the Rapid Review", Verbs.WithdrawReview),
        ];
    }

    private static bool ApprovalIsOpen(CaseFile file) => file.Review is { Agreed: not null, Approval: { Approved: null, MediationAskedAt: null } };
}
