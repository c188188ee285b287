namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of the group's meetings.</content>
public static partial class Verbs
{
    /// <summary>The meetings that are not over.</summary>
    public const string GroupMeetings = "group-meetings";

    public const string OpenGroupMeeting = "group-meeting";

    /// <summary>What happened, by whom, when, why.</summary>
    public const string GroupMeetingTimeline = "group-meeting-timeline";

    /// <summary>What went of it and when, each as it went.</summary>
    public const string GroupMeetingSent = "group-meeting-sent";

    /// <summary>Plan a meeting, with what waits as its agenda.</summary>
    public const string GroupMeetingNew = "group-meeting-new";

    /// <summary>Move it, or change its time or place.</summary>
    public const string GroupMeetingMove = "group-meeting-move";

    /// <summary>It does not take place.</summary>
    public const string GroupMeetingCancel = "group-meeting-cancel";

    /// <summary>Put on the agenda what waits and is not there.</summary>
    public const string AgendaFill = "agenda-fill";

    /// <summary>Put another item on the agenda.</summary>
    public const string ItemAdd = "item-add";

    /// <summary>One item: what is asked, its papers, what came of it.</summary>
    public const string ItemOpen = "item-open";

    public const string ItemDrop = "item-drop";

    /// <summary>One place forward or back.</summary>
    public const string ItemOrder = "item-order";

    public const string ItemPaper = "item-paper";

    /// <summary>What an item is about, written for the group.</summary>
    public const string ItemOutline = "item-outline";

    /// <summary>Somebody is co-opted to one item.</summary>
    public const string ItemCoOpt = "item-co-opt";

    /// <summary>Somebody who was co-opted to an item is taken off.</summary>
    public const string ItemCoOptEnd = "item-co-opt-end";

    /// <summary>One item, to who is co-opted to it and sees nothing else of the meeting.</summary>
    public const string CoOptedItem = "coopted-item";

    /// <summary>A declaration of interest.</summary>
    public const string ItemInterest = "item-interest";

    /// <summary>What the group decided.</summary>
    public const string ItemDecide = "item-decide";

    /// <summary>Put off to another meeting.</summary>
    public const string ItemDefer = "item-defer";

    /// <summary>Withdrawn by whoever brought it.</summary>
    public const string ItemWithdraw = "item-withdraw";

    /// <summary>Agenda and papers to members and the Scrutineer.</summary>
    public const string AgendaSend = "agenda-send";

    /// <summary>Open the meeting, and say who is there.</summary>
    public const string GroupMeetingAttendance = "group-meeting-attendance";

    public const string GroupMeetingEnd = "group-meeting-end";

    /// <summary>The draft of the minutes to the Chair.</summary>
    public const string MinutesDraft = "minutes-draft";

    /// <summary>The Chair sends the draft to members and the Scrutineer.</summary>
    public const string MinutesSend = "minutes-send";

    public const string MinutesApprove = "minutes-approve";

    /// <summary>An action of an item, agreed with its decision.</summary>
    public const string ItemAction = "item-action";

    /// <summary>An action of an item that is not agreed yet is taken back.</summary>
    public const string ItemActionBack = "item-action-back";
}
