using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Applies the limits pinned to a meeting of the group.</summary>
internal static class MeetingPinning
{
    /// <summary>The deadline counted from the day of the meeting, or back from it, by the limit pinned when it was planned.</summary>
    internal static Deadline Pin(this DecisionContext context, MeetingFile file, Timescale timescale, DateOnly day) =>
        Deadlines.Pin(timescale with { Number = Number(context, file, timescale) }, day, context.At, context.Calendar, context.Office);

    /// <summary>The day an agenda closes (E13).</summary>
    internal static DateOnly ClosesOn(this DecisionContext context, MeetingFile file, DateOnly day) =>
        context.Calendar.WorkingDaysBefore(day, Number(context, file, Timescales.AgendaCloses));

    private static int Number(DecisionContext context, MeetingFile file, Timescale timescale) =>
        (file.Rules ?? context.Rules).Limits.GetValueOrDefault(timescale.Id, timescale.Number);
}
