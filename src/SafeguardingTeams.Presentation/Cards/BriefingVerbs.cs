namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of briefings, copies for training and papers for the TriBorough group.</content>
public static partial class Verbs
{
    /// <summary>The briefings somebody has a part in, or that were sent to their agency.</summary>
    public const string BriefingList = "briefing-list";

    /// <summary>A briefing's own card.</summary>
    public const string OpenBriefing = "briefing-open";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string BriefingHistory = "briefing-history";

    /// <summary>The text as it is written now, with what stands behind it.</summary>
    public const string BriefingRead = "briefing-read";

    /// <summary>Begin one.</summary>
    public const string BriefingBegin = "briefing-begin";

    /// <summary>Write it, or go on writing.</summary>
    public const string BriefingWrite = "briefing-write";

    /// <summary>Check it, by somebody who did not write it.</summary>
    public const string BriefingCheck = "briefing-check";

    /// <summary>Approve it, or not.</summary>
    public const string BriefingApprove = "briefing-approve";

    /// <summary>Send it.</summary>
    public const string BriefingSend = "briefing-send";

    /// <summary>What was sent to one's own agency, and nothing else of it; say how it was used.</summary>
    public const string BriefingTheirs = "briefing-theirs";

    /// <summary>Operations: record how an agency used it.</summary>
    public const string BriefingAnswer = "briefing-answer";

    /// <summary>Close it.</summary>
    public const string BriefingClose = "briefing-close";

    /// <summary>Have it written again.</summary>
    public const string BriefingCorrect = "briefing-correct";

    /// <summary>Withdraw it.</summary>
    public const string BriefingWithdraw = "briefing-withdraw";
}
