namespace SafeguardingTeams.Domain.Cases;

/// <summary>The kinds of waiting work.</summary>
public enum TaskKind
{
    /// <summary>Decide whether the threshold is reached (A3).</summary>
    DecideThreshold,

    /// <summary>Inform the three leads (A8).</summary>
    InformLeads,

    /// <summary>Recommend whether the criteria are met (A9).</summary>
    Recommend,

    /// <summary>Agree or disagree for a partner (A10).</summary>
    DecideAsPartner,

    /// <summary>Ask the Scrutineer to mediate: the leads differ (A11).</summary>
    AskForMediation,

    /// <summary>Mediate (A11).</summary>
    Mediate,

    /// <summary>Decide whether the local authority notifies (A12).</summary>
    DecideOnNotification,

    /// <summary>Record the notification once it is sent (A12).</summary>
    RecordNotification,

    /// <summary>Ring the Chair, who has not opened the alert (A7).</summary>
    RingTheChair,

    /// <summary>Arrange a special meeting of the group (A14).</summary>
    ArrangeSpecialMeeting,

    /// <summary>Prepare the Rapid Review (A13).</summary>
    PrepareRapidReview,

    /// <summary>Tell the referrer of the decision: the card did not reach them (A4, A15).</summary>
    TellReferrer,

    /// <summary>Find somebody to act: who had a role stood aside or is away, and nobody is left (PD17).</summary>
    FindSomebody,

    /// <summary>An agency named as involved has not been asked: ask it, or say why not (B8).</summary>
    AskNamedAgency,

    /// <summary>Return the scoping form, or say that the family is not known (B5, B7).</summary>
    ReturnScoping,

    /// <summary>Secure the agency's records (B9).</summary>
    SecureRecords,

    /// <summary>Declare for the meeting (B12).</summary>
    DeclareForMeeting,

    /// <summary>Share the document pack (B13).</summary>
    SharePack,

    /// <summary>The meeting may not be quorate: see that each partner sends somebody (B14).</summary>
    SecureQuorum,

    /// <summary>The day of the meeting is not well since bank holidays or notification were amended: choose another (PD16).</summary>
    CheckMeetingDay,

    /// <summary>Hold the meeting and agree a recommendation (B11, B15).</summary>
    HoldMeeting,

    /// <summary>Somebody can open a secured folder who should not, or cannot who should: see to it (B9).</summary>
    CheckFolder,

    /// <summary>Something could not be done in Outlook or SharePoint: see to it.</summary>
    SeeToStuck,

    /// <summary>Approve the recommendation, or not (B20).</summary>
    Approve,

    /// <summary>The leads differ on the approval: ask for mediation (B20).</summary>
    AskForApprovalMediation,

    /// <summary>Mediate the approval (B20).</summary>
    MediateApproval,

    /// <summary>The leads do not approve: open the recommendation again (B20).</summary>
    ReopenRecommendation,

    /// <summary>Send report and letter to the Panel (B21).</summary>
    SendReport,

    /// <summary>Send a correction of the report to the Panel (B21, PD16).</summary>
    SendCorrection,

    /// <summary>Record the Panel's answer (B25).</summary>
    RecordPanelAnswer,

    /// <summary>The Panel does not concur: record the partners' response (B25).</summary>
    RecordPartnersResponse,

    /// <summary>Answer for a partner what the three leads are asked about a case (A10).</summary>
    AnswerLeadsQuestion,

    /// <summary>Agree to a referral for practice learning, or not (D9).</summary>
    AgreeToLearning,

    /// <summary>Ask a safeguarding lead who has no account here, and record what they say (D9).</summary>
    AskSafeguardingLead,

    /// <summary>Choose the way of a referral for practice learning (D7).</summary>
    TriageLearning,

    /// <summary>Answer what was asked about a referral for practice learning (D7).</summary>
    AnswerQuestion,

    /// <summary>Tell who referred for practice learning what was decided: the card did not reach them (D5).</summary>
    TellLearningReferrer,

    /// <summary>Feed good practice back to the practitioner's manager, or record why not (E22).</summary>
    FeedGoodPracticeBack,

    /// <summary>Take it to the TriBorough group, and record what was sent (E23).</summary>
    SendToTriBorough,

    /// <summary>Record what came back from the TriBorough group (E23).</summary>
    RecordTriBoroughAnswer,

    /// <summary>Do what was agreed, and say how far it is (C5).</summary>
    DoAction,

    /// <summary>Ask an action's owner who has no account, and record what they say (C5).</summary>
    AskActionOwner,

