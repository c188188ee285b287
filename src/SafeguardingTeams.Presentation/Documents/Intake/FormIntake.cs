using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>
/// Reads a Word form that came back. The file comes from outside: whatever it holds, the answer is either what was read with what
/// was not, or a refusal; nothing is thrown, fetched or run.
/// </summary>
public static partial class FormIntake
{
    private static readonly XNamespace Custom = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    private const int LongestLine = 300;

    /// <inheritdoc cref="Read(Stream, ExpectedForm, DateOnly)"/>
    public static WordIntake Read(ReadOnlyMemory<byte> file, ExpectedForm expected, DateOnly today) =>
        Read(new MemoryStream(file.ToArray(), writable: false), expected, today);

    /// <param name="file">The file as it came, whatever it is; it can be sought in, and stays open.</param>
    /// <param name="expected">What was sent.</param>
    /// <param name="today">The London day, for years of two figures.</param>
    public static WordIntake Read(Stream file, ExpectedForm expected, DateOnly today)
    {
        try
        {
            using var package = Package.Open(file);
            return Read(package, expected, today);
        }
        catch (RefusedException refused)
        {
            return new WordIntake.Refused(refused.Reason, refused.Message);
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
                        or InvalidOperationException
            )
        {
            return new WordIntake.Refused(
                IntakeRefusal.Damaged,
                "The file is damaged and cannot be opened. Ask the agency to send it again."
            );
        }
    }

    private static WordIntake.Taken Read(Package package, ExpectedForm expected, DateOnly today)
    {
        var said = ImmutableArray.CreateBuilder<string>();
        var main = PackageRules.Check(package, said);
        var properties = Properties(package);
        var body = package.Xml(main)?.Root?.Element(Reading.W + "body")
            ?? throw new RefusedException(
                IntakeRefusal.Damaged,
                "The file has no text. Ask the agency to save it as a Word document (.docx) and to send it again."
            );
        var agency = Known(
            properties,
            FormMarks.Read(body.Descendants(Reading.W + "sdt").Select(control => Reading.Of(control, "tag"))),
            expected
        );
        var known = FieldNumbers.Tags(
            body,
            expected.Form,
            Written(expected, properties.GetValueOrDefault(FormDocument.FieldsProperty, ""))
        );
        var reading = new Reading(known.GetValueOrDefault, Notes(package)).Read(body);
        if (reading.Found.Count == 0)
        {
            throw new RefusedException(
                IntakeRefusal.NoForm,
                "The form's fields are gone, as happens when it is copied into another document. Ask the agency to use the "
                    + "file that was sent, or enter the answers by hand."
            );
        }

        if (known.Keys.Any(control => Reading.Of(control, "tag").Length == 0))
        {
            said.Add(
                "The form was saved by another program than Word. Such programs may run the lines of an answer together: "
                    + "compare long answers with the agency."
            );
        }

        var answers = new IntakeAnswers(expected, reading, today, said).Read();
        Beside(properties, reading, said);
        said.AddRange(Margins(package, expected.Reference));
        said.AddRange(
            reading.Unread.Select(name =>
                $"The file shows something in a way we cannot read (“{name}”), so it may be missing: look at the file."
            )
        );
        return new(expected.Form.Id, expected.Form.Version, expected.Reference, agency, answers, said.ToImmutable());
    }

    /// <summary>Footnotes and endnotes by what refers to them; a note that refers to a note is not followed.</summary>
    private static Func<XElement, XElement?> Notes(Package package)
    {
        var notes = new[] { "footnote", "endnote" }
            .SelectMany(kind => package.Xml($"word/{kind}s.xml")?.Root?.Elements(Reading.W + kind) ?? [])
            .GroupBy(note => (note.Name.LocalName, Id: note.Attribute(Reading.W + "id")?.Value ?? ""))
            .ToDictionary(same => same.Key, same => same.First());
        foreach (var reference in notes.Values.SelectMany(note => note.Descendants()).Where(IsReference).ToList())
        {
            reference.Remove();
        }

        return reference =>
            notes.GetValueOrDefault((reference.Name.LocalName[..^"Reference".Length], reference.Attribute(Reading.W + "id")?.Value ?? ""));
    }

    /// <summary>What stands in headers and footers, but for our own line, which has the reference.</summary>
    private static IEnumerable<string> Margins(Package package, string reference) =>
        from name in package.Names.Order(StringComparer.Ordinal).ToList()
        where Margin().IsMatch(name)
        from line in package.Xml(name)?.Root is { } part ? new Reading(_ => null).Read(part).Lines : []
        where !line.Contains(reference, StringComparison.Ordinal)
        let shown = line.Length > LongestLine ? $"{Cutting.To(line, LongestLine)}…" : line
        select $"In the header or footer it says: “{shown}”. It is not part of any answer.";

