using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>
/// Which form, case, section 1 and agency a file is of, as tags of the words "Reference" and "Agency" on its first page: mail gateways
/// and Word's own Document Inspector take a file's properties out and leave these.
/// </summary>
internal sealed record FormMarks(string Form, string Version, string Reference, string AgencyKey)
{
    private const string Agency = "agency";
    private const int LongestAgency = 50;

    internal static string CaseTag(Form form, string reference, int sectionOne) =>
        string.Create(CultureInfo.InvariantCulture, $"{Marks.First}{form.Id}.{form.Version}/{reference}/{sectionOne}");

    internal static string AgencyTag(string agencyKey) => $"{Marks.First}{Agency}/{FormTag.Key(agencyKey, LongestAgency)}";

    /// <summary>Whether an agency is the one a mark is of.</summary>
    internal static bool IsOf(string mark, string agencyKey) => mark == FormTag.Key(agencyKey, LongestAgency);

    internal static Block Fact(string label, string tag, string text) =>
        new Block.Paragraph([new Inline.Words($"{label}: ", Bold: true), new Inline.Field(new(tag, label, new ControlKind.Mark(), text))]);

    /// <summary>What the marks among a file's tags say; empty where there are none.</summary>
    internal static FormMarks Read(IEnumerable<string> tags)
    {
        var marks = new FormMarks("", "", "", "");
        foreach (var parts in tags.Where(Marks.Is).Select(tag => tag.Split('/')))
        {
            marks = parts switch
            {
                [_, Agency, var key] => marks with { AgencyKey = key },
                [_, var form, var reference, _] when form.LastIndexOf('.') is > 0 and var dot => marks with
                {
                    Form = form[..dot],
                    Version = form[(dot + 1)..],
                    Reference = reference,
                },
                _ => marks,
            };
        }

        return marks;
    }
}
