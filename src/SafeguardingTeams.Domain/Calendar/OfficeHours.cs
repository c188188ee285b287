namespace SafeguardingTeams.Domain.Calendar;

/// <summary>
/// When the partnership's offices are staffed, on working days, London time. Reminders go then and at no other time (clock table).
/// </summary>
/// <param name="From">They open.</param>
/// <param name="To">They close.</param>
public sealed record OfficeHours(TimeOnly From, TimeOnly To)
{
    private static readonly TimeOnly Nine = new(9, 0);

    /// <summary>When a working day's reminders go: at 09:00, or when the office opens where that is later.</summary>
    public DateTimeOffset ReminderOn(DateOnly day) => London.Instant(day, From > Nine ? From : Nine);

    /// <summary>Whether the office is staffed at an instant.</summary>
    /// <exception cref="OutsideCalendarException">The day is outside the calendar.</exception>
    public bool AreOpen(DateTimeOffset at, WorkingDayCalendar calendar)
    {
        var local = London.Local(at);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return time >= From && time < To && calendar.IsWorkingDay(DateOnly.FromDateTime(local.DateTime));
    }

    /// <summary>The instant itself where the office is staffed then, else when it next opens.</summary>
    /// <exception cref="OutsideCalendarException">The day is outside the calendar.</exception>
    public DateTimeOffset NextOpen(DateTimeOffset at, WorkingDayCalendar calendar)
    {
        var day = London.DateOf(at);
        return AreOpen(at, calendar) ? at
            : calendar.IsWorkingDay(day) && at < London.Instant(day, From) ? London.Instant(day, From)
            : London.Instant(calendar.NextWorkingDay(day), From);
    }

    /// <summary>The instant at which so much office time has passed.</summary>
    /// <exception cref="OutsideCalendarException">The count runs past the calendar.</exception>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan officeTime, WorkingDayCalendar calendar)
    {
        for (var (at, left) = (NextOpen(from, calendar), officeTime); ; )
        {
            var closes = London.Instant(London.DateOf(at), To);
            if (at + left <= closes)
            {
                return at + left;
            }

            left -= closes - at;
            at = NextOpen(closes, calendar);
        }
    }
}