    [GeneratedRegex(@"^word/(header|footer)\d*\.xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Margin();

    private static bool IsReference(XElement element) =>
        element.Name == Reading.W + "footnoteReference" || element.Name == Reading.W + "endnoteReference";

    private static Dictionary<string, string> Properties(Package package) =>
        package
            .Xml("docProps/custom.xml")
            ?.Root?.Elements(Custom + "property")
            .GroupBy(property => (string?)property.Attribute("name") ?? "")
            .ToDictionary(group => group.Key, group => group.First().Value.Trim(), StringComparer.Ordinal)
        ?? [];

    /// <summary>The controls as they were written, by their sum; none where nothing we may have written has that sum.</summary>
    private static ImmutableArray<Control> Written(ExpectedForm expected, string sum)
    {
        var places = expected.SectionOnes.Select(one =>
            (
                Rows: one.Details.Select((detail, i) => detail.Row with { Id = $"d{(i + 1).ToString(CultureInfo.InvariantCulture)}" }),
                Number: 0
            )
        );
        return expected
            .SectionOnes.Select(one => (Rows: one.Details.Select(detail => detail.Row), one.Number))
            .Concat(places)
            .Select(each => FieldList.Of(expected.Form, PrefilledReturn.With(expected.Sent, each.Rows), each.Number))
            .Prepend(FieldList.Of(expected.Form, expected.Sent))
            .FirstOrDefault(fields => FieldList.Sum(fields) == sum, []);
    }

    /// <summary>
    /// The agency, once the file is known to be the form and the case expected: by its properties, and by its marks. What one of
    /// them lacks the other says; neither may say something else.
    /// </summary>
    private static string Known(Dictionary<string, string> properties, FormMarks marks, ExpectedForm expected)
    {
        var marked = new Dictionary<string, string>
        {
            [FormDocument.FormIdProperty] = marks.Form,
            [FormDocument.VersionProperty] = marks.Version,
            [FormDocument.ReferenceProperty] = marks.Reference,
        };
        string Of(string name) => properties.GetValueOrDefault(name, "") is { Length: > 0 } own ? own : marked.GetValueOrDefault(name, "");
        bool Is(string name, string wanted) => Of(name) == wanted && marked[name] is var mark && (mark.Length == 0 || mark == wanted);
        if (Of(FormDocument.FormIdProperty).Length == 0 || Of(FormDocument.ReferenceProperty).Length == 0)
        {
            throw new RefusedException(
                IntakeRefusal.NoForm,
                "This is not the form that was sent: it lacks the marks by which we know our forms. Ask the agency to use the "
                    + "file that was sent, or enter the answers by hand."
            );
        }

        if (
            !Is(FormDocument.FormIdProperty, expected.Form.Id)
            || !Is(FormDocument.VersionProperty, expected.Form.Version.ToString(CultureInfo.InvariantCulture))
        )
        {
            throw new RefusedException(
                IntakeRefusal.OtherForm,
                $"This is another form, or another version of it. Expected is: {expected.Form.Title}."
            );
        }

        if (!Is(FormDocument.ReferenceProperty, expected.Reference))
        {
            throw new RefusedException(
                IntakeRefusal.OtherCase,
                $"This form belongs to another case, not to {expected.Reference}. Do not pass it on; tell the agency."
            );
        }

        var agency =
            Of(FormDocument.AgencyProperty) is { Length: > 0 } own ? own
            : FormMarks.IsOf(marks.AgencyKey, expected.AgencyKey ?? "") ? expected.AgencyKey!
            : marks.AgencyKey;
        return
            expected.AgencyKey is not { } wanted
            || (agency == wanted && (marks.AgencyKey.Length == 0 || FormMarks.IsOf(marks.AgencyKey, wanted)))
            ? agency
            : throw new RefusedException(
                IntakeRefusal.OtherAgency,
                "This form was sent to another agency. Read it in there, or ask which agency filled it in."
            );
    }

    private static void Beside(Dictionary<string, string> properties, Reading reading, ImmutableArray<string>.Builder said)
    {
        const int Most = 40;
        if (LineSums.Read(properties) is not { } known)
        {
            said.Add(
                "We cannot tell whether something was written beside the fields: the file was saved by a program that takes "
                    + "our marks out. Look at the file."
            );
            return;
        }

        var beside = reading.Lines.Where(line => !known.Contains(LineSums.Sum(line))).ToList();
        said.AddRange(
            from line in beside.Take(Most)
            let shown = line.Length > LongestLine ? $"{Cutting.To(line, LongestLine)}…" : line
            select $"Beside the fields it says: “{shown}”. It is not part of any answer."
        );
        if (beside.Count > Most)
        {
            said.Add($"Beside the fields there are {beside.Count - Most} more lines. Look at the file.");
        }
    }
}
