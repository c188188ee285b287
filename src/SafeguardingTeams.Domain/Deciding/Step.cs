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
