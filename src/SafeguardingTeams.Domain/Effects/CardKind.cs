namespace SafeguardingTeams.Domain.Effects;

/// <summary>The cards that come to somebody unasked. Each is one stored message per record and person.</summary>
public enum CardKind
{
    /// <summary>To the MASH: a referral waits for the threshold decision (A3).</summary>
    ThresholdTask,

    /// <summary>To operations and the Chair: a referral that appears to meet the criteria was received (A7).</summary>
    Alert,

    /// <summary>To the referrer: where the referral stands (A4, A15).</summary>
    ReferralProgress,

    /// <summary>To the three leads: a referral that appears to meet the criteria (A8).</summary>
    LeadsInformed,

    /// <summary>To a lead: decide; one for each round (A10).</summary>
    PartnerTask,

    /// <summary>To the Chair: who has decided; one for each round (A10, A11).</summary>
    RoundProgress,

    /// <summary>To a lead: something is asked about the case beside their decisions; one for each question (A10).</summary>
    LeadsQuestion,

    /// <summary>To operations and the Chair: all three leads have answered a question; one for each (A10).</summary>
    LeadsHaveAnswered,

    /// <summary>To the Scrutineer: the leads differ, mediate (A11).</summary>
    MediationTask,

    /// <summary>To the local authority's notifier: decide and notify (A12).</summary>
    NotifierTask,

    /// <summary>To operations, Chair, leads: notification is decided, or sent; the Rapid Review begins (A13).</summary>
    RapidReview,

    /// <summary>To operations, Chair, leads, Scrutineer: the case goes to the group's meeting (A14).</summary>
    GroupMeeting,

    /// <summary>A reminder, or that something is late; one for each.</summary>
    Reminder,

    /// <summary>To operations: a lead stood aside and nobody is left to ask (PD17).</summary>
    NobodyLeft,

    /// <summary>To whoever was given a role for this case (PD17).</summary>
    HandedOver,

    /// <summary>To an agency's representative: letter and form, securing records; one for each agency (B2 to B9).</summary>
    ScopingTask,

    /// <summary>To operations: an agency has returned; one for each agency (B5).</summary>
    ReturnReceived,

    /// <summary>To operations: an agency is named that has not been asked (B8).</summary>
    AgencyNamed,

    /// <summary>To whoever is invited to the meeting: declare, read the papers (B12, B13).</summary>
    AttendeeTask,

    /// <summary>To whoever may reach an agency's secured records (B9).</summary>
    NomineeTask,

    /// <summary>To operations: the meeting may not be quorate (B14).</summary>
    QuorumWarning,

    /// <summary>To operations: access to a secured folder is not what it should be (B9).</summary>
    FolderAlarm,

    /// <summary>To operations: something could not be done in Outlook or SharePoint.</summary>
    StuckAlarm,

    /// <summary>To operations and the Chair: the meeting and its report (B11, B15).</summary>
    MeetingTask,

    /// <summary>To a lead: approve; one for each round (B20).</summary>
    ApprovalTask,

    /// <summary>To operations and the Chair: who has approved; one for each round (B20).</summary>
    ApprovalProgress,

    /// <summary>To the Scrutineer: the leads differ on the approval (B20).</summary>
    ApprovalMediation,

    /// <summary>
    /// To operations, Chair, leads, Scrutineer: report and letter, the Panel's answer (B21, B25); to the leads: the meeting's
    /// record was corrected after it was agreed (B20).
    /// </summary>
    PanelNews,

    /// <summary>To operations, Chair, leads, Scrutineer: the Rapid Review was withdrawn (PD10).</summary>
    ReviewWithdrawn,

    /// <summary>
    /// To operations, Chair, leads, Scrutineer and the agencies' representatives: a Rapid Review that was withdrawn goes on (PD16).
    /// </summary>
    ReviewTakenUp,

    /// <summary>To whoever waits on a deadline that was recalculated (PD1, ADR 7).</summary>
    Recounted,

    /// <summary>To a safeguarding lead: agree to a referral for practice learning, or not (D9).</summary>
    LearningAgreement,

    /// <summary>To the Chair: choose the way of a referral for practice learning (D7).</summary>
    LearningTriage,

    /// <summary>To operations: a referral for practice learning needs something of them, or has moved on (D3, D9).</summary>
    LearningNews,

