using System.Collections.Immutable;
using System.Xml.Linq;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>
/// Which answer each control of a file holds: by its tag; where a program took the tags out, by the number its title begins with;
/// where the title is gone too (LibreOffice 7 drops both of dates and lists), by the controls beside it.
/// </summary>
internal static class FieldNumbers
{
    /// <summary>The tag of every control that is one of the form's.</summary>
    /// <param name="body">The text.</param>
    /// <param name="fields">The controls as they were written; empty where numbers must not be trusted.</param>
    internal static Dictionary<XElement, string> Tags(XElement body, Form form, ImmutableArray<Control> fields)
    {
        var controls = body.Descendants(Reading.W + "sdt").ToList();
        var rows = controls.ConvertAll(control => control.Ancestors(Reading.W + "tr").FirstOrDefault());
        var byTag = fields
            .Select((field, i) => (field.Tag, Number: i + 1))
            .ToDictionary(each => each.Tag, each => each.Number, StringComparer.Ordinal);
        var numbers = controls.ConvertAll(control =>
            Reading.Of(control, "tag") is { Length: > 0 } tag ? byTag.GetValueOrDefault(tag) : Controls.Number(Reading.Of(control, "alias"))
        );
        for (var i = 0; i < controls.Count; i++)
        {
            if (numbers[i] == 0 && Reading.Of(controls[i], "tag").Length == 0)
            {
                numbers[i] = Beside(i);
            }
        }

        return Enumerable
            .Range(0, controls.Count)
            .Select(i => (Control: controls[i], Tag: Tag(i)))
            .Where(each => each.Tag is not null)
            .ToDictionary(each => each.Control, each => each.Tag!);

        int Beside(int i)
        {
            var next = i + 1 < controls.Count ? numbers.FindIndex(i + 1, number => number > 0) : -1;
            return next > 0 && rows[next] is not null && rows[next] == rows[i] ? numbers[next] - (next - i)
                : i > 0 && numbers[i - 1] > 0 ? numbers[i - 1] + 1
                : 0;
        }

        string? Tag(int i)
        {
            var tag = Reading.Of(controls[i], "tag");
            if (tag.Length > 0)
            {
                return FormTag.Read(tag) is { } read && form.Page(read.Page) is not null ? tag : null;
            }

            return numbers[i] > 0 && numbers[i] <= fields.Length && Fits(fields[numbers[i] - 1].Kind, controls[i])
                ? fields[numbers[i] - 1].Tag
                : null;
        }
    }

    /// <summary>
    /// Whether a control is of the kind the field was written with: a number that does not fit is a control of somebody else's.
    /// </summary>
    private static bool Fits(ControlKind kind, XElement control)
    {
        var properties = control.Element(Reading.W + "sdtPr");
        bool Is(string name) => properties?.Element(Reading.W + name) is not null;
        return kind switch
        {
            ControlKind.Day => Is("date"),
            ControlKind.Choice => Is("dropDownList"),
            _ => !Is("date") && !Is("dropDownList"),
        };
    }
}
