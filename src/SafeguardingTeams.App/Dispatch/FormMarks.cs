using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// The row that says that a form is open in a message, or that the message is being edited: never both, because it is the same row.
/// </summary>
internal static class FormMarks
{
    private const string Prefix = "open-form|";
    private const string Editing = "editing";
    private const string Until = "until";
    private const string Waits = "waits";

    private const int MaxWaiting = 50;

    /// <summary>The row that marks a message.</summary>
    internal static string Key(string conversationId, string messageId) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversationId}\n{messageId}")))[..32];

    /// <summary>Until when a form is open by this mark; null where none is.</summary>
    internal static DateTimeOffset? OpenUntil(Row? mark, DateTimeOffset now) =>
        mark is not null && mark[Editing].Length == 0 && UntilOf(mark) is var until && until > now ? until : null;

    /// <summary>The write by which whoever edits the message takes it, in the transaction of their claim.</summary>
    internal static RowWrite Taken(string key, Row? mark, DateTimeOffset until)
    {
        Dictionary<string, string> fields = new() { [Editing] = "yes", [Until] = Text(until) };
        return mark is null ? new RowWrite.Insert(key, fields) : new RowWrite.Replace(key, fields, mark.ETag);
    }

    /// <summary>The write that notes on a mark which effect waits for the form; null where very many wait already.</summary>
    internal static RowWrite? Waiting(Row mark, string outboxKey)
    {
        var lines = Lines(mark);
        return lines.Contains(outboxKey, StringComparer.Ordinal) || lines.Length >= MaxWaiting
            ? null
            : new RowWrite.Replace(
                mark.Key,
                new Dictionary<string, string>(mark.Fields) { [Waits] = string.Join(' ', lines.Append(outboxKey)) },
                mark.ETag
            );
    }

    /// <summary>The write that marks a message with a form open in it; what waits for it goes on waiting.</summary>
    internal static RowWrite Opened(string key, Row? mark, DateTimeOffset until)
    {
        Dictionary<string, string> fields = new() { [Until] = Text(until), [Waits] = mark?[Waits] ?? "" };
        return mark is null ? new RowWrite.Insert(key, fields) : new RowWrite.Replace(key, fields, mark.ETag);
    }

    /// <summary>Whether somebody is editing the message now.</summary>
    internal static bool IsBeingEdited(Row? mark, DateTimeOffset now) => mark is not null && IsAnEdits(mark) && UntilOf(mark) > now;

    /// <summary>Whether the mark is that of an edit, ended or not, and not of a form.</summary>
    internal static bool IsAnEdits(Row mark) => mark[Editing].Length > 0;

    /// <summary>What waits for the form.</summary>
    internal static string[] Lines(Row mark) => mark[Waits].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DateTimeOffset UntilOf(Row mark) => DateTimeOffset.Parse(mark[Until], CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}
