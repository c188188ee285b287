namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>The family of screens a card belongs to, by how its name begins: one file of approved texts and one test each.</summary>
internal static class CardFamily
{
    /// <summary>The longest beginning that fits decides.</summary>
    private static readonly (string Family, string[] Beginnings)[] Families =
    [
        ("samples", ["sample-"]),
        ("home", ["home-", "agency", "notice", "stranger"]),
        ("lists", ["list-"]),
        ("referral-form", ["form-", "row-", "review-change", "review-complete", "review-incomplete", "left", "delete-asked"]),
        ("referral", ["referral-", "submitted", "step-withdraw", "step-referrer-told"]),
        ("threshold", ["step-threshold", "step-awareness", "step-joint-agency-response", "step-join", "step-separate"]),
        ("recommendation", ["step-recommend", "step-inform-leads", "step-special-meeting", "step-take-back-special-meeting"]),
        ("partner-decision", ["partner", "step-stand-aside", "step-telephone", "step-hand-over"]),
        ("leads-questions", ["leads-question"]),
        ("mediation", ["step-ask-for-mediation", "step-mediation", "step-correct-mediation"]),
        ("notification", ["step-notification", "portal-facts"]),
        ("dates", ["timetable", "bank-holidays", "absences"]),
        ("timelines", ["timeline"]),
        ("group", ["group"]),
        ("people", ["people-"]),
        ("people-forms", ["people-form-"]),
        ("people-waiting", ["people-waiting", "people-change", "people-access"]),
        ("themes", ["theme-"]),
        ("meetings", ["meeting-"]),
        ("meeting-forms", ["meeting-item-", "meeting-new", "meeting-move", "meeting-cancel", "meeting-attendance", "meeting-minutes-"]),
        ("stored-meetings", [.. Stored("GroupMeetingNews MinutesDraft CoOpted"), "stored-Reminder-meeting-"]),
        ("learning", ["learning-"]),
        ("learning-form", ["learning-form-", "learning-review", "learning-read"]),
        ("stored-learning", [.. Stored("LearningProgress LearningNews LearningAgreement LearningTriage LearningQuestion LearningImpact")]),
        ("actions", ["action-record-", "actions-"]),
        ("action-form", ["action-form-"]),
        (
            "stored-action",
            [.. Stored("ActionTask ActionReturned ActionTimeAnswered ActionTimeAsked ActionDone ActionImpact ActionHandedOn ActionDigest")]
        ),
        ("further-reviews", ["further-record-", "further-list"]),
        ("further-recommendations", ["further-recommendation-"]),
        ("further-requests", ["further-request-"]),
        ("further-review-forms", ["further-form-"]),
        (
            "stored-further-reviews",
            [
                .. Stored(
                    "ReviewProposed ReviewLeadsDiffer ReviewNews ReviewOwned ReviewTermsAsked ReviewTermsAnswered "
                        + "ReviewRecommendations ReviewDetailAsked ReviewPapersReady"
                ),
                "stored-Reminder-review-",
            ]
        ),
        ("briefings", ["briefing-"]),
        ("briefing-forms", ["briefing-form-"]),
        (
            "stored-briefings",
            [
                .. Stored("BriefingToCheck BriefingToApprove BriefingReturned BriefingToSend BriefingSent BriefingWithdrawn"),
                "stored-Reminder-briefing-",
            ]
        ),
        ("case-in-review", ["case-review-"]),
        ("case", ["case-", "opened-", "member"]),
        ("review-hub", ["review-hub", "review-preview", "done-by-hand"]),
        ("review-agencies", ["review-agenc", "review-representative"]),
        ("review-meeting", ["review-meeting", "review-attendee", "step-family-told"]),
        ("scoping-request", ["scoping-request-"]),
        ("scoping-return", ["initial-scoping-"]),
        ("returned", ["return-"]),
        ("my-agency", ["my-agency"]),
        ("secured-records", ["securing", "nominee", "end-access"]),
        ("my-meeting", ["my-meeting", "declare", "papers-"]),
        ("at-the-meeting", ["at-meeting", "attendance", "agree", "reopen"]),
        ("report-form", ["rapid-review-report-"]),
        ("approval", ["approval"]),
        ("panel", ["send-report", "send-correction", "kept", "panel-answer", "partners-response", "withdraw-review"]),
        ("closing", ["take-up-review", "closing-"]),
        ("stored-referral", ["stored-ReferralProgress", "stored-ThresholdTask"]),
        (
            "stored-decision",
            [
                .. Stored(
                    "Alert LeadsInformed PartnerTask RoundProgress LeadsQuestion LeadsHaveAnswered MediationTask NotifierTask GroupMeeting"
                ),
            ]
        ),
        (
            "stored-review",
            [
                .. Stored("RapidReview ScopingTask ReturnReceived AgencyNamed AttendeeTask NomineeTask QuorumWarning MeetingTask"),
                .. Stored("ApprovalTask ApprovalProgress ApprovalMediation PanelNews ReviewWithdrawn ReviewTakenUp FolderAlarm StuckAlarm"),
            ]
        ),
        ("stored", ["stored-"]),
    ];

    internal static IReadOnlyList<string> All { get; } = [.. Families.Select(family => family.Family)];

    internal static string Of(string card) =>
        Families
            .SelectMany(family => family.Beginnings.Select(beginning => (family.Family, Beginning: beginning)))
            .Where(one => card.StartsWith(one.Beginning, StringComparison.Ordinal))
            .OrderByDescending(one => one.Beginning.Length)
            .Select(one => one.Family)
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"{card} belongs to no family of cards yet: say to which in {nameof(CardFamily)}.");

    private static IEnumerable<string> Stored(string kinds) => kinds.Split(' ').Select(kind => $"stored-{kind}-");
}
