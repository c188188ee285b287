using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>When and where the group meets.</summary>
/// <param name="Day">The day.</param>
/// <param name="Start">The time it begins, as typed, such as 10:00.</param>
/// <param name="Place">The room, or the link of an online meeting.</param>
/// <param name="Special">Whether it is a special meeting (E2), outside the group's year.</param>
/// <param name="ClosesOn">The day its agenda closes: what comes later is marked as late (E13).</param>
public sealed record MeetingPlan(DateOnly Day, string Start, string Place, bool Special, DateOnly ClosesOn)
{
    /// <summary>So long it is in calendars where nobody has said when it ends.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    /// <summary>The time it is to end, as typed; empty where nobody has said.</summary>
    public string Until { get; init; } = "";

    /// <summary>Whether it is held online: Outlook makes the way to join it.</summary>
    public bool IsOnline { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset BeginsAt => London.Instant(Day, MeetingWords.TimeOf(Start) ?? TimeOnly.MinValue);

    /// <summary>When it is to end.</summary>
    public DateTimeOffset EndsAt => MeetingWords.TimeOf(Until) is { } until ? London.Instant(Day, until) : BeginsAt + Usual;
}
