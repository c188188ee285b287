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
}
