using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Calendar;

/// <content>The rows of the group's meetings.</content>
public static partial class Timescales
{
    /// <summary>
    /// The agenda closes, counted back from the meeting (E13): what comes later is marked as late. Nobody is reminded of it.
    /// </summary>
    public static Timescale AgendaCloses { get; } =
        new("agenda-closes", "Agenda of the group closes", 10, TimescaleUnit.WorkingDays, ClockAnchor.GroupMeeting, "E13", [Operations])
        {
            FigureIsOurs = true,
            CountsBack = true,
        };

    /// <summary>Agenda and papers go out, counted back from the meeting (E6, E13).</summary>
    public static Timescale GroupPapers { get; } =
        new(
            "group-papers",
            "Agenda and papers sent to the group",
            5,
            TimescaleUnit.WorkingDays,
            ClockAnchor.GroupMeeting,
            "E6, E13",
            [Operations]
        )
        {
            FigureIsOurs = true,
            CountsBack = true,
        };

    /// <summary>
    /// A planned meeting is held on its day, or moved or cancelled: one that is none of these is not passed over in silence (E1, E2).
    /// </summary>
    public static Timescale GroupMeetingHeld { get; } =
        new(
            "group-meeting-held",
            "Meeting of the group held",
            0,
            TimescaleUnit.WorkingDays,
            ClockAnchor.GroupMeeting,
            "E1, E2",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>The draft of the minutes goes to the Chair (E17).</summary>
    public static Timescale MinutesToChair { get; } =
        new("minutes-to-chair", "Draft minutes to the Chair", 5, TimescaleUnit.WorkingDays, ClockAnchor.GroupMeeting, "E17", [Operations])
        {
            FigureIsOurs = true,
        };

    /// <summary>The draft of the minutes goes to members and the Scrutineer (E6, E17).</summary>
    public static Timescale MinutesToMembers { get; } =
        new(
            "minutes-to-members",
            "Draft minutes to members and the Scrutineer",
            10,
            TimescaleUnit.WorkingDays,
            ClockAnchor.GroupMeeting,
            "E6, E17",
            [Operations, Chair]
        )
        {
            FigureIsOurs = true,
        };

    /// <summary>Those of the group's meetings.</summary>
    public static ImmutableArray<Timescale> OfMeetings { get; } =
    [AgendaCloses, GroupPapers, GroupMeetingHeld, MinutesToChair, MinutesToMembers];
}
