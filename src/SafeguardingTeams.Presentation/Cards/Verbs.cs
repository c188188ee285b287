namespace SafeguardingTeams.Presentation.Cards;

/// <summary>What a button asks for. Stored messages carry some of these for ever, so none is renamed.</summary>
public static partial class Verbs
{
    /// <summary>The first card.</summary>
    public const string Home = "home";

    /// <summary>A practitioner picks the agency they belong to.</summary>
    public const string PickAgency = "pick-agency";

    /// <summary>Begin a referral.</summary>
    public const string StartReferral = "start-referral";

    /// <summary>Go on with a draft.</summary>
    public const string DraftOpen = "draft-open";

    /// <summary>Save the page and go on.</summary>
    public const string DraftContinue = "draft-continue";

    /// <summary>Save the page and go back.</summary>
    public const string DraftBack = "draft-back";

    /// <summary>Save the page and leave.</summary>
    public const string DraftLeave = "draft-leave";

    /// <summary>Go to a page, without saving: from the review.</summary>
    public const string DraftGo = "draft-go";

    public const string RowAdd = "row-add";

    public const string RowEdit = "row-edit";

    /// <summary>Save a row's page.</summary>
    public const string RowSave = "row-save";

    /// <summary>Take a row away.</summary>
    public const string RowRemove = "row-remove";

    /// <summary>Put the row back that was taken away last.</summary>
    public const string RowRestore = "row-restore";

    /// <summary>The review page.</summary>
    public const string DraftReview = "draft-review";

    /// <summary>Say which letter the Word form came with that the draft was read from.</summary>
    public const string DraftLetter = "draft-letter";

    /// <summary>Delete the draft, asked once more.</summary>
    public const string DraftDelete = "draft-delete";

    public const string DraftSend = "draft-send";

    /// <summary>The person's own referrals.</summary>
    public const string MyReferrals = "my-referrals";

    /// <summary>What waits for the person.</summary>
    public const string MyTasks = "my-tasks";

    public const string OpenCase = "open-case";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string Timeline = "timeline";

    /// <summary>Who has looked at the case.</summary>
    public const string WhoLooked = "who-looked";

    /// <summary>The referral as it stands.</summary>
    public const string ReadReferral = "read-referral";

    /// <summary>Complete or correct the referral.</summary>
    public const string ChangeReferral = "change-referral";

    /// <summary>Take the referral back.</summary>
    public const string Withdraw = "withdraw";

    public const string JointAgencyResponse = "joint-agency-response";

    /// <summary>When and by whom the family was told.</summary>
    public const string FamilyTold = "family-told";

    /// <summary>When the authority became aware.</summary>
    public const string Awareness = "awareness";

    public const string Threshold = "threshold";

    /// <summary>Referrals that may be about the same incident.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>Join another referral to this.</summary>
    public const string Join = "join";

    /// <summary>Separate a joined referral.</summary>
    public const string Separate = "separate";

    /// <summary>The referrer has been told.</summary>
    public const string ReferrerTold = "referrer-told";

    /// <summary>Inform the three leads.</summary>
    public const string InformLeads = "inform-leads";

    /// <summary>The Chair's recommendation.</summary>
    public const string Recommend = "recommend";

    /// <summary>A lead's decision: the card of buttons.</summary>
    public const string PartnerDecision = "partner-decision";

    /// <summary>A lead's decision, with reasons: the second step.</summary>
    public const string PartnerReasons = "partner-reasons";

    public const string StandAside = "stand-aside";

    /// <summary>What the three leads were asked, and what each has answered.</summary>
    public const string LeadsQuestions = "leads-questions";

    /// <summary>Ask the three leads something.</summary>
    public const string LeadsAsk = "leads-ask";

    /// <summary>A lead's answer: the card of buttons.</summary>
    public const string LeadsQuestion = "leads-question";

    /// <summary>A lead's answer, with a comment: the second step.</summary>
    public const string LeadsQuestionComment = "leads-question-comment";

    /// <summary>Take a question to the leads back.</summary>
    public const string LeadsQuestionBack = "leads-question-back";

    /// <summary>A decision given by telephone.</summary>
    public const string Telephone = "telephone";

    public const string AskForMediation = "ask-for-mediation";

    /// <summary>Record the mediation.</summary>
    public const string Mediation = "mediation";

    /// <summary>Put the record of the mediation right.</summary>
    public const string CorrectMediation = "correct-mediation";

    /// <summary>Take the asking for a special meeting back.</summary>
    public const string TakeBackSpecialMeeting = "take-back-special-meeting";

    /// <summary>What the portal asks for, laid out for copying.</summary>
    public const string PortalFacts = "portal-facts";

    /// <summary>Whether the local authority notifies.</summary>
    public const string NotificationDecision = "notification-decision";

    /// <summary>The notification as sent.</summary>
    public const string NotificationSent = "notification-sent";

    /// <summary>Ask for a special meeting.</summary>
    public const string SpecialMeeting = "special-meeting";

    /// <summary>Hand a role over.</summary>
    public const string HandOver = "hand-over";

    /// <summary>The Rapid Review's dates.</summary>
    public const string Timetable = "timetable";

    public const string BankHolidays = "bank-holidays";

    public const string Absences = "absences";

    /// <summary>Find a case by the child.</summary>
    public const string Find = "find";

    /// <summary>Messages that could not be delivered.</summary>
    public const string DeadLettered = "parked";

    /// <summary>Try those again.</summary>
    public const string DeadLetterRetry = "parked-retry";

    /// <summary>Something that could not be done was done by hand.</summary>
    public const string DeadLetterByHand = "parked-by-hand";

    /// <summary>The value of the key "do" with which a step's card is sent, as against only opened.</summary>
    public const string Do = "do";
}
