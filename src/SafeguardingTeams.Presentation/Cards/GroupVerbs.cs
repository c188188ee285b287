namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of the group's own cards.</content>
public static partial class Verbs
{
    /// <summary>The group: seats, meetings ahead, terms of reference.</summary>
    public const string Group = "group";

    /// <summary>Say who holds a seat.</summary>
    public const string GroupSeat = "group-seat";

    /// <summary>Say until when a seat is held.</summary>
    public const string GroupSeatEnd = "group-seat-end";

    /// <summary>Schedule a meeting.</summary>
    public const string GroupMeetingPlan = "group-meeting-plan";

    /// <summary>Take a scheduled meeting out.</summary>
    public const string GroupMeetingOut = "group-meeting-out";

    /// <summary>The terms of reference were agreed or reviewed.</summary>
    public const string GroupTerms = "group-terms";
}
