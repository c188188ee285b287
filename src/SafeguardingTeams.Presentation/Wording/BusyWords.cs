using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>When somebody is busy, as a line on the card that plans the meeting.</summary>
public static class BusyWords
{
    private const int MaxTimes = 6;

    /// <summary>The line.</summary>
    /// <param name="display">Role and agency.</param>
    /// <param name="busy">From and to, in order; none where they are free.</param>
    public static string Of(string display, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> busy) =>
        busy.Count == 0
            ? $"{display}: free on all these days"
            : $"{display}: busy "
                + string.Join(
                    "; ",
                    busy.Take(MaxTimes).Select(time => $"{Written.Day(London.DateOf(time.From))}, {Clock(time.From)} to {Clock(time.To)}")
                )
                + (busy.Count > MaxTimes ? $"; and {busy.Count - MaxTimes} more times" : "");

    private static string Clock(DateTimeOffset instant) =>
        London.Local(instant).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
