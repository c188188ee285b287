using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The dates of a Rapid Review, counted from the day the notification was sent (PD2; B2, B5, B11, B13, B20, B21,
/// B23). Lower bounds are plan, not prohibition (PD5).
/// </summary>
public static class RapidReviewTimetable
{
    private static readonly ImmutableList<(string Id, Timescale? From, Timescale To)> Rows =
    [
        ("letters", null, Timescales.Letters),
        ("returns", Timescales.ReturnsFrom, Timescales.ReturnsLatest),
        ("pack", Timescales.PackFrom, Timescales.Pack),
        ("meeting", Timescales.MeetingFrom, Timescales.Meeting),
        ("report", Timescales.ReportFrom, Timescales.Report),
        ("agencies-told", null, Timescales.AgenciesTold),
    ];

    /// <summary>The dates.</summary>
    /// <param name="dayZero">The day the notification was, or is expected to be, sent.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="rules">The limits pinned to the case; null for those of the document.</param>
    /// <exception cref="OutsideCalendarException">It would lie outside the calendar.</exception>
    public static ImmutableList<TimetableDate> From(DateOnly dayZero, WorkingDayCalendar calendar, PinnedRules? rules = null) =>
        [
            .. from row in Rows
            let to = Of(row.To, rules)
            let first = row.From is { } @from ? Math.Min(Of(@from, rules), to) : (int?)null
            select new TimetableDate(
                row.Id,
                first is { } day ? calendar.AddWorkingDays(dayZero, day) : null,
                calendar.AddWorkingDays(dayZero, to),
                first,
                to,
                (row.From ?? row.To).Source
            ),
        ];

    private static int Of(Timescale limit, PinnedRules? rules) => rules?.Of(limit) ?? limit.Number;

    /// <summary>The last working day before the report is due, by the pinned timetable; null where none is pinned.</summary>
    internal static DateOnly? EveOfTheReport(CaseFile file, WorkingDayCalendar calendar) =>
        file.Notification?.Timetable.Find(date => date.Id == "report") is { } report ? calendar.PreviousWorkingDay(report.Latest) : null;

    /// <summary>
    /// The day 0 that is assumed while the notification is not recorded: the last day the authority has, or today where that is
    /// past.
    /// </summary>
    public static DateOnly ProvisionalDayZero(CaseFile file, DateOnly today) =>
        file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock && clock.Deadline.DueDay > today
            ? clock.Deadline.DueDay
            : today;
}
