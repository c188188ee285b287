namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of practice learning.</content>
public static partial class Verbs
{
    /// <summary>What practice learning is for, and the way to begin or to go elsewhere.</summary>
    public const string LearningStart = "learning-start";

    /// <summary>Begin a referral for practice learning.</summary>
    public const string LearningBegin = "learning-begin";

    /// <summary>Begin one from a case below the threshold, with its answers.</summary>
    public const string LearningCarry = "learning-carry";

    public const string OpenLearning = "learning-open";

    /// <summary>What waits for a meeting of the group.</summary>
    public const string LearningWaiting = "learning-waiting";

    /// <summary>The whole referral, section by section.</summary>
    public const string LearningRead = "learning-read";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string LearningTimeline = "learning-timeline";

    /// <summary>Complete or correct it.</summary>
    public const string LearningChange = "learning-change";

    /// <summary>Take it back.</summary>
    public const string LearningWithdraw = "learning-withdraw";

    /// <summary>The safeguarding lead's card of buttons.</summary>
    public const string LearningAgreement = "learning-agreement";

    /// <summary>The safeguarding lead does not agree, and says why: the second step.</summary>
    public const string LearningRefusal = "learning-refusal";

    /// <summary>Operations say who the safeguarding lead is.</summary>
    public const string LearningLead = "learning-lead";

    /// <summary>Operations record what the safeguarding lead said.</summary>
    public const string LearningLeadSaid = "learning-lead-said";

    /// <summary>The Chair chooses the way.</summary>
    public const string LearningWay = "learning-way";

    /// <summary>Ask the referrer something.</summary>
    public const string LearningAsk = "learning-ask";

    /// <summary>Answer what was asked.</summary>
    public const string LearningAnswer = "learning-answer";

    /// <summary>What the group decided.</summary>
    public const string LearningDecision = "learning-decision";

    /// <summary>What may be about the same incident or child: join it, or separate it again.</summary>
    public const string LearningAlike = "learning-alike";

    /// <summary>Separates what follows another from that one.</summary>
    public const string LearningSeparate = "learning-separate";

    /// <summary>Good practice was fed back to the practitioner's manager, or why not.</summary>
    public const string LearningFedBack = "learning-fed-back";

    /// <summary>What was sent to the TriBorough group.</summary>
    public const string LearningTriBoroughSent = "learning-triborough-sent";

    /// <summary>What came back from it.</summary>
    public const string LearningTriBoroughAnswer = "learning-triborough-answer";

    /// <summary>The referrer has been told.</summary>
    public const string LearningTold = "learning-told";
}
