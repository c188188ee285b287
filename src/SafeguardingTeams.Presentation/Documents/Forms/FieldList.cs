using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>A form's controls in the order they stand in the document, so that one that lost its tag is known by its number.</summary>
internal static class FieldList
{
    internal static ImmutableArray<Control> Of(Form form, Answers sent, int sectionOne = 0)
    {
        var fields = new FormFields(sent, sectionOne);
        return [.. form.Pages.SelectMany(fields.Of).SelectMany(Inlines).OfType<Inline.Field>().Select(field => field.Control)];
    }

    /// <summary>A sum of the list: numbers count only while file and form agree on it.</summary>
    internal static string Sum(ImmutableArray<Control> fields) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields.Select(field => field.Tag)))).AsSpan(0, 16));

    private static IEnumerable<Inline> Inlines(Block block) =>
        block switch
        {
            Block.Paragraph paragraph => paragraph.Inlines,
            Block.Table table => table.Rows.SelectMany(row => row).SelectMany(cell => cell.Inlines),
            _ => [],
        };
}
