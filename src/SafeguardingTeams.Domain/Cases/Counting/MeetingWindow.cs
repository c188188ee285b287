using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>The days on which the meeting is planned to be: from the first to the last by the case's limits (B11).</summary>
public static class MeetingWindow
{
    /// <summary>
    /// The first working day, a plan and no prohibition (PD5): by the timetable that is pinned; before that, by the case's limits.
    /// </summary>
    public static int FirstDay(CaseFile file) =>
        file.Notification?.Timetable.Find(date => date.Id == "meeting")?.FromDay
        ?? file.Rules?.Of(Timescales.MeetingFrom)
        ?? Timescales.MeetingFrom.Number;

    /// <summary>The window, counted from the notification, or provisionally from the last day the authority has to notify.</summary>
    public static (DateOnly Earliest, DateOnly Latest) Of(CaseFile file, DecisionContext context) =>
        Of(file, context.Calendar, context.Today);

    /// <inheritdoc cref="Of(CaseFile, DecisionContext)"/>
    public static (DateOnly Earliest, DateOnly Latest) Of(CaseFile file, WorkingDayCalendar calendar, DateOnly today)
    {
        var dates = file.Notification is { Timetable.IsEmpty: false } sent
            ? sent.Timetable
            : RapidReviewTimetable.From(RapidReviewTimetable.ProvisionalDayZero(file, today), calendar, file.Rules);
        var meeting = dates.Find(date => date.Id == "meeting")!;
        return (meeting.Earliest!.Value, meeting.Latest);
    }

    /// <summary>The first day by the timetable that is pinned; null while none is.</summary>
    internal static DateOnly? Pinned(CaseFile file) => file.Notification?.Timetable.Find(date => date.Id == "meeting")?.Earliest;
}
