namespace SafeguardingTeams.Domain.Records;

/// <summary>The steps of the process that somebody can take.</summary>
public enum Step
{
    /// <summary>Send a referral to the MASH (A2, A5, A6).</summary>
    SubmitReferral,

    /// <summary>Correct or complete what a referral says, old values kept (PD6a and PD16).</summary>
    ChangeReferral,

    /// <summary>Take a referral back before triage.</summary>
    WithdrawReferral,

    /// <summary>Join two referrals about one incident, or separate them again (PD15).</summary>
    JoinReferrals,

    /// <summary>Record when the local authority became aware (A12, PD3).</summary>
    RecordAwareness,

    /// <summary>Record whether a Joint Agency Response was held or is due (A16).</summary>
    RecordJointAgencyResponse,

    /// <summary>Decide whether the threshold is reached (A3, A4).</summary>
    DecideThreshold,

    /// <summary>Record when and by whom the family was told of the Rapid Review (C4).</summary>
    RecordFamilyTold,

    /// <summary>Record that the referrer has been told (A4, A15).</summary>
    RecordReferrerTold,

    /// <summary>Open the alert (A7).</summary>
    ReadAlert,

    /// <summary>Inform the three leads (A8).</summary>
    InformLeads,

    /// <summary>Recommend whether the criteria are met, or put the recommendation right (A9).</summary>
    Recommend,

    /// <summary>Agree or disagree for one partner (A10).</summary>
    DecideAsPartner,

    /// <summary>Record a partner's decision given by telephone (A10, PD8).</summary>
    RecordDecisionByTelephone,

    /// <summary>Stand aside because of a part in the case (A10).</summary>
    StandAside,

    /// <summary>Ask the Scrutineer to mediate (A11).</summary>
    AskForMediation,

    /// <summary>Record the mediation (A11).</summary>
    RecordMediation,

    /// <summary>Put the record of a mediation right (A11, PD16).</summary>
    CorrectMediation,

    /// <summary>Decide for the local authority whether it notifies (A12, PD4).</summary>
    DecideOnNotification,

    /// <summary>Record the notification as sent, or correct it (A12).</summary>
    RecordNotification,

    /// <summary>Fill in what goes to the agencies (B4).</summary>
    FillInRequest,

    /// <summary>Choose agencies and their representatives (B2, B8).</summary>
    ChooseAgency,

    /// <summary>Plan, move or cancel the Rapid Review meeting (B11, B26).</summary>
    PlanMeeting,

    /// <summary>Invite somebody to it, or take them off (B12).</summary>
    InviteAttendee,

    /// <summary>Send letter, form and invitation to the agencies (B2).</summary>
    SendScoping,

    /// <summary>Ask an agency that came into the list later (B8).</summary>
    AskAgency,

    /// <summary>Return the form, or confirm that the family is not known (B5 to B7).</summary>
    ReturnScoping,

    /// <summary>Confirm that records are secured, name the nominee (B9).</summary>
    SecureRecords,

    /// <summary>Put a file into an agency's secured folder (B9).</summary>
    SecureFile,

    /// <summary>Declare for the meeting (B12).</summary>
    DeclareForMeeting,

    /// <summary>Put a paper from outside into the case's folder (A16, B13).</summary>
    AddPaper,

    /// <summary>Share the document pack (B13).</summary>
    SharePack,

    /// <summary>Record who is at the meeting and what it discusses (B14 to B19).</summary>
    RecordMeeting,

    /// <summary>Agree the recommendation (B17 to B19).</summary>
    AgreeRecommendation,

    /// <summary>Open an agreed recommendation again (PD16).</summary>
    ReopenRecommendation,

    /// <summary>Approve the recommendation for one partner (B20).</summary>
    Approve,

    /// <summary>Record an approval given by telephone (B20, PD8).</summary>
    ApproveByTelephone,

    /// <summary>Ask the Scrutineer to mediate the approval (B20).</summary>
    AskForApprovalMediation,

    /// <summary>Record that mediation (B20).</summary>
    RecordApprovalMediation,

    /// <summary>Send report and letter to the national Panel (B21).</summary>
    SendReport,

