using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>A timescale applied to a case: pinned in its event with what it was counted from and by which calendar.</summary>
/// <param name="TimescaleId">The rule.</param>
/// <param name="Anchor">What it counts from.</param>
/// <param name="AnchorDay">The London date of that: day 0.</param>
/// <param name="DueDay">The last London day.</param>
/// <param name="DueAt">The instant it ends: the end of that day, or the time of day the rule names.</param>
/// <param name="CalendarVersion">The calendar it was counted by.</param>
/// <param name="Chases">The reminders, in order of time.</param>
public sealed record Deadline(
    string TimescaleId,
    ClockAnchor Anchor,
    DateOnly AnchorDay,
    DateOnly DueDay,
    DateTimeOffset DueAt,
    string CalendarVersion,
    ImmutableList<Chase> Chases
);

/// <summary>Makes deadlines.</summary>
public static class Deadlines
{
    /// <summary>
    /// The deadline on a day that was given, such as the date an action is due: reminders so many days ahead and on the day, to the first
    /// of those who are told that it is late.
    /// </summary>
    /// <param name="timescale">The rule.</param>
    /// <param name="anchorDay">The day it was given on.</param>
    /// <param name="due">The day.</param>
    /// <param name="startedAt">When the clock began to run: nobody is reminded of what was past by then.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="office">The partnership's office hours.</param>
    /// <param name="ahead">How many days ahead reminders go, the earliest first; none for one on the working day before.</param>
    /// <exception cref="OutsideCalendarException">It, or a reminder, would lie outside the calendar.</exception>
    public static Deadline On(
        Timescale timescale,
        DateOnly anchorDay,
        DateOnly due,
        DateTimeOffset startedAt,
        WorkingDayCalendar calendar,
        OfficeHours office,
        params ImmutableList<int> ahead
    )
    {
        DateOnly Worked(DateOnly day) => calendar.IsWorkingDay(day) ? day : calendar.PreviousWorkingDay(day);
        var last = London.DateOf(startedAt) > due ? London.DateOf(startedAt) : due;
        var first = timescale.LateGoesTo[0];
        var days = ahead.IsEmpty
            ? [calendar.PreviousWorkingDay(due)]
            : ahead.ConvertAll(days => due.AddDays(-days)).FindAll(day => day > anchorDay).ConvertAll(Worked);
        return new(
            timescale.Id,
            timescale.Anchor,
            anchorDay,
            due,
            London.EndOf(due),
            calendar.Version,
            [
                .. days.Select(
                        (day, i) => new Chase(office.ReminderOn(day), i + 1 == days.Count ? ChaseKind.DayBefore : ChaseKind.Ahead, first)
                    )
                    .Append(new Chase(office.ReminderOn(Worked(due)), ChaseKind.OnTheDay, first))
                    .Concat(
                        timescale.LateGoesTo.Select(
                            (to, i) => new Chase(office.ReminderOn(calendar.AddWorkingDays(last, i + 1)), ChaseKind.Late, to)
                        )
                    )
                    .Where(chase => chase.At > startedAt)
                    .GroupBy(chase => chase.At)
                    .Select(same => same.Last()),
            ]
        );
    }

    /// <summary>The deadline of a timescale whose anchor happened on a day (day 0).</summary>
    /// <param name="timescale">The rule.</param>
    /// <param name="startedAt">When the clock began to run: nobody is reminded of what was past by then.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="office">The partnership's office hours.</param>
    /// <param name="latest">A day it is never later than; null where there is none.</param>
    /// <exception cref="OutsideCalendarException">It would lie outside the calendar.</exception>
    public static Deadline Pin(
        Timescale timescale,
        DateOnly anchorDay,
        DateTimeOffset startedAt,
        WorkingDayCalendar calendar,
        OfficeHours office,
        DateOnly? latest = null
    )
    {
        if (timescale.Unit == TimescaleUnit.OfficeHours)
        {
            var end = office.After(startedAt, TimeSpan.FromHours(timescale.Number), calendar);
            return new(
                timescale.Id,
                timescale.Anchor,
                anchorDay,
                London.DateOf(end),
                end,
                calendar.Version,
                [.. timescale.LateGoesTo.Select((to, i) => new Chase(i == 0 ? end : LateOn(London.DateOf(end), i), ChaseKind.Late, to))]
            );
        }

        var due =
            timescale.Unit != TimescaleUnit.WorkingDays ? anchorDay.AddMonths(timescale.Number)
            : timescale.CountsBack ? calendar.WorkingDaysBefore(anchorDay, timescale.Number)
            : calendar.AddWorkingDays(anchorDay, timescale.Number);
        due = latest is { } last && last < due ? last : due;
        var ends = timescale.EndsAt is { } time ? London.Instant(due, time) : London.EndOf(due);
        return new(
            timescale.Id,
            timescale.Anchor,
            anchorDay,
            due,
            ends,
            calendar.Version,
            // Where the working day before is also the day on which it is said that it ends today, it is said once.
            [.. Reminders().Concat(Lateness()).Where(chase => chase.At > startedAt).GroupBy(chase => chase.At).Select(same => same.Last())]
        );

        DateTimeOffset LateOn(DateOnly day, int nth) => office.ReminderOn(calendar.AddWorkingDays(day, nth));

        IEnumerable<Chase> Reminders()
        {
            var first = timescale.LateGoesTo[0];
            if (timescale is not { Unit: TimescaleUnit.WorkingDays, Number: 1 })
            {
                yield return new(office.ReminderOn(calendar.PreviousWorkingDay(due)), ChaseKind.DayBefore, first);
            }

            // A due date counted in months may fall on a day nobody works: its reminder goes on the working day before.
            yield return new(
                office.ReminderOn(calendar.IsWorkingDay(due) ? due : calendar.PreviousWorkingDay(due)),
                ChaseKind.OnTheDay,
                first
            );
        }

        // The reminders of lateness are counted from the start where the clock was late from the start.
        IEnumerable<Chase> Lateness() =>
            timescale.LateGoesTo.Select(
                (to, i) => new Chase(LateOn(London.DateOf(startedAt) > due ? London.DateOf(startedAt) : due, i + 1), ChaseKind.Late, to)
            );
    }
}
