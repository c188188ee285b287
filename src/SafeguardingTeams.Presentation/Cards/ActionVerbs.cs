using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of actions.</content>
public static partial class Verbs
{
    /// <summary>The actions somebody has a part in.</summary>
    public const string Actions = "action-list";

    /// <summary>An action's own card.</summary>
    public const string OpenAction = "action-open";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string ActionHistory = "action-history";

    /// <summary>Agree an action from a case or a referral for practice learning.</summary>
    public const string ActionAgree = "action-agree";

    /// <summary>Say how far it is.</summary>
    public const string ActionProgress = "action-progress";

    /// <summary>Report it as done.</summary>
    public const string ActionComplete = "action-complete";

    /// <summary>Accept it.</summary>
    public const string ActionAccept = "action-accept";

    /// <summary>Return it.</summary>
    public const string ActionReturn = "action-return";

    /// <summary>Say what it has changed.</summary>
    public const string ActionImpact = "action-impact";

    /// <summary>Record what it has changed.</summary>
    public const string ActionImpactCheck = "action-impact-check";

    /// <summary>Ask for more time.</summary>
    public const string ActionExtend = "action-extend";

    /// <summary>Answer whether there is more time.</summary>
    public const string ActionExtendAnswer = "action-extend-answer";

    /// <summary>Give it to another owner.</summary>
    public const string ActionOwner = "action-owner";

    /// <summary>Record that the group has ended it.</summary>
    public const string ActionEnd = "action-end";

    /// <summary>Withdraw it.</summary>
    public const string ActionWithdraw = "action-withdraw";

    /// <summary>Take a file out that shows what was done.</summary>
    public const string ActionFileOut = "action-file-out";

    /// <summary>Add a link to what shows what was done.</summary>
    public const string ActionLinkAdd = "action-link-add";

    /// <summary>Take such a link out.</summary>
    public const string ActionLinkOut = "action-link-out";

    /// <summary>Open it again.</summary>
    public const string ActionReopen = "action-reopen";

    /// <summary>The verb that opens a record, whatever it is.</summary>
    internal static string Opening(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Learning => OpenLearning,
            RecordKind.Action => OpenAction,
            RecordKind.Meeting => OpenGroupMeeting,
            RecordKind.Review => OpenReview,
            RecordKind.Briefing => OpenBriefing,
            RecordKind.Case => OpenCase,
            RecordKind.Group => PeopleWaiting,
        };
}