    /// <summary>Send a correction of the report to the national Panel (B21, PD16).</summary>
    SendCorrection,

    /// <summary>Record the Panel's answer (B25).</summary>
    RecordPanelAnswer,

    /// <summary>Record the partners' response to it (B25).</summary>
    RecordPartnersResponse,

    /// <summary>Withdraw a Rapid Review (PD10).</summary>
    WithdrawReview,

    /// <summary>Take a Rapid Review up again that was withdrawn by mistake (PD16).</summary>
    TakeUpReview,

    /// <summary>Record that the group has considered the case (A14).</summary>
    RecordConsidered,

    /// <summary>Close a case in which nothing is open.</summary>
    CloseCase,

    /// <summary>Open a closed case again (PD16).</summary>
    ReopenCase,

    /// <summary>End access to the secured records (B9).</summary>
    EndAccess,

    /// <summary>Record that something was done by hand which could not be done in Outlook or SharePoint.</summary>
    RecordDoneByHand,

    /// <summary>Record what Outlook and SharePoint say (B9, B14).</summary>
    WatchOver,

    /// <summary>Ask for a special meeting of the group (A14).</summary>
    AskForSpecialMeeting,

    /// <summary>Take the asking for a special meeting back (A14, PD16).</summary>
    TakeBackSpecialMeeting,

    /// <summary>Hand a role over for this case (PD17).</summary>
    HandOver,

    /// <summary>Put what waits before whoever stands in (PD17).</summary>
    CoverAbsence,

    /// <summary>Remind, or say that something is late.</summary>
    ChaseDeadline,

    /// <summary>Count deadlines again by an amended calendar.</summary>
    RecalculateDeadlines,

    /// <summary>Give what waits for a role to whoever holds it from today by its dates (PD17).</summary>
    TakeOverRole,

    /// <summary>Have who is invited to a Rapid Review meeting follow the group's seats (E2).</summary>
    FollowSeats,

    /// <summary>Begin the group's record, with what was kept before there was one.</summary>
    OpenGroup,

    /// <summary>Say who holds a seat of the group, from when, or until when (E3).</summary>
    FillSeat,

    /// <summary>Put a scheduled meeting of the group into its year, or take it out (E1, E19).</summary>
    ScheduleGroupMeeting,

    /// <summary>Record that the terms of reference were agreed or reviewed (E8).</summary>
    AgreeTermsOfReference,

    /// <summary>Record that somebody is away, or take it back (PD17).</summary>
    RecordAbsence,

    /// <summary>Add a bank holiday announced late, or take one off.</summary>
    AmendBankHolidays,

    /// <summary>Record to whom what waits was given: deputies of who is away, new holders of roles (PD17).</summary>
    NoteHandOvers,

    /// <summary>Remind of a deadline of the group (E8).</summary>
    RemindGroup,

    /// <summary>Count the review of the terms of reference again (E8).</summary>
    RecalculateReview,

    /// <summary>Add, rename or retire a theme of the partnership's list.</summary>
    KeepThemes,

    /// <summary>Map the free-text themes of a Rapid Review's report to the partnership's list (B16).</summary>
    MapThemes,

    /// <summary>Refer for practice learning (D1, D2).</summary>
    SubmitLearning,

    /// <summary>Correct or complete what a referral for practice learning says (PD16).</summary>
    ChangeLearning,

    /// <summary>Take a referral for practice learning back.</summary>
    WithdrawLearning,

    /// <summary>Say who the safeguarding lead is whose agreement is needed (D9).</summary>
    NameSafeguardingLead,

    /// <summary>The safeguarding lead agrees, or does not (D9).</summary>
    AnswerAsSafeguardingLead,

    /// <summary>Record what the safeguarding lead said, and how it was verified (D9).</summary>
    RecordLeadsAnswer,

    /// <summary>Choose the way of a referral for practice learning (D7).</summary>
    TriageLearning,

    /// <summary>Ask the referrer something (D7).</summary>
    AskReferrer,

    /// <summary>Answer what was asked (D7).</summary>
    AnswerQuestion,

