using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Where a case stands, in one sentence, and what happens next.</summary>
internal static class Stages
{
    internal static string Short(Stage stage) =>
        stage switch
        {
            Stage.NotStarted => "not sent",
            Stage.AwaitingThreshold => "waiting for the threshold decision",
            Stage.AwaitingRecommendation => "with the Chair for a recommendation",
            Stage.AwaitingPartners => "with the three leads for a decision",
            Stage.AwaitingAuthority => "with the local authority for the notification",
            Stage.PreparingRapidReview => "to be notified; the Rapid Review is being prepared",
            Stage.Notified => "notified; Rapid Review",
            Stage.UnderReview => "Rapid Review: with the agencies and the meeting",
            Stage.AwaitingApproval => "Rapid Review: with the three leads for approval",
            Stage.AwaitingSubmission => "Rapid Review: report to be sent to the Panel",
            Stage.AwaitingPanel => "Rapid Review: with the national Panel",
            Stage.PanelAnswered => "Rapid Review: the Panel has answered",
            Stage.AwaitingGroupMeeting => "goes to the group's meeting",
            Stage.BelowThreshold => "below the threshold",
            Stage.Closed => "closed",
            Stage.Withdrawn => "withdrawn",
            Stage.Joined => "joined to another referral",
        };

    internal static string Sentence(CaseFile file, PartnershipWords words) =>
        file.Stage switch
        {
            Stage.NotStarted => "Nothing has been sent.",
            Stage.AwaitingThreshold =>
                $"The referral is with {words.Mash}, who decide by {Due(file, Timescales.ThresholdDecision)} whether it "
                    + "reaches the threshold of a serious safeguarding incident.",
            Stage.AwaitingRecommendation when file.LeadsInformedAt is not null =>
                "The threshold is reached and the three lead representatives are informed. The Chair recommends by "
                    + $"{Due(file, Timescales.Recommendation)} whether the criteria are met.",
            Stage.AwaitingPartners when file.Mediation is not null =>
                "The three lead representatives differ. The Independent Scrutineer mediates; after that each decides again.",
            Stage.AwaitingPartners when file.Round is { Differ: true, Mediated: false } =>
                "The three lead representatives differ. Any of them, or the Chair, can ask the Independent Scrutineer to mediate.",
            Stage.AwaitingPartners when file.Recommendation!.ByTheGroup =>
                $"The {words.GroupName} has considered the case and says that the criteria may be met after all. The three "
                    + $"lead representatives decide again by {Due(file, Timescales.LeadsDecision)}.",
            Stage.AwaitingPartners =>
                $"The Chair has recommended that the criteria are {(file.Recommendation!.Met ? "met" : "not met")}. The three "
                    + $"lead representatives decide by {Due(file, Timescales.LeadsDecision)}.",
            Stage.AwaitingAuthority when file.AuthorityMustLookAgain =>
                "A death is notified as one without suspected abuse or neglect. The partners' view has come since, and the "
                    + "local authority looks at it again: it corrects the notification, or does not notify it as a serious incident.",
            Stage.AwaitingAuthority when file.PartnersView == PartnersView.NotAgreed =>
                "The three partners could not agree, after mediation. The local authority decides whether it notifies the national Panel.",
            Stage.AwaitingAuthority =>
                "The three partners have decided that the criteria are met. The local authority notifies the national Panel.",
            Stage.PreparingRapidReview =>
                "The local authority has decided to notify the national Panel. The Rapid Review is being prepared on "
                    + "provisional dates; they are pinned when the notification is recorded as sent.",
            Stage.Notified =>
                "The national Panel has been notified. The Rapid Review's dates count from the day the notification was sent.",
            Stage.UnderReview => "Letters and forms are out. "
                + $"{Written.Count(file.Review.Agencies.Count(agency => agency.Return is not null), "agency has", "agencies have")} "
                + $"returned of {file.Review.Agencies.Count(agency => agency.AskedAt is not null)} asked. "
                + (
                    file.Review.Meeting is { } meeting
                        ? $"The Rapid Review meeting is on {Written.DayAndTime(meeting.Start)}."
                        : "No meeting is planned."
                ),
            Stage.AwaitingApproval when file.Review.Approval is { Approved: false } =>
                "The three leads do not approve the meeting's recommendation. It has to be opened again.",
            Stage.AwaitingApproval when file.Review.Approval is { MediationAskedAt: not null } =>
                "The three leads differ on the meeting's recommendation. The Independent Scrutineer mediates; after that each "
                    + "decides again.",
            Stage.AwaitingApproval =>
                $"The meeting has agreed its recommendation. The three leads approve it by {Due(file, Timescales.Approval)}.",
            Stage.AwaitingSubmission => "The three leads have approved the recommendation. Report and letter go to the national Panel by "
                + $"{Due(file, Timescales.Report)}.",
            Stage.AwaitingPanel when file.Review.Answer is { Concurs: false } =>
                "The national Panel does not concur. It cannot require a local review: the partners' response is recorded next.",
            Stage.AwaitingPanel =>
                $"Report and letter were sent to the national Panel on {Written.Moment(file.Review.Report!.At)}. It normally "
                    + $"answers by {Due(file, Timescales.PanelsAnswer)}.",
            Stage.PanelAnswered => "The national Panel "
                + (file.Review.Answer!.Concurs ? "concurs with the recommendation" : "does not concur; the partners have responded")
                + ". The Rapid Review is complete. A review that follows is proposed from here, and what is to be done is agreed "
                + "as actions; both have cards of their own. The secured records stay where they are"
                + (
                    file.Review.AccessEnded
                        ? "; access to them has ended"
                        : ", and the operational team ends access to them once they are no longer needed"
                )
                + ".",
            Stage.AwaitingGroupMeeting when file.Considered is { } considered =>
                $"The {words.GroupName} considered the case on {Written.Day(considered.On)}. It can be closed once nothing is " + "open.",
            Stage.AwaitingGroupMeeting when file.Review.WithdrawnBecause is not null =>
                "The Rapid Review was withdrawn: the case does not meet the criteria after all. It goes to "
                    + $"{(file.GoesToSpecialMeeting ? "a special meeting" : "the next scheduled meeting")} of the "
                    + $"{words.GroupName}, {Meeting(file, words)}.",
            Stage.AwaitingGroupMeeting => (
                file.AuthorityDecision is { Notifies: false }
                    ? "The local authority has decided not to notify the national Panel"
                    : "The criteria are not met"
            )
                + $". The case goes to {(file.GoesToSpecialMeeting ? "a special meeting" : "the next scheduled meeting")} of the "
                + $"{words.GroupName}, {Meeting(file, words)}.",
            Stage.AwaitingRecommendation =>
                $"{words.MashName} has decided that the threshold is reached. The Chair informs the three lead representatives by "
                    + $"{Due(file, Timescales.InformLeads)} and recommends by {Due(file, Timescales.Recommendation)} whether the "
                    + "criteria are met.",
            Stage.BelowThreshold =>
                $"{words.MashName} has decided that the threshold of a serious safeguarding incident is not reached. The referrer "
                    + "can refer it for learning with the same answers; nothing has to be typed again.",
            Stage.Closed => "The case is closed. Before that: " + Sentence(file.BeforeClosing, words),
            Stage.Withdrawn => "The referrer has withdrawn the referral. Nothing more is waited for; the record stays.",
            Stage.Joined =>
                $"This referral is about the same incident as {file.JoinedTo} and goes on there. Its referrer hears the outcome "
                    + "of that one.",
        };

