namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of reviews and audits that follow a case, a referral or a theme.</content>
public static partial class Verbs
{
    /// <summary>The reviews somebody has a part in.</summary>
    public const string ReviewList = "review-list";

    /// <summary>A review's own card.</summary>
    public const string OpenReview = "review-open";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string ReviewHistory = "review-history";

    /// <summary>Propose a review to the leads, or begin one that the group decided on.</summary>
    public const string ReviewPropose = "review-propose";

    /// <summary>Say for one partner whether there is to be one.</summary>
    public const string ReviewDecide = "review-decide";

    /// <summary>Record what a lead answered by telephone.</summary>
    public const string ReviewLeadsTelephone = "review-leads-telephone";

    /// <summary>Ask the leads again.</summary>
    public const string ReviewAskAgain = "review-ask-again";

    /// <summary>Record that a body outside was told.</summary>
    public const string ReviewTell = "review-told";

    /// <summary>Look at how it goes.</summary>
    public const string ReviewLook = "review-look";

    /// <summary>Record on what other day it is expected.</summary>
    public const string ReviewExpect = "review-expect";

    /// <summary>Record what was heard of something another body does.</summary>
    public const string ReviewHeard = "review-heard";

    /// <summary>List proceedings elsewhere, or say what is new of them.</summary>
    public const string ReviewProceeding = "review-proceeding";

    /// <summary>Record that proceedings elsewhere have ended.</summary>
    public const string ReviewProceedingEnd = "review-proceeding-end";

    /// <summary>Record that reviewer or independent Chair were asked for something in writing.</summary>
    public const string ReviewAskInWriting = "review-ask-in-writing";

    /// <summary>Record what came back to that.</summary>
    public const string ReviewCameBack = "review-came-back";

    /// <summary>The terms of reference.</summary>
    public const string ReviewTerms = "review-terms";

    /// <summary>Write the first page of them.</summary>
    public const string ReviewTermsWrite = "review-terms-write";

    /// <summary>Write the second.</summary>
    public const string ReviewTermsWriteOn = "review-terms-write-on";

    /// <summary>Put them before the leads.</summary>
    public const string ReviewTermsSubmit = "review-terms-submit";

    /// <summary>Approve them for one partner, or not.</summary>
    public const string ReviewTermsApprove = "review-terms-approve";

    /// <summary>Who reviews: reviewer and independent Chair.</summary>
    public const string ReviewPeople = "review-people";

    /// <summary>Record that a reviewer or an independent Chair was appointed.</summary>
    public const string ReviewAppoint = "review-appoint";

    /// <summary>End such an appointment.</summary>
    public const string ReviewAppointmentEnd = "review-appointment-end";

    /// <summary>Change the address of who is appointed.</summary>
    public const string ReviewPersonEmail = "review-person-email";

    /// <summary>Put the final report before the leads.</summary>
    public const string ReviewReport = "review-report-submit";

    /// <summary>Accept the final report for one partner, or not.</summary>
    public const string ReviewReportAccept = "review-report-accept";

    /// <summary>Record what a smaller review or an audit found.</summary>
    public const string ReviewFindings = "review-findings";

    /// <summary>Record what of it is to be published, and when.</summary>
    public const string ReviewPublishPlan = "review-publish-plan";

    /// <summary>Record that it was published.</summary>
    public const string ReviewPublish = "review-publish";

    /// <summary>What it recommends, one by one, with what the bodies answered.</summary>
    public const string ReviewRecommendations = "review-recommendations";

    /// <summary>Enter a recommendation.</summary>
    public const string ReviewRecommend = "review-recommend";

    /// <summary>Change a recommendation.</summary>
    public const string ReviewRecommendChange = "review-recommend-change";

    /// <summary>Take a recommendation back.</summary>
    public const string ReviewRecommendBack = "review-recommend-back";

    /// <summary>Operations: record what a body answers.</summary>
    public const string ReviewAnswer = "review-answer";

    /// <summary>The recommendations to one's own agency, and nothing else of the review; answer them.</summary>
    public const string ReviewTheirs = "review-theirs";

    /// <summary>What agencies are asked for, with what they answered.</summary>
    public const string ReviewDetails = "review-details";

    /// <summary>Ask agencies for what the review needs.</summary>
    public const string ReviewDetailAsk = "review-detail-ask";

    /// <summary>Operations: record what an agency answers.</summary>
    public const string ReviewDetailAnswer = "review-detail-answer";

    /// <summary>Ask an agency again for what is missing.</summary>
    public const string ReviewDetailReturn = "review-detail-return";

    /// <summary>Take a request to an agency back.</summary>
    public const string ReviewDetailBack = "review-detail-back";

    /// <summary>What one's own agency is asked for, and nothing else of the review; answer it.</summary>
    public const string ReviewDetailTheirs = "review-detail-theirs";

    /// <summary>Agree which papers those appointed may read.</summary>
    public const string ReviewPapersAgree = "review-papers-agree";

    /// <summary>The papers agreed for who is appointed, to them, and nothing else of the review.</summary>
    public const string ReviewPapersTheirs = "review-papers-theirs";

    /// <summary>The part of child, family and practitioners.</summary>
    public const string ReviewParticipation = "review-participation";

    /// <summary>Record somebody's part, add to it, correct it.</summary>
    public const string ReviewParticipationKeep = "review-participation-keep";

    /// <summary>Close it.</summary>
    public const string ReviewClose = "review-close";

    /// <summary>End it before it is done.</summary>
    public const string ReviewEnd = "review-end";

    /// <summary>Open it again.</summary>
    public const string ReviewReopen = "review-reopen";
}
