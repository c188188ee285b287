using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Checks of what is typed about a meeting of the group.</summary>
internal static class MeetingWords
{
    /// <summary>The longest line, in characters.</summary>
    internal const int LongestLine = 200;

    /// <summary>The longest of several texts on one card, in characters.</summary>
    internal const int LongestText = 2000;

    internal static Refusal? Line(string text, string field, string missing) =>
        string.IsNullOrWhiteSpace(text) ? new("answer-needed", missing, field) : TooLong(text, field, LongestLine);

    internal static Refusal? Text(string text, string field, string missing) =>
        string.IsNullOrWhiteSpace(text) ? new("answer-needed", missing, field) : TooLong(text, field, LongestText);

    internal static Refusal? TooLong(string text, string field, int longest) =>
        text.Trim().Length > longest ? new("too-long", $"Shorten it to {longest} characters or fewer.", field) : null;

    /// <summary>A time of day, such as 10:00.</summary>
    internal static Refusal? Time(string text, string field) =>
        TimeOf(text) is null ? new("time", "Enter a time of day, such as 10:00.", field) : null;

    /// <summary>A time of day as typed; null where it is none.</summary>
    internal static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(
            text.Trim().Replace('.', ':'),
            ["H:mm", "HH:mm"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var time
        )
            ? time
            : null;

    /// <summary>The time a meeting is to end: none, or one after it begins.</summary>
    internal static Refusal? Until(string text, string start) =>
        text.Trim().Length == 0 ? null
        : Time(text, "until") is { } refusal ? refusal
        : TimeOf(start) >= TimeOf(text) ? new("order", "It ends before it begins.", "until")
        : null;

    /// <summary>All that is wrong, or the decision.</summary>
    internal static Decision Unless(IEnumerable<Refusal?> wrong, Func<Decision> then) =>
        wrong.OfType<Refusal>().ToList() is { Count: > 0 } refusals ? new Decision.Refused([.. refusals]) : then();
}
