using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>Which answer a control holds: page, row (empty where the page has none), question and, for a tick, the choice.</summary>
internal sealed record FormTag(string Page, string Row, string Question, string Option = "")
{
    private const int LongestRow = 20;

    /// <summary>As it stands in the file, at most 64 characters.</summary>
    internal string Written => Option.Length == 0 ? $"{Page}/{Row}/{Question}" : $"{Page}/{Row}/{Question}/{Option}";

    /// <summary>Reads a tag; null where it is none of a form's.</summary>
    internal static FormTag? Read(string tag) => tag.Length > Controls.LongestTag ? null : tag.Split('/') switch
    {
        [{ Length: > 0 } page, var row, { Length: > 0 } question] => new(page, row, question),
        [{ Length: > 0 } page, var row, { Length: > 0 } question, { Length: > 0 } option] => new(page, row, question, option),
        _ => null,
    };

    /// <summary>A row's id as tags have it: itself where it is short and plain, else a sum of it. A tag is only ever compared with the rows that were sent.</summary>
    internal static string RowKey(string rowId) => rowId.Length is > 0 and <= LongestRow && rowId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !rowId.StartsWith(New)
        ? rowId : $"{Sum}{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rowId)).AsSpan(0, 8))}";

    /// <summary>The key of an empty row that was put into the form to be filled in.</summary>
    internal static string NewRow(int number) => $"{New}{number}";

    private const char New = '_', Sum = '~';
}

/// <summary>How a list of rows is laid out: rows of few questions as one table, longer ones as a table each.</summary>
internal static class RowLayout
{
    private const int Columns = 5;

    internal static bool IsOneTable(Page.Repeating page) => page.Questions.Count() <= Columns;
}
