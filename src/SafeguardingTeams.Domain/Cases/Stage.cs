namespace SafeguardingTeams.Domain.Cases;

/// <summary>Where a case stands in the process.</summary>
public enum Stage
{
    /// <summary>Nothing has been submitted under this reference.</summary>
    NotStarted,

    /// <summary>With the MASH, which decides the threshold (A3).</summary>
    AwaitingThreshold,

    /// <summary>The threshold is met; operations and the Chair have it, the Chair recommends (A7 to A9).</summary>
    AwaitingRecommendation,

    /// <summary>The Chair has recommended; the three leads decide (A10, A11).</summary>
    AwaitingPartners,

    /// <summary>
    /// The partners have decided that the criteria are met, or could not agree; the local authority decides whether it notifies
    /// (A12).
    /// </summary>
    AwaitingAuthority,

    /// <summary>The local authority notifies; the Rapid Review is prepared on provisional dates (A13).</summary>
    PreparingRapidReview,

    /// <summary>The notification was sent: the Rapid Review's timetable is pinned (A13).</summary>
    Notified,

    /// <summary>Letters and forms are out: agencies return them and secure their records, the meeting is held (B2 to B19).</summary>
    UnderReview,

    /// <summary>The meeting has agreed its recommendation; the three leads approve it (B20).</summary>
    AwaitingApproval,

    /// <summary>Approved: report and letter go to the national Panel (B21, B22).</summary>
    AwaitingSubmission,

    /// <summary>Report and letter are with the Panel, whose answer is waited for (B25).</summary>
    AwaitingPanel,

    /// <summary>The Panel has answered; what was recommended is carried out (section C).</summary>
    PanelAnswered,

    /// <summary>Not met, or the authority does not notify: to the Learning from Practice Group's meeting (A14).</summary>
    AwaitingGroupMeeting,

    /// <summary>Below the threshold: the referrer is told, the answers are kept for practice learning (A4).</summary>
    BelowThreshold,

    /// <summary>Nothing is open any more: it can be read, and be opened again with a reason.</summary>
    Closed,

    /// <summary>Withdrawn by the referrer before triage.</summary>
    Withdrawn,

    /// <summary>The referral was joined to another about the same incident; its own record goes on there (PD15).</summary>
    Joined,
}