    /// <summary>To who referred for practice learning: received, what the Chair chose, what the group decided (D8).</summary>
    LearningProgress,

    /// <summary>To who referred for practice learning: something has changed because of it; one for each action (D8).</summary>
    LearningImpact,

    /// <summary>To who referred for practice learning: something is asked of them; one for each question (D7).</summary>
    LearningQuestion,

    /// <summary>To an action's owner, or to operations where they have no account: it is theirs to do (C5).</summary>
    ActionTask,

    /// <summary>To the same: the action was returned; one for each report (C19).</summary>
    ActionReturned,

    /// <summary>To the same: what the Chair answered to more time; one for each asking (C20).</summary>
    ActionTimeAnswered,

    /// <summary>To the Chair: an action was reported as done; one for each report (C19).</summary>
    ActionDone,

    /// <summary>To the Chair: more time is asked for; one for each asking (C20).</summary>
    ActionTimeAsked,

    /// <summary>To operations: an owner has said what an action changed; one for each time (C19).</summary>
    ActionImpact,

    /// <summary>To an owner, once a week: which of their actions are late or due soon (C5).</summary>
    ActionDigest,

    /// <summary>To who owned an action: it is with somebody else now.</summary>
    ActionHandedOn,

    /// <summary>To members, Scrutineer and Chair: agenda, date or minutes of a meeting of the group (E6, E17).</summary>
    GroupMeetingNews,

    /// <summary>To the Chair: the draft of the minutes (E17).</summary>
    MinutesDraft,

    /// <summary>To a lead: say whether there is to be a review; one for each time they are asked (C8).</summary>
    ReviewProposed,

    /// <summary>To a lead: operations recorded their answer on a review, given by telephone; one for each (PD8).</summary>
    ReviewAnsweredForLead,

    /// <summary>To the Chair: the leads differ on a review; one for each time they were asked (C8).</summary>
    ReviewLeadsDiffer,

    /// <summary>To operations, Chair, leads, Scrutineer: a review was decided on, begun, ended or opened again (C2, C3).</summary>
    ReviewNews,

    /// <summary>To whoever sees to a review, or to operations where they have no account: it is theirs (C2).</summary>
    ReviewOwned,

    /// <summary>To a lead: approve the terms of reference of a review, or not; one for each version (C10).</summary>
    ReviewTermsAsked,

    /// <summary>To operations, the Chair and who sees to a review: its terms of reference are approved, or went back (C10).</summary>
    ReviewTermsAnswered,

    /// <summary>
    /// To the member of the group of an agency that recommendations of a review address: they wait for its answer; one for each time it is
    /// asked (C18).
    /// </summary>
    ReviewRecommendations,

    /// <summary>To who represents an agency and its member of the group: a review asks the agency for detail (C23).</summary>
    ReviewDetailAsked,

    /// <summary>To who is appointed to a review and has come in: papers are ready for them to read; one for each telling (C9).</summary>
    ReviewPapersReady,

    /// <summary>To operations: an agency has answered what a review asks of it; one for each answer (C23).</summary>
    ReviewDetailAnswered,

    /// <summary>To the Chair: a report of the group is there to be read and issued (E7, E24).</summary>
    ReportToIssue,

    /// <summary>To who can confirm it as a second person: a change to people or roles waits (PD17).</summary>
    PeopleChangeToConfirm,

    /// <summary>To operations: a message reaches somebody neither in Teams nor by mail; one for each person and day.</summary>
    Unreached,

    /// <summary>To who is co-opted: they are asked to come to a meeting of the group for one item; one for each telling (E3).</summary>
    CoOpted,

    /// <summary>To operations and the Scrutineer: a briefing waits for a check by somebody who did not write it (E26).</summary>
    BriefingToCheck,

    /// <summary>To the Chair: a briefing was checked, and waits for approval (E20).</summary>
    BriefingToApprove,

    /// <summary>To whoever wrote a briefing: it went back, with the reason (E20, E26).</summary>
    BriefingReturned,

    /// <summary>To operations: a briefing is approved, and can be sent (E20).</summary>
    BriefingToSend,

    /// <summary>To the member of the group of an agency: a briefing is there to be talked about; one for each sending (E20).</summary>
    BriefingSent,

    /// <summary>To the same: a briefing was withdrawn (E20).</summary>
    BriefingWithdrawn,
}
