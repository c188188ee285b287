using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// When reminders may go: in the partnership's office hours on working days, by the calendar in force. Past the end of the
/// known bank holidays every weekday counts: better a reminder on a holiday than none at all.
/// </summary>
public sealed class OfficeTime(CurrentRules currentRules)
{
    /// <summary>Whether an instant lies past the end of the known bank holidays.</summary>
    public bool IsPastTheCalendar(DateTimeOffset at) => London.DateOf(at) > currentRules.Calendar.LastDay;

    /// <summary>Whether the office is staffed at an instant.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var time = TimeOnly.FromDateTime(London.Local(at).DateTime);
        return time >= currentRules.Office.From && time < currentRules.Office.To && IsWorkedOn(London.DateOf(at));
    }

    /// <summary>The instant itself where the office is staffed then, else when it next opens.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        var day = London.DateOf(at);
        while (!IsWorkedOn(day) || London.Instant(day, currentRules.Office.From) < at)
        {
            day = day.AddDays(1);
        }

        return London.Instant(day, currentRules.Office.From);
    }

    private bool IsWorkedOn(DateOnly day) =>
        day <= currentRules.Calendar.LastDay
            ? currentRules.Calendar.IsWorkingDay(day)
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
