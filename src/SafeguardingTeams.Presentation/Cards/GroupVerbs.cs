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

    /// <summary>The next twelve months of the group.</summary>
    public const string ForwardPlan = "forward-plan";

    /// <summary>Put something on the forward plan.</summary>
    public const string PlanAhead = "plan-ahead";

    /// <summary>Something on it is done, or comes no more.</summary>
    public const string PlanOff = "plan-off";

    /// <summary>The cases under way, by reference and where each stands.</summary>
    public const string CasesUnderWay = "cases-under-way";

    /// <summary>What is late, open and counted, for who oversees the work.</summary>
    public const string Oversight = "oversight";

    /// <summary>The group's reports.</summary>
    public const string Reports = "reports";

    /// <summary>Open one of them.</summary>
    public const string OpenReport = "open-report";

    /// <summary>Draft the group's part of the yearly report.</summary>
    public const string YearlyReport = "yearly-report";

    /// <summary>Draft an update to another group.</summary>
    public const string ReportUpdate = "report-update";

    /// <summary>Issue a report.</summary>
    public const string IssueReport = "issue-report";

    /// <summary>Record when and where a yearly report was published.</summary>
    public const string ReportPublished = "report-published";

    /// <summary>Who came to the group's meetings in a year, by seat.</summary>
    public const string GroupAttendance = "group-attendance";

    /// <summary>The group's learning events.</summary>
    public const string LearningEvents = "group-events";

    /// <summary>Open one of them.</summary>
    public const string LearningEvent = "group-event";

    /// <summary>Enter one.</summary>
    public const string LearningEventAdd = "group-event-add";

    /// <summary>Put right what one is, or when.</summary>
    public const string LearningEventChange = "group-event-change";

    /// <summary>Call one off.</summary>
    public const string LearningEventOff = "group-event-off";

    /// <summary>Record who came to one, and what they said.</summary>
    public const string LearningEventRecord = "group-event-record";

    /// <summary>Record what came of one.</summary>
    public const string LearningEventFollow = "group-event-follow";

    /// <summary>Everybody of the partnership, and what they hold.</summary>
    public const string People = "people";

    /// <summary>One of them.</summary>
    public const string Person = "person";

    /// <summary>Add somebody.</summary>
    public const string PersonAdd = "person-add";

    /// <summary>Change what somebody is called, their agency, address or accounts.</summary>
    public const string PersonDetails = "person-details";

    /// <summary>Give somebody a role.</summary>
    public const string RoleGive = "role-give";

    /// <summary>End a role.</summary>
    public const string RoleEnd = "role-end";

    /// <summary>Hand a role over to somebody else.</summary>
    public const string RoleHandOver = "role-hand-over";

    /// <summary>Who stands in for somebody in a role.</summary>
    public const string RoleDeputies = "role-deputies";

    /// <summary>Somebody has left.</summary>
    public const string PersonLeft = "person-left";

    /// <summary>That somebody left is taken back.</summary>
    public const string PersonReturn = "person-return";

    /// <summary>What waits for somebody here: changes to confirm, the review of who can get in.</summary>
    public const string PeopleWaiting = "people-waiting";

    /// <summary>A change that waits for a second person: read, confirmed or taken back.</summary>
    public const string PeopleChange = "people-change";

    /// <summary>Decline one.</summary>
    public const string PeopleChangeDecline = "people-change-decline";

    /// <summary>The quarterly review of who can get in.</summary>
    public const string AccessReview = "access-review";
}
