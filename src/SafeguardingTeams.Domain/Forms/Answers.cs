using System.Collections.Immutable;
using System.Globalization;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>
/// What was answered: exactly the text as typed, so that nothing typed is ever lost; whether it is a good answer is
/// worked out from the form (<see cref="Checking"/>). Empty answers are not stored.
/// </summary>
/// <param name="Values">Page id, a full stop, question id → text, for single pages.</param>
/// <param name="Rows">Group id → its rows in order.</param>
public sealed record Answers(
    ImmutableSortedDictionary<string, string> Values,
    ImmutableSortedDictionary<string, ImmutableList<AnswerRow>> Rows
)
{
    /// <summary>Nothing answered.</summary>
    public static Answers None { get; } =
        new(
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, ImmutableList<AnswerRow>>(StringComparer.Ordinal)
        );

    /// <summary>The answer to a single page's question, or empty.</summary>
    public string this[string pageId, string questionId] => Values.GetValueOrDefault($"{pageId}.{questionId}", "");

    /// <summary>The rows of a group, possibly none.</summary>
    public ImmutableList<AnswerRow> RowsOf(string groupId) => Rows.GetValueOrDefault(groupId, []);

    /// <summary>The row, or null.</summary>
    public AnswerRow? Row(string groupId, string rowId) => RowsOf(groupId).Find(row => row.Id == rowId);

    /// <summary>With one answer set; empty text takes it away.</summary>
    public Answers With(string pageId, string questionId, string text) => this with { Values = Values.Set($"{pageId}.{questionId}", text) };

    /// <summary>With a row put in place of the one with its id, or added at the end.</summary>
    public Answers With(string groupId, AnswerRow row)
    {
        var rows = RowsOf(groupId);
        var at = rows.FindIndex(other => other.Id == row.Id);
        return this with { Rows = Rows.SetItem(groupId, at < 0 ? rows.Add(row) : rows.SetItem(at, row)) };
    }

    /// <summary>With a row put at a place, for undoing its removal.</summary>
    public Answers Insert(string groupId, int at, AnswerRow row) =>
        this with
        {
            Rows = Rows.SetItem(groupId, RowsOf(groupId).Insert(Math.Min(at, RowsOf(groupId).Count), row)),
        };

    /// <summary>Without a row.</summary>
    public Answers Without(string groupId, string rowId) =>
        this with
        {
            Rows = Rows.SetItem(groupId, RowsOf(groupId).RemoveAll(row => row.Id == rowId)),
        };
}

/// <summary>One row of a repeating page.</summary>
/// <param name="Id">Unique in its group and never used again.</param>
/// <param name="Values">Question id → text as typed.</param>
public sealed record AnswerRow(string Id, ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>A row with nothing in it.</summary>
    public static AnswerRow Empty(string id) => new(id, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The answer, or empty.</summary>
    public string this[string questionId] => Values.GetValueOrDefault(questionId, "");

    /// <summary>With one answer set; empty text takes it away.</summary>
    public AnswerRow With(string questionId, string text) => this with { Values = Values.Set(questionId, text) };
}

internal static class AnswerText
{
    /// <summary>The day of an answer; null where it is none.</summary>
    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The time of an answer; null where it is none.</summary>
    internal static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A day as it is stored.</summary>
    internal static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private const string DayFormat = "yyyy-MM-dd";

    internal static ImmutableSortedDictionary<string, string> Set(
        this ImmutableSortedDictionary<string, string> values,
        string key,
        string text
    ) => string.IsNullOrWhiteSpace(text) ? values.Remove(key) : values.SetItem(key, text.Trim());
}
