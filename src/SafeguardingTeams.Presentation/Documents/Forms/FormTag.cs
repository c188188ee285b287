using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>Which answer a control holds: page, row (empty where the page has none), question and, for a tick, the choice.</summary>
internal sealed record FormTag(string Page, string Row, string Question, string Option = "")
{
    private const int LongestRow = 20,
        LongestDetail = 36;

    /// <summary>As it stands in the file, at most 64 characters.</summary>
    internal string Written => Option.Length == 0 ? $"{Page}/{Row}/{Question}" : $"{Page}/{Row}/{Question}/{Option}";

    /// <summary>Reads a tag; null where it is none of a form's.</summary>
    internal static FormTag? Read(string tag) =>
        tag.Length > Controls.LongestTag
            ? null
            : tag.Split('/') switch
            {
                [{ Length: > 0 } page, var row, { Length: > 0 } question] => new(page, row, question),
                [{ Length: > 0 } page, var row, { Length: > 0 } question, { Length: > 0 } option] => new(page, row, question, option),
                _ => null,
            };

    /// <summary>
    /// A row's id as tags have it: itself where it is short and plain, else a sum of it. A tag is only ever compared with the rows
    /// that were sent.
    /// </summary>
    internal static string RowKey(string rowId) => Key(rowId, LongestRow);

    /// <summary>
    /// The key of a detail to be compared: it stays with person and detail, and says in which section 1 it was asked about. A field
    /// copied into another form so still says what it is about.
    /// </summary>
    internal static string DetailKey(string rowId, int sectionOne) =>
        $"{Key(rowId, LongestDetail)}{(sectionOne > 0 ? $"{Asked}{sectionOne.ToString(CultureInfo.InvariantCulture)}" : "")}";

    /// <summary>The two parts of such a key: the number is 0 where it says none, as in forms of before it was written.</summary>
    internal static (string Row, int SectionOne) ReadDetailKey(string key) =>
        key.LastIndexOf(Asked) is > 0 and var at
        && int.TryParse(key.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key[..at], number)
            : (key, 0);

    /// <summary>A text as a part of a tag: itself where it is short and plain, else a sum of it.</summary>
    internal static string Key(string rowId, int longest) =>
        rowId.Length > 0
        && rowId.Length <= longest
        && rowId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && !rowId.StartsWith(New)
            ? rowId
            : $"{Sum}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rowId)).AsSpan(0, 8))}";

    /// <summary>The key of an empty row that was put into the form to be filled in.</summary>
    internal static string NewRow(int number) => $"{New}{number}";

    private const char New = '_',
        Sum = '~',
        Asked = '@';
}

/// <summary>How a list of rows is laid out: rows of few questions as one table, longer ones as a table each.</summary>
internal static class RowLayout
{
    private const int Columns = 5;

    internal static bool IsOneTable(Page.Repeating page) => page.Questions.Count() <= Columns;
}
