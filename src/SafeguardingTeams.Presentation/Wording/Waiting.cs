using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What waits, and what could not be delivered, in a few words.</summary>
internal static class Waiting
{
    internal static string What(TaskKind kind) =>
        kind switch
        {
            TaskKind.DecideThreshold => "decide the threshold",
            TaskKind.InformLeads => "inform the three leads",
            TaskKind.Recommend => "recommend whether the criteria are met",
            TaskKind.DecideAsPartner => "agree or disagree with the Chair's recommendation",
            TaskKind.AskForMediation => "the leads differ: ask the Scrutineer to mediate",
            TaskKind.Mediate => "mediate, and record what came of it",
            TaskKind.DecideOnNotification => "decide whether the local authority notifies",
            TaskKind.RecordNotification => "notify the national Panel, and record it",
            TaskKind.RingTheChair => "ring the Chair, who has not opened the alert",
            TaskKind.ArrangeSpecialMeeting => "arrange a special meeting of the group",
            TaskKind.PrepareRapidReview => "prepare the Rapid Review",
            TaskKind.TellReferrer => "tell the referrer of the decision",
            TaskKind.FindSomebody => "find somebody to act: nobody is left in a role",
            TaskKind.AskNamedAgency => "an agency is named that has not been asked",
            TaskKind.ReturnScoping => "return the scoping form, or say that the family is not known",
            TaskKind.SecureRecords => "secure your agency's records, and confirm it",
            TaskKind.DeclareForMeeting => "declare for the Rapid Review meeting",
            TaskKind.SharePack => "share the documents with those attending",
            TaskKind.SecureQuorum => "the meeting may not be quorate: see to it",
            TaskKind.HoldMeeting => "hold the Rapid Review meeting and agree a recommendation",
            TaskKind.CheckFolder => "access to a folder of the case is not what it should be",
            TaskKind.SeeToStuck => "something could not be done in Outlook or SharePoint: see to it",
            TaskKind.Approve => "approve the Rapid Review's recommendation, or not",
            TaskKind.AskForApprovalMediation => "the leads differ on the approval: ask the Scrutineer to mediate",
            TaskKind.MediateApproval => "mediate the approval, and record what came of it",
            TaskKind.ReopenRecommendation => "the leads do not approve: open the recommendation again",
            TaskKind.SendReport => "send report and letter to the national Panel",
            TaskKind.SendCorrection => "send a correction of the report to the national Panel",
            TaskKind.RecordPanelAnswer => "record the national Panel's answer",
            TaskKind.RecordPartnersResponse => "record the partners' response to the Panel",
            TaskKind.AgreeToLearning => "agree to a referral, or do not",
            TaskKind.AskSafeguardingLead => "ask the safeguarding lead, and record the answer",
            TaskKind.TriageLearning => "choose where practice learning goes",
            TaskKind.AnswerQuestion => "answer a question about your referral",
            TaskKind.TellLearningReferrer => "tell the referrer what was decided",
            TaskKind.SendToTriBorough => "send it to the TriBorough group, and record it",
            TaskKind.RecordTriBoroughAnswer => "record what came back from the TriBorough group",
            TaskKind.FeedGoodPracticeBack => "tell a manager of good practice, or say why not",
        };

    internal static string Message(CardKind kind) =>
        kind switch
        {
            CardKind.ThresholdTask => "Threshold task",
            CardKind.Alert => "Alert",
            CardKind.ReferralProgress => "News of the referral",
            CardKind.LeadsInformed => "First news for a lead",
            CardKind.PartnerTask => "A lead's decision",
            CardKind.RoundProgress => "The leads' decisions, for the Chair",
            CardKind.MediationTask => "Mediation",
            CardKind.NotifierTask => "Notification",
            CardKind.RapidReview => "News of the Rapid Review",
            CardKind.GroupMeeting => "News of the group's meeting",
            CardKind.Reminder => "Reminder",
            CardKind.NobodyLeft => "Nobody left to ask",
            CardKind.HandedOver => "A role handed over",
            CardKind.Recounted => "Deadlines counted again",
            CardKind.ScopingTask => "Letter and scoping form",
            CardKind.ReturnReceived => "A return received",
            CardKind.AgencyNamed => "An agency named that has not been asked",
            CardKind.AttendeeTask => "Invitation to the Rapid Review meeting",
            CardKind.NomineeTask => "Access to secured records",
            CardKind.QuorumWarning => "Warning of the quorum",
            CardKind.FolderAlarm => "Alarm about a folder of the case",
            CardKind.StuckAlarm => "Alarm that something could not be done",
            CardKind.MeetingTask => "The Rapid Review meeting",
            CardKind.ApprovalTask => "A lead's approval",
            CardKind.ApprovalProgress => "The leads' approvals",
            CardKind.ApprovalMediation => "Mediation of the approval",
            CardKind.PanelNews => "News of report and Panel",
            CardKind.ReviewWithdrawn => "Rapid Review withdrawn",
            CardKind.ReviewTakenUp => "Rapid Review taken up again",
            CardKind.LearningAgreement => "A safeguarding lead's agreement",
            CardKind.LearningTriage => "Practice learning, for the Chair",
            CardKind.LearningNews => "News of practice learning",
            CardKind.LearningProgress => "News for who referred practice learning",
            CardKind.LearningQuestion => "A question to who referred practice learning",
        };
}
