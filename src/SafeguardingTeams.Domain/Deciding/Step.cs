namespace SafeguardingTeams.Domain.Deciding;

/// <summary>The steps of the process that somebody can take.</summary>
public enum Step
{
    /// <summary>Send a referral to the MASH (A2, A5, A6).</summary>
    SubmitReferral,

    /// <summary>Correct or complete what a referral says, old values kept (decisions 6a and 16).</summary>
    ChangeReferral,

    /// <summary>Take a referral back before triage.</summary>
    WithdrawReferral,

    /// <summary>Join two referrals about one incident, or separate them again (decision 15).</summary>
    JoinReferrals,

    /// <summary>Record when the local authority became aware (A12, decision 3).</summary>
    RecordAwareness,

    /// <summary>Record whether a Joint Agency Response was held or is due (A16).</summary>
    RecordJointAgencyResponse,

    /// <summary>Decide whether the threshold is reached (A3, A4).</summary>
    DecideThreshold,

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

    /// <summary>Record a partner's decision given by telephone (A10, decision 8).</summary>
    RecordDecisionByTelephone,

    /// <summary>Stand aside because of a part in the case (A10).</summary>
    StandAside,

    /// <summary>Ask the Scrutineer to mediate (A11).</summary>
    AskForMediation,

    /// <summary>Record the mediation (A11).</summary>
    RecordMediation,

    /// <summary>Put the record of a mediation right (A11, decision 16).</summary>
    CorrectMediation,

    /// <summary>Decide for the local authority whether it notifies (A12, decision 4).</summary>
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

    /// <summary>Open an agreed recommendation again (decision 16).</summary>
    ReopenRecommendation,

    /// <summary>Approve the recommendation for one partner (B20).</summary>
    Approve,

    /// <summary>Record an approval given by telephone (B20, decision 8).</summary>
    ApproveByTelephone,

    /// <summary>Ask the Scrutineer to mediate the approval (B20).</summary>
    AskForApprovalMediation,

    /// <summary>Record that mediation (B20).</summary>
    RecordApprovalMediation,

    /// <summary>Send report and letter to the national Panel (B21).</summary>
    SendReport,

    /// <summary>Record the Panel's answer (B25).</summary>
    RecordPanelAnswer,

    /// <summary>Record the partners' response to it (B25).</summary>
    RecordPartnersResponse,

    /// <summary>Withdraw a Rapid Review (decision 10).</summary>
    WithdrawReview,

    /// <summary>End access to the secured records (B9).</summary>
    EndAccess,

    /// <summary>Record that something was done by hand which could not be done in Outlook or SharePoint.</summary>
    RecordDoneByHand,

    /// <summary>Record what Outlook and SharePoint say (B9, B14).</summary>
    WatchOver,

    /// <summary>Ask for a special meeting of the group (A14).</summary>
    AskForSpecialMeeting,

    /// <summary>Take the asking for a special meeting back (A14, decision 16).</summary>
    TakeBackSpecialMeeting,

    /// <summary>Hand a role over for this case (decision 17).</summary>
    HandOver,

    /// <summary>Put what waits before whoever stands in (decision 17).</summary>
    CoverAbsence,

    /// <summary>Remind, or say that something is late.</summary>
    ChaseDeadline,

    /// <summary>Count deadlines again by an amended calendar.</summary>
    RecountDeadlines,
}
