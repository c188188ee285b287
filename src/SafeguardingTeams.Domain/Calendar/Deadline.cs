namespace SafeguardingTeams.Domain.Calendar;

/// <summary>A timescale applied to a case: pinned in its event with what it was counted from and by which calendar.</summary>
/// <param name="TimescaleId">The rule.</param>
/// <param name="Anchor">What it counts from.</param>
/// <param name="AnchorDay">The London date of that: day 0.</param>
/// <param name="DueDay">The last London day.</param>
/// <param name="DueAt">The instant it ends: the end of that day, or the time of day the rule names.</param>
/// <param name="CalendarVersion">The calendar it was counted by.</param>
public sealed record Deadline(
    string TimescaleId, ClockAnchor Anchor, DateOnly AnchorDay, DateOnly DueDay, DateTimeOffset DueAt, string CalendarVersion);

/// <summary>Makes deadlines.</summary>
public static class Deadlines
{
    /// <summary>The deadline of a timescale whose anchor happened on a day (day 0).</summary>
    /// <exception cref="OutsideCalendarException">It would lie outside the calendar.</exception>
    public static Deadline Pin(Timescale timescale, DateOnly anchorDay, WorkingDayCalendar calendar)
    {
        var due = timescale.Unit switch
        {
            TimescaleUnit.WorkingDays => calendar.AddWorkingDays(anchorDay, timescale.Number),
            TimescaleUnit.CalendarMonths => anchorDay.AddMonths(timescale.Number),
        };
        var ends = timescale.EndsAt is { } time ? London.Instant(due, time) : London.EndOf(due);
        return new(timescale.Id, timescale.Anchor, anchorDay, due, ends, calendar.Version);
    }
}