    /// <summary>The same for the referrer and the MASH: what came of it, not how it is being decided (F1).</summary>
    internal static string Outward(CaseFile file, PartnershipWords words) =>
        file.Stage switch
        {
            Stage.AwaitingRecommendation or Stage.AwaitingPartners or Stage.AwaitingAuthority =>
                $"{words.MashName} has decided that the threshold is reached. The Chair and the three safeguarding partners now decide "
                    + "whether the criteria for a Rapid Review are met; the referrer is told the outcome.",
            Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission =>
                "The national Panel has been notified and a Rapid Review is under way. You are told its outcome.",
            Stage.AwaitingPanel or Stage.PanelAnswered =>
                $"The Rapid Review is complete and has been reported to the national Panel. {Outcomes.Outward(file)}",
            Stage.Closed => "The case is closed. " + Outward(file.BeforeClosing, words),
            Stage.AwaitingGroupMeeting when file.Considered is { } considered =>
                $"{(file.Review.WithdrawnBecause is null ? "No Rapid Review follows" : "The Rapid Review was withdrawn")}. The "
                    + $"{words.GroupName} considered the case on {Written.Day(considered.On)}.",
            Stage.AwaitingGroupMeeting when file.Review.WithdrawnBecause is not null =>
                $"The Rapid Review was withdrawn. The {words.GroupName} looks at the case at "
                    + $"{(file.GoesToSpecialMeeting ? "a special meeting" : "its next scheduled meeting")}, {Meeting(file, words)}.",
            Stage.AwaitingGroupMeeting => $"No Rapid Review follows. The {words.GroupName} looks at the case at "
                + $"{(file.GoesToSpecialMeeting ? "a special meeting" : "its next scheduled meeting")}, {Meeting(file, words)}.",
            _ => Sentence(file, words),
        };

    /// <summary>When the group meets, as far as it is known (A14).</summary>
    internal static string Meeting(CaseFile file, PartnershipWords words)
    {
        var decided = London.DateOf(
            (
                file.History.LastOrDefault(recorded =>
                    recorded.Event
                        is Domain.Steps.PartnerDecision.PartnerDecided
                            or Domain.Steps.Notification.AuthorityDecided
                            or Domain.Steps.Outcome.ReviewWithdrawn
                ) ?? file.History[^1]
            ).At
        );
        return file.GoesToSpecialMeeting ? "date to be set"
            : words.GroupMeetings.Find(day => day > decided) is { Year: > 1 } day ? $"on {Written.Day(day)}"
            : "date to be set";
    }

    private static string Due(CaseFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Written.Day(clock.Deadline.DueDay) : "the date set";
}
