using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Applies the limits pinned to a meeting of the group.</summary>
internal static class MeetingPinning
{
    /// <summary>
    /// The deadline counted from the day of the meeting, or back from it, by the limit pinned when it was planned. A meeting is not refused
    /// because the list of bank holidays ends soon after its day: only the reminders that it was not opened need the list (PD21).
    /// </summary>
    internal static Deadline Pin(this DecisionContext context, MeetingFile file, Timescale timescale, DateOnly day)
    {
        try
        {
            return Deadlines.Pin(
                timescale with
                {
                    Number = Number(context, file, timescale),
                },
                day,
                context.At,
                context.Calendar,
                context.Office
            );
        }
        catch (OutsideCalendarException) when (timescale == Timescales.GroupMeetingHeld)
        {
            return new(timescale.Id, timescale.Anchor, day, day, London.EndOf(day), context.Calendar.Version, []);
        }
    }

    /// <summary>The day an agenda closes (E13).</summary>
    internal static DateOnly ClosesOn(this DecisionContext context, MeetingFile file, DateOnly day) =>
        context.Calendar.WorkingDaysBefore(day, Number(context, file, Timescales.AgendaCloses));

    private static int Number(DecisionContext context, MeetingFile file, Timescale timescale) =>
        (file.Rules ?? context.Rules).Limits.GetValueOrDefault(timescale.Id, timescale.Number);
}
