using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>
/// Working days in England: not Saturday, Sunday or a bank holiday of England and Wales (PD1). Knows its own span and
/// refuses to answer outside it, so that no deadline is ever counted with holidays missing.
/// </summary>
/// <param name="holidays">The bank holidays, and closures where the partnership has configured any.</param>
/// <param name="firstDay">The first day known, inclusive.</param>
/// <param name="lastDay">The last day known, inclusive.</param>
/// <param name="version">Names this list, to be pinned with each deadline counted by it.</param>
public sealed class WorkingDayCalendar(ImmutableSortedSet<DateOnly> holidays, DateOnly firstDay, DateOnly lastDay, string version)
{
    /// <summary>The first day known, inclusive.</summary>
    public DateOnly FirstDay => firstDay;

    /// <summary>The last day known, inclusive.</summary>
    public DateOnly LastDay => lastDay;

    /// <summary>Names this list.</summary>
    public string Version => version;

    /// <summary>Whether the day counts.</summary>
    /// <exception cref="OutsideCalendarException">The day is outside the span.</exception>
    public bool IsWorkingDay(DateOnly day) =>
        day < firstDay || day > lastDay
            ? throw new OutsideCalendarException(day, firstDay, lastDay)
            : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>
    /// The n-th working day after day 0. Day 0 is the day of the starting event, working day or not; working day 1 is the
    /// next working day after it (PD1).
    /// </summary>
    /// <param name="dayZero">The day of the event.</param>
    /// <param name="count">How many working days, 0 or more; 0 gives day 0 itself.</param>
    /// <exception cref="OutsideCalendarException">The count runs past the span.</exception>
    public DateOnly AddWorkingDays(DateOnly dayZero, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var day = dayZero;
        for (var left = count; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return IsWorkingDay(day) || count == 0 ? day : throw new InvalidOperationException("A count ends on a working day.");
    }

    /// <summary>
    /// The n-th working day before a day. That day is day 0, working day or not; working day 1 is the last working day before it (E13).
    /// </summary>
    /// <param name="day">The day that is counted back from.</param>
    /// <param name="count">How many working days, 0 or more; 0 gives the day itself.</param>
    /// <exception cref="OutsideCalendarException">The count runs past the span.</exception>
    public DateOnly WorkingDaysBefore(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0; left--)
        {
            day = PreviousWorkingDay(day);
        }

        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="dayZero"/> up to and with <paramref name="day"/>; negative where it lies
    /// before.
    /// </summary>
    /// <exception cref="OutsideCalendarException">A day is outside the span.</exception>
    public int WorkingDaysBetween(DateOnly dayZero, DateOnly day)
    {
        if (day < dayZero)
        {
            return -WorkingDaysBetween(day, dayZero);
        }

        var count = 0;
        for (var next = dayZero.AddDays(1); next <= day; next = next.AddDays(1))
        {
            count += IsWorkingDay(next) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The first working day after the day.</summary>
    /// <exception cref="OutsideCalendarException">There is none within the span.</exception>
    public DateOnly NextWorkingDay(DateOnly day) => AddWorkingDays(day, 1);

    /// <summary>The last working day before the day.</summary>
    /// <exception cref="OutsideCalendarException">There is none within the span.</exception>
    public DateOnly PreviousWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        } while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>The calendar with one-off changes, which are announced late and kept in storage.</summary>
    /// <param name="added">New holidays.</param>
    /// <param name="removed">Days that are none after all.</param>
    /// <param name="amendedVersion">Names the amended list.</param>
    public WorkingDayCalendar WithAmendments(IEnumerable<DateOnly> added, IEnumerable<DateOnly> removed, string amendedVersion) =>
        new(holidays.Union(added).Except(removed), firstDay, lastDay, amendedVersion);
}

/// <summary>A day the calendar knows nothing of was asked for: the list of bank holidays must be extended first.</summary>
public sealed class OutsideCalendarException(DateOnly day, DateOnly first, DateOnly last)
    : Exception($"The bank holidays are known from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}; {day:yyyy-MM-dd} lies outside.")
{
    /// <summary>The last day the list covers.</summary>
    public DateOnly LastDay => last;
}