    /// <summary>Record what the group decided on a referral for practice learning (D4).</summary>
    DecideOnLearning,

    /// <summary>Join two referrals for practice learning about one incident or child, or separate them again (D11).</summary>
    JoinLearning,

    /// <summary>Follow what was decided on the referral it is joined to (D11).</summary>
    FollowLearning,

    /// <summary>Record that the referrer has been told (D5, D8).</summary>
    RecordLearningTold,

    /// <summary>Record that good practice was fed back to the practitioner's manager, or why not (E22).</summary>
    FeedGoodPracticeBack,

    /// <summary>Record what was sent to the TriBorough group (E23).</summary>
    SendToTriBorough,

    /// <summary>Record what came back from the TriBorough group (E23).</summary>
    RecordTriBoroughAnswer,

    /// <summary>Remind of a deadline of a practice-learning referral, or say that it is late.</summary>
    RemindLearning,

    /// <summary>Count the deadlines of a practice-learning referral again by an amended calendar.</summary>
    RecalculateLearning,

    /// <summary>Agree an action: what is to change, what will be done, by whom, by when (C5).</summary>
    AgreeAction,

    /// <summary>Say how far an action is (C5).</summary>
    ReportProgress,

    /// <summary>Report an action as done, with evidence (C19).</summary>
    ReportActionDone,

    /// <summary>Accept an action that was reported as done (C19).</summary>
    AcceptAction,

    /// <summary>Return an action that was reported as done, with a reason (C19).</summary>
    ReturnAction,

    /// <summary>Say what an action has changed (C19).</summary>
    ReportImpact,

    /// <summary>Record whether an action has changed something, and how that is known (C19).</summary>
    CheckImpact,

    /// <summary>Ask for a later date for an action (C20).</summary>
    AskForMoreTime,

    /// <summary>Agree to a later date for an action, or refuse it (C20).</summary>
    AnswerMoreTime,

    /// <summary>Give an action to another owner (C5).</summary>
    ChangeActionOwner,

    /// <summary>Record that the group has ended an action (C19).</summary>
    EndAction,

    /// <summary>Withdraw an action (C19).</summary>
    WithdrawAction,

    /// <summary>Open an action again (C19).</summary>
    ReopenAction,

    /// <summary>Remind of a deadline of an action, or say that it is late.</summary>
    RemindAction,

    /// <summary>Tell an owner once a week which of their actions are late or due soon (C5).</summary>
    SendActionDigest,

    /// <summary>Count the reminders of an action again by an amended calendar.</summary>
    RecalculateAction,

    /// <summary>Plan a meeting of the group, scheduled or special (E1, E2).</summary>
    PlanGroupMeeting,

    /// <summary>Move a meeting of the group, with a reason.</summary>
    MoveGroupMeeting,

    /// <summary>Cancel a meeting of the group, with a reason.</summary>
    CancelGroupMeeting,

    /// <summary>Put something on the agenda, take it off, change its place, add a paper (E1, E13).</summary>
    ChangeAgenda,

    /// <summary>Send agenda and papers to members and the Scrutineer (E6, E13).</summary>
    SendAgenda,

    /// <summary>Open the meeting, and record who came (E14 to E16).</summary>
    RecordGroupAttendance,

    /// <summary>Record a declaration of interest in an item (E14).</summary>
    DeclareInterest,

    /// <summary>Record what came of an item (E12, E17, E18).</summary>
    DecideItem,

    /// <summary>End the meeting: every item has an outcome (E18).</summary>
    EndGroupMeeting,

    /// <summary>Send the draft of the minutes to the Chair (E17).</summary>
    SendMinutesToChair,

    /// <summary>Send the draft of the minutes to members and the Scrutineer (E6, E17).</summary>
    CirculateMinutes,

    /// <summary>Record that the minutes were approved, with what was corrected (E17).</summary>
    ApproveMinutes,

    /// <summary>Remind of a deadline of a meeting of the group.</summary>
    RemindMeeting,

    /// <summary>Count the deadlines of a meeting of the group again by an amended calendar.</summary>
    RecalculateMeeting,
}
