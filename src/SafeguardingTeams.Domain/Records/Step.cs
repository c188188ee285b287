namespace SafeguardingTeams.Domain.Records;

/// <summary>The steps of the process that somebody can take.</summary>
public enum Step
{
    SubmitReferral, // Send a referral to the MASH (A2, A5, A6).
    ChangeReferral, // Correct or complete what a referral says, old values kept (PD6a and PD16).
    WithdrawReferral, // Take a referral back before triage.
    JoinReferrals, // Join two referrals about one incident, or separate them again (PD15).
    RecordAwareness, // Record when the local authority became aware (A12, PD3).
    RecordJointAgencyResponse, // Record whether a Joint Agency Response was held or is due (A16).
    DecideThreshold, // Decide whether the threshold is reached (A3, A4).
    RecordFamilyTold, // Record when and by whom the family was told of the Rapid Review (C4).
    RecordReferrerTold, // Record that the referrer has been told (A4, A15).
    ReadAlert, // Open the alert (A7).
    InformLeads, // Inform the three leads (A8).
    Recommend, // Recommend whether the criteria are met, or put the recommendation right (A9).
    DecideAsPartner, // Agree or disagree for one partner (A10).
    RecordDecisionByTelephone, // Record a partner's decision given by telephone (A10, PD8).
    StandAside, // Stand aside because of a part in the case (A10).
    AskForMediation, // Ask the Scrutineer to mediate (A11).
    RecordMediation, // Record the mediation (A11).
    CorrectMediation, // Put the record of a mediation right (A11, PD16).
    DecideOnNotification, // Decide for the local authority whether it notifies (A12, PD4).
    RecordNotification, // Record the notification as sent, or correct it (A12).
    FillInRequest, // Fill in what goes to the agencies (B4).
    ChooseAgency, // Choose agencies and their representatives (B2, B8).
    PlanMeeting, // Plan, move or cancel the Rapid Review meeting (B11, B26).
    InviteAttendee, // Invite somebody to it, or take them off (B12).
    SendScoping, // Send letter, form and invitation to the agencies (B2).
    AskAgency, // Ask an agency that came into the list later (B8).
    TakeOffAgency, // Take off an agency that was asked by mistake (B2, PD16).
    ReturnScoping, // Return the form, or confirm that the family is not known (B5 to B7).
    SecureRecords, // Confirm that records are secured, name the nominee (B9).
    SecureFile, // Put a file into an agency's secured folder (B9).
    DeclareForMeeting, // Declare for the meeting (B12).
    AddPaper, // Put a paper from outside into the case's folder (A16, B13).
    SharePack, // Share the document pack (B13).
    RecordMeeting, // Record who is at the meeting and what it discusses (B14 to B19).
    AgreeRecommendation, // Agree the recommendation (B17 to B19).
    ReopenRecommendation, // Open an agreed recommendation again (PD16).
    Approve, // Approve the recommendation for one partner (B20).
    ApproveByTelephone, // Record an approval given by telephone (B20, PD8).
    AskForApprovalMediation, // Ask the Scrutineer to mediate the approval (B20).
    RecordApprovalMediation, // Record that mediation (B20).
    CorrectApprovalMediation, // Put the record of that mediation right (B20, PD16).
    SendReport, // Send report and letter to the national Panel (B21).
    SendCorrection, // Send a correction of the report to the national Panel (B21, PD16).
    RecordPanelAnswer, // Record the Panel's answer (B25).
    RecordPartnersResponse, // Record the partners' response to it (B25).
    WithdrawReview, // Withdraw a Rapid Review (PD10).
    TakeUpReview, // Take a Rapid Review up again that was withdrawn by mistake (PD16).
    RecordConsidered, // Record that the group has considered the case (A14).
    AskLeads, // Ask the three leads something about a case, on a card or through a flow (A10).
    AnswerLeadsQuestion, // Answer such a question for one partner (A10).
    TakeBackLeadsQuestion, // Take such a question back, with a reason.
    CloseCase, // Close a case in which nothing is open.
    ReopenCase, // Open a closed case again (PD16).
    EndAccess, // End access to the secured records (B9).
    RecordDoneByHand, // Record that something was done by hand which could not be done in Outlook or SharePoint.
    WatchOver, // Record what Outlook and SharePoint say (B9, B14).
    AskForSpecialMeeting, // Ask for a special meeting of the group (A14).
    TakeBackSpecialMeeting, // Take the asking for a special meeting back (A14, PD16).
    HandOver, // Hand a role over for this case (PD17).
    CoverAbsence, // Put what waits before whoever stands in (PD17).
    ChaseDeadline, // Remind, or say that something is late.
    RecalculateDeadlines, // Count deadlines again by an amended calendar.
    TakeOverRole, // Give what waits for a role to whoever holds it from today by its dates (PD17).
    FollowSeats, // Have who is invited to a Rapid Review meeting follow the group's seats (E2).
    OpenGroup, // Begin the group's record, with what was kept before there was one.
    FillSeat, // Say who holds a seat of the group, from when, or until when (E3).
    ScheduleGroupMeeting, // Put a scheduled meeting of the group into its year, or take it out (E1, E19).
    AgreeTermsOfReference, // Record that the terms of reference were agreed or reviewed (E8).
    RecordAbsence, // Record that somebody is away, or take it back (PD17).
    AmendBankHolidays, // Add a bank holiday announced late, or take one off.
    NoteHandOvers, // Record to whom what waits was given: deputies of who is away, new holders of roles (PD17).
    RemindGroup, // Remind of a deadline of the group (E8).
    RecalculateReview, // Count the review of the terms of reference again (E8).
    KeepForwardPlan, // Put something on the group's forward plan, or take it off (E19).
    PutReportForward, // Put a report of the group before the Chair (E7, E24).
    IssueReport, // Issue a report of the group: from then on it is fixed (E24).
    EndReportYear, // Note that a year has ended for which the group reports (E24).
    RecordReportPublished, // Record when and where a yearly report was published (E24).
    KeepReport, // Record the files of a report of the group as it was issued (E24).
    KeepLearningEvents, // Enter a learning event, who came, what they said, what came of it; put it right or call it off (E21).
    KeepPeople, // Change who the partnership's people are and what they hold, or take back what was proposed (PD17).
    ConfirmPeopleChange, // Confirm or decline, as a second person, a change of Chair, leads or operations (PD17).
    BeginAccessReview, // Ask operations to look at who can get in, each quarter (F2).
    ReviewAccess, // Say of who can get in that it is still right, and finish the review (F2).
    KeepThemes, // Add, rename or retire a theme of the partnership's list.
    MapThemes, // Map the free-text themes of a Rapid Review's report to the partnership's list (B16).
    SubmitLearning, // Refer for practice learning (D1, D2).
    ChangeLearning, // Correct or complete what a referral for practice learning says (PD16).
    WithdrawLearning, // Take a referral for practice learning back.
    NameSafeguardingLead, // Say who the safeguarding lead is whose agreement is needed (D9).
    AnswerAsSafeguardingLead, // The safeguarding lead agrees, or does not (D9).
    RecordLeadsAnswer, // Record what the safeguarding lead said, and how it was verified (D9).
    TriageLearning, // Choose the way of a referral for practice learning (D7).
    AskReferrer, // Ask the referrer something (D7).
    AnswerQuestion, // Answer what was asked (D7).
    DecideOnLearning, // Record what the group decided on a referral for practice learning (D4).
    JoinLearning, // Join two referrals for practice learning about one incident or child, or separate them again (D11).
    FollowLearning, // Follow what was decided on the referral it is joined to (D11).
    RecordLearningTold, // Record that the referrer has been told (D5, D8).
    FeedGoodPracticeBack, // Record that good practice was fed back to the practitioner's manager, or why not (E22).
    SendToTriBorough, // Record what was sent to the TriBorough group (E23).
    RecordTriBoroughAnswer, // Record what came back from the TriBorough group (E23).
    RemindLearning, // Remind of a deadline of a practice-learning referral, or say that it is late.
    RecalculateLearning, // Count the deadlines of a practice-learning referral again by an amended calendar.
    AgreeAction, // Agree an action: what is to change, what will be done, by whom, by when (C5).
    ReportProgress, // Say how far an action is (C5).
    ReportActionDone, // Report an action as done, with evidence (C19).
    AddEvidenceFile, // Add a file that shows what was done of an action (C5, C19).
    TakeOutEvidenceFile, // Take such a file out (C5, F2).
    AddEvidenceLink, // Add a link to what shows what was done of an action (C5, C19).
    TakeOutEvidenceLink, // Take such a link out (C5, F2).
    AcceptAction, // Accept an action that was reported as done (C19).
    ReturnAction, // Return an action that was reported as done, with a reason (C19).
    ReportImpact, // Say what an action has changed (C19).
    CheckImpact, // Record whether an action has changed something, and how that is known (C19).
    AskForMoreTime, // Ask for a later date for an action (C20).
    AnswerMoreTime, // Agree to a later date for an action, or refuse it (C20).
    ChangeActionOwner, // Give an action to another owner (C5).
    TieActionOwner, // Tie an action to the account of an owner who was entered by hand (C5).
    EndAction, // Record that the group has ended an action (C19).
    WithdrawAction, // Withdraw an action (C19).
    ReopenAction, // Open an action again (C19).
    RemindAction, // Remind of a deadline of an action, or say that it is late.
    SendActionDigest, // Tell an owner once a week which of their actions are late or due soon (C5).
    RecalculateAction, // Count the reminders of an action again by an amended calendar.
    PlanGroupMeeting, // Plan a meeting of the group, scheduled or special (E1, E2).
    MoveGroupMeeting, // Move a meeting of the group, with a reason.
    CancelGroupMeeting, // Cancel a meeting of the group, with a reason.
    ChangeAgenda, // Put something on the agenda, take it off, change its place, add a paper (E1, E13).
    CoOptToItem, // Co-opt somebody to one item of a meeting of the group, or take them off again (E3).
    SendAgenda, // Send agenda and papers to members and the Scrutineer (E6, E13).
    RecordGroupAttendance, // Open the meeting, and record who came (E14 to E16).
    DeclareInterest, // Record a declaration of interest in an item (E14).
    DecideItem, // Record what came of an item, and its actions (E12, E17, E18).
    EndGroupMeeting, // End the meeting: every item has an outcome (E18).
    SendMinutesToChair, // Send the draft of the minutes to the Chair (E17).
    CirculateMinutes, // Send the draft of the minutes to members and the Scrutineer (E6, E17).
    ApproveMinutes, // Record that the minutes were approved, with what was corrected (E17).
    KeepMeetingPapers, // Record agenda and minutes of a meeting of the group as they left (E6, E17).
    RemindMeeting, // Remind of a deadline of a meeting of the group.
    RecalculateMeeting, // Count the deadlines of a meeting of the group again by an amended calendar.
    ProposeReview, // Propose a review to the leads, or begin one that the group decided on (C2, C3, C8).
    DecideOnReview, // Say for one partner whether there is to be a review (C8).
    RecordReviewLeadsAnswer, // Record what a lead answered by telephone to what the leads are asked of a review (PD8).
    AskLeadsAgain, // Ask the leads again: they differ, or there is something new (C8).
    RecordBodyTold, // Record that a body outside was told (C8, C17).
    KeepReviewLetters, // Record letters about a review as they left (C8, C15).
    LookAtReview, // Record how a review goes and how good it is (C11).
    ForecastReview, // Record on what other day a review is expected, and why (C17).
    HearOfReview, // Record what was heard of something another body does (C7).
    KeepProceeding, // List proceedings elsewhere that run beside a review, or say what is new of them (C22).
    EndProceeding, // Record that proceedings elsewhere have ended (C22).
    WriteReviewTerms, // Write terms of reference of a review (C10).
    SubmitReviewTerms, // Put them before the leads (C10).
    ApproveReviewTerms, // Approve them for one partner, or not (C10).
    AppointReviewPerson, // Record that reviewer, independent Chair or panel member was appointed, with the declaration (C9).
    EndReviewPerson, // End such an appointment (C9).
    ChangeReviewPersonEmail, // Change the address of who is appointed, with a reason: the access by the one before ends (C9).
    TieReviewPerson, // Tie an appointment to the account of who was asked in (C9).
    AgreeReviewPapers, // Agree which papers of what a review is about those appointed may read (C9).
    AddReviewReport, // Add a version of the final report of a review as a file that is kept here (C14, C15).
    SubmitReviewReport, // Put the final report of a review before the leads (C14).
    AcceptReviewReport, // Accept the final report for one partner, or not (C14).
    RecordFindings, // Record what was found of what the leads do not decide (C3).
    PlanPublication, // Record what of a review is to be published, and when (C15, C16).
    RecordPublished, // Record that a review was published, or that nothing of it is (C16).
    CloseReview, // Close a review (C1).
    EndReview, // End a review before it is done, with a reason.
    ReopenReview, // Open a review again (PD16).
    MakeReviewRecommendation, // Enter a recommendation of a review; of what that is about, read it for the names (C18).
    ChangeReviewRecommendation, // Change a recommendation of a review, with a reason (C18).
    TakeBackReviewRecommendation, // Take a recommendation of a review back, with a reason (C18).
    AnswerReviewRecommendation, // Say for a body whether it accepts a recommendation (C18).
    AskInWriting, // Record that reviewer or independent Chair were asked for information or a draft, in writing (C11).
    RecordWhatCameBack, // Record what came back to that, or why nothing did (C11).
    RequestDetail, // Ask agencies for what a review needs (C6, C23).
    AnswerDetail, // Answer that for an agency (C23).
    ReturnDetail, // Ask an agency again for what is missing (C23).
    TakeBackDetail, // Take a request to an agency back, with a reason (C23).
    KeepParticipation, // Record the part of child, family or practitioners in a review, or correct it with a reason (C13).
    RemindReview, // Remind of a deadline of a review, or say that it is late.
    RecountReview, // Count the deadlines of a review again by an amended calendar.
    BeginBriefing, // Begin a briefing, a copy for training or a paper for the TriBorough group (D4, E20, E23).
    WriteBriefing, // Write it, and put it before whoever checks it; what it comes from is read for what points to people (E20, E26).
    CheckBriefing, // Check it, by somebody who did not write it (E26).
    ApproveBriefing, // Approve it, or send it back (E20).
    SendBriefing, // Send it to the agencies of its audience (E11, E20).
    AnswerBriefing, // Say for an agency how it was used, or why not (E20).
    CloseBriefing, // Close a briefing (E20).
    CorrectBriefing, // Write a briefing again that was approved or sent, with a reason (E20, PD16).
    WithdrawBriefing, // Withdraw a briefing, with a reason (E20).
    RemindBriefing, // Remind of the answers to a briefing, or say that they are late (E20).
    RecountBriefing, // Count the deadline of a briefing again by an amended calendar.
    KeepBriefing, // Record a briefing as it went (E20, F1).
    HoldRecord, // Say that the law needs a record, or no longer (F3).
    ListForReview, // Put a record whose time has come on the list of those to be reviewed (F3).
    ReviewKeeping, // Keep a record on for some years, or propose that it goes (F3).
    ConfirmDisposal, // Confirm that a record goes, or send the proposal back (F3).
    CertifyDisposal, // Certify what of a record is gone, and what is not (F3).
}