    /// <summary>Answer whether there is more time for an action (C20).</summary>
    AnswerMoreTime,

    /// <summary>Accept an action that was reported as done, or return it (C19).</summary>
    AcceptAction,

    /// <summary>Say what an action has changed (C19).</summary>
    ReportImpact,

    /// <summary>Record whether an action has changed something (C19).</summary>
    CheckImpact,

    /// <summary>Send agenda and papers of a meeting of the group (E6, E13).</summary>
    SendAgenda,

    /// <summary>Hold a meeting of the group: record who comes and what is decided (E15, E17).</summary>
    HoldGroupMeeting,

    /// <summary>Come to a meeting of the group for the one item they are co-opted to (E3).</summary>
    ComeForItem,

    /// <summary>Send the draft of the minutes to the Chair (E17).</summary>
    SendMinutesToChair,

    /// <summary>Read the draft of the minutes, and send it to members and the Scrutineer (E17).</summary>
    CirculateMinutes,

    /// <summary>Have the minutes approved at the next meeting (E17).</summary>
    ApproveMinutes,

    /// <summary>Say for one partner whether there is to be a review (C8).</summary>
    DecideOnReview,

    /// <summary>The leads differ on a review: ask them again (C8).</summary>
    AskLeadsAgain,

    /// <summary>Tell Panel, Ofsted and DfE that a review was decided on (C8).</summary>
    TellOfReview,

    /// <summary>Tell Panel and DfE that a review will be late, and why (C17).</summary>
    TellOfDelay,

    /// <summary>Write terms of reference of a review, and put them before the leads (C10).</summary>
    WriteReviewTerms,

    /// <summary>Approve the terms of reference of a review for one partner, or not (C10).</summary>
    ApproveReviewTerms,

    /// <summary>Tell Panel, Ofsted and DfE who reviews (C8, C9).</summary>
    TellOfReviewer,

    /// <summary>Look at how a review goes, and how good it is (C11).</summary>
    LookAtReview,

    /// <summary>Ask how far something is that another body does (C7).</summary>
    AskElsewhere,

    /// <summary>Have something national considered, and record what the group says of it (C21).</summary>
    ConsiderNational,

    /// <summary>Ask how proceedings beside a review stand (C22).</summary>
    AskAfterProceeding,

    /// <summary>Accept the final report of a review for one partner, or not (C14).</summary>
    AcceptReviewReport,

    /// <summary>Send the report of a review to Panel, DfE and Ofsted before it is published (C15).</summary>
    SendReviewReport,

    /// <summary>Publish a review, or record why it is not published (C16).</summary>
    PublishReview,

    /// <summary>Answer the recommendations of a review for one agency (C18).</summary>
    AnswerRecommendations,

    /// <summary>Record what agencies answer to the recommendations of a review (C18).</summary>
    RecordRecommendationAnswers,

    /// <summary>Answer for one agency what a review asks of it (C23).</summary>
    AnswerDetail,

    /// <summary>Have what a review asks of agencies answered (C23).</summary>
    RecordDetailAnswers,

    /// <summary>Record what reviewer or independent Chair answered to a request in writing (C11).</summary>
    RecordWhatCameBack,

    /// <summary>Close a review (C1).</summary>
    CloseReview,

    /// <summary>Make the anonymised copy for training that the group decided on (D4).</summary>
    BeginTrainingCopy,

    /// <summary>Write a briefing (E20).</summary>
    WriteBriefing,

    /// <summary>Check a briefing that somebody else wrote (E26).</summary>
    CheckBriefing,

    /// <summary>Approve a briefing, or not (E20).</summary>
    ApproveBriefing,

    /// <summary>Send a briefing to the agencies of its audience (E20).</summary>
    SendBriefing,

    /// <summary>Say for one agency how a briefing was used, or why not (E20).</summary>
    AnswerBriefing,

    /// <summary>Record how agencies used a briefing (E20).</summary>
    RecordBriefingAnswers,

    /// <summary>Close a briefing (E20).</summary>
    CloseBriefing,

    /// <summary>Confirm or decline, as a second person, a change of Chair, leads or operations (PD17).</summary>
    ConfirmPeopleChange,

    /// <summary>Look at who can get in, each quarter (F2).</summary>
    ReviewAccess,

    /// <summary>Say of records whose time has come whether they are kept on, or propose that they go (F3).</summary>
    ReviewRecords,

    /// <summary>Confirm that a record goes, or send it back (F3).</summary>
    ConfirmDisposal,
}
