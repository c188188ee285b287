namespace SafeguardingTeams.Presentation.Cards;

/// <content>What the buttons of the Rapid Review ask for.</content>
public static partial class Verbs
{
    /// <summary>Operations: everything of the Rapid Review in one place.</summary>
    public const string Review = "review";

    /// <summary>The agencies: asked, returned, late.</summary>
    public const string Agencies = "review-agencies";

    public const string AgencyAdd = "agency-add";

    /// <summary>Operations: one agency.</summary>
    public const string AgencyDesk = "agency-desk";

    /// <summary>Take an agency off the list.</summary>
    public const string AgencyRemove = "agency-remove";

    /// <summary>Take off an agency that was asked by mistake.</summary>
    public const string AgencyTakeOff = "agency-take-off";

    /// <summary>Do not ask an agency that was named.</summary>
    public const string AgencyLeaveOut = "agency-leave-out";

    /// <summary>Ask an agency that came later.</summary>
    public const string AgencyAsk = "agency-ask";

    /// <summary>Who answers for an agency.</summary>
    public const string Representative = "agency-representative";

    /// <summary>The form of what goes to the agencies.</summary>
    public const string RequestForm = "request-form";

    /// <summary>Plan or move the meeting.</summary>
    public const string MeetingPlan = "meeting-plan";

    public const string MeetingCancel = "meeting-cancel";

    /// <summary>Who is invited.</summary>
    public const string Attendees = "attendees";

    /// <summary>Operations: one of those invited.</summary>
    public const string AttendeeDesk = "attendee-desk";

    /// <summary>Invite somebody.</summary>
    public const string AttendeeInvite = "attendee-invite";

    /// <summary>Take somebody off.</summary>
    public const string AttendeeRemove = "attendee-remove";

    /// <summary>Declare to be senior and not involved.</summary>
    public const string Declare = "declare";

    /// <summary>What will be sent.</summary>
    public const string SendPreview = "send-preview";

    /// <summary>Send letters, forms and invitations.</summary>
    public const string SendScoping = "send-scoping";

    /// <summary>What is asked of one's agency.</summary>
    public const string MyAgency = "my-agency";

    /// <summary>An agency's form.</summary>
    public const string ReturnForm = "return-form";

    /// <summary>The family is not known.</summary>
    public const string NilReturn = "nil-return";

    /// <summary>Securing an agency's records.</summary>
    public const string Securing = "securing";

    /// <summary>Confirm one of its steps.</summary>
    public const string SecuringConfirm = "securing-confirm";

    /// <summary>Who may reach the secured records.</summary>
    public const string Nominee = "nominee";

    /// <summary>The papers of the meeting.</summary>
    public const string Papers = "papers";

    /// <summary>One agency's return, to read.</summary>
    public const string ReadReturn = "read-return";

    /// <summary>Share the papers with those attending.</summary>
    public const string SharePack = "share-pack";

    /// <summary>One's own part in the meeting.</summary>
    public const string MyMeeting = "my-meeting";

    /// <summary>Chair and operations at the meeting.</summary>
    public const string AtMeeting = "at-meeting";

    /// <summary>Who is at the meeting.</summary>
    public const string Attendance = "attendance";

    /// <summary>The form of the meeting's record.</summary>
    public const string MeetingRecord = "meeting-record";

    /// <summary>Agree the recommendation.</summary>
    public const string Agree = "agree-recommendation";

    /// <summary>Open it again.</summary>
    public const string Reopen = "reopen-recommendation";

    /// <summary>A lead's approval: the card of buttons.</summary>
    public const string Approval = "approval";

    /// <summary>A lead's approval, with reasons: the second step.</summary>
    public const string ApprovalReasons = "approval-reasons";

    /// <summary>An approval given by telephone.</summary>
    public const string ApprovalTelephone = "approval-telephone";

    /// <summary>Ask for mediation of the approval.</summary>
    public const string ApprovalMediationAsk = "approval-mediation-ask";

    /// <summary>Record that mediation.</summary>
    public const string ApprovalMediation = "approval-mediation";

    /// <summary>Put the record of that mediation right.</summary>
    public const string ApprovalMediationCorrect = "approval-mediation-correct";

    /// <summary>Send report and letter to the Panel.</summary>
    public const string SendReport = "send-report";

    /// <summary>Send a correction of the report to the Panel.</summary>
    public const string SendCorrection = "send-correction";

    /// <summary>What left the house and when.</summary>
    public const string Kept = "kept";

    /// <summary>The Panel's answer.</summary>
    public const string PanelAnswer = "panel-answer";

    /// <summary>The partners' response to it.</summary>
    public const string PartnersResponse = "partners-response";

    /// <summary>Withdraw the Rapid Review.</summary>
    public const string WithdrawReview = "withdraw-review";

    /// <summary>Take a withdrawn Rapid Review up again.</summary>
    public const string TakeUpReview = "take-up-review";

    /// <summary>What the group decided on a case that went to its meeting.</summary>
    public const string Considered = "considered";

    /// <summary>Close the case.</summary>
    public const string CloseCase = "close-case";

    /// <summary>Open a closed case again.</summary>
    public const string ReopenCase = "reopen-case";

    /// <summary>End access to the secured records.</summary>
    public const string EndAccess = "end-access";
}
