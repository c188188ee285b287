namespace SafeguardingTeams.Domain.Calendar;

/// <summary>Dates and times as Europe/London has them; days are counted there (PD1).</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant as London's clocks show it.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The date in London at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>
    /// The instant of a London date and time. In the hour that comes twice it is the first; in the hour that is left out it
    /// is the same time an hour on.
    /// </summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offset =
            Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddHours(-1))
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The end of a London day: the first instant of the next.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => Instant(day.AddDays(1), TimeOnly.MinValue);
}
