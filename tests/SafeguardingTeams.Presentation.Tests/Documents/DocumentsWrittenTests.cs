using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Chronology;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Report;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class DocumentsWrittenTests
{
    /// <summary>
    /// What people and programs put into texts: XML's own characters, characters it cannot hold, other scripts, placeholders,
    /// Markdown.
    /// </summary>
    internal const string Hostile =
        "<w:p>&amp;]]> \"'\0\u0001\u000b\u001f\ud800 \udfff\uffff  {{date}} **bold** <script>\nשלום עולם\nمرحبا 👩‍👩‍👧‍👦 "
        + "🙂\t\u202eright\u2028end";

    private static readonly string Long = string.Join(
        '\n',
        Enumerable.Repeat(new string('x', 300) + " and more words, one after the other.", 60)
    );

    public static IEnumerable<(string Name, ReadOnlyMemory<byte> File)> Extreme() =>
        new[] { Hostile, Long }.SelectMany(
            (text, i) =>
                new (string, ReadOnlyMemory<byte>)[]
                {
                    (
                        $"extreme-letter-{i}",
                        DocumentExamples.File(
                            Letters.ScopingLetter(
                                LetterTemplate.Shipped(LetterKind.Scoping),
                                DocumentExamples.ScopingLetter with
                                {
                                    Outline = text,
                                    Agency = text,
                                    Representative = text,
                                    Reference = text,
                                }
                            )
                        )
                    ),
                    (
                        $"extreme-form-{i}",
                        ScopingForm.Write(DocumentExamples.ScopingFormFacts with { Summary = text, Agency = text }, Rows(text))
                    ),
                    (
                        $"extreme-report-{i}",
                        ReportDocument.Write(
                            DocumentExamples.Report("2025") with
                            {
                                CaseSummary = text,
                                Children = [text],
                                Answers = DocumentExamples
                                    .Answered.With("discussion", "record", text)
                                    .With("recommendation", "state", text),
                                Participants = [.. Enumerable.Repeat(new ReportParticipant(text, "role", "agency"), i == 0 ? 200 : 2)],
                            }
                        )
                    ),
                    (
                        $"extreme-chronology-{i}",
                        ChronologyDocument.Write(
                            CombinedChronology.Of(
                                [
                                    .. Enumerable
                                        .Range(0, 200)
                                        .Select(n => new ChronologyEntry(
                                            "A",
                                            new(2026, 1, 1),
                                            null,
                                            n % 50 == 0 ? text : "Short.",
                                            text[..20]
                                        )),
                                ],
                                new(2026, 1, 1),
                                new(2026, 2, 1)
                            ),
                            DocumentExamples.ChronologyFacts
                        )
                    ),
                }
        );

    /// <summary>Each is also left beside the pictures, to be opened and looked at.</summary>
    [Fact]
    public void Every_document_is_valid_whatever_people_wrote()
    {
        foreach (var (name, file) in DocumentExamples.All().Concat(Extreme()))
        {
            File.WriteAllBytes(Path.Combine(Browser.Pictures, $"document-{name}.docx"), file.ToArray());
            using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
            var faults = new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(fault => $"{name}: {fault.Path?.XPath}: {fault.Description}")
                .Take(5)
                .ToList();
            Assert.True(faults.Count == 0, string.Join("\n", faults));
        }
    }

    [Fact]
    public void Every_document_says_what_was_approved()
    {
        foreach (var (name, file) in DocumentExamples.All())
        {
            Approved.Same($"tests/SafeguardingTeams.Presentation.Tests/Documents/Approved/{name}.txt", DocumentText.Of(file));
        }
    }

    [Fact]
    public void A_reference_in_a_heading_is_never_broken_at_its_hyphens_and_is_read_as_it_is()
    {
        var headings = DocumentExamples.All().SelectMany(one => Headings(one.File)).ToList();
        Assert.DoesNotContain(headings, heading =>
            heading.Descendants<Text>().Any(text => text.Text.Contains("GSCP-", StringComparison.Ordinal))
        );
        var whole = headings.Where(heading => heading.Descendants<NoBreakHyphen>().Any()).ToList();
        Assert.NotEmpty(whole);
        Assert.All(whole, heading =>
            Assert.Contains(
                "GSCP-",
                Assert.Single(
                    new Presentation.Documents.Word.Reading(_ => null).Read(System.Xml.Linq.XElement.Parse(heading.OuterXml)).Lines
                ),
                StringComparison.Ordinal
            )
        );

        static IEnumerable<Paragraph> Headings(ReadOnlyMemory<byte> file)
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
            return
            [
                .. document
                    .MainDocumentPart!.Document!.Body!.Elements<Paragraph>()
                    .Where(one =>
                        one.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } style
                        && (style is "Title" or "Subtitle" || style.StartsWith("Heading", StringComparison.Ordinal))
                    ),
            ];
        }
    }

    [Fact]
    public void The_same_document_is_the_same_bytes() =>
        Assert.All(DocumentExamples.All().Zip(DocumentExamples.All()), pair =>
            Assert.True(pair.First.File.Span.SequenceEqual(pair.Second.File.Span), pair.First.Name)
        );

    /// <summary>
    /// Headings in order and never skipped, tables with caption, description and a header row that repeats, language, title,
    /// reference and page at the foot.
    /// </summary>
    [Fact]
    public void Every_document_can_be_read_with_a_screen_reader()
    {
        foreach (var (name, file) in DocumentExamples.All())
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
            var main = document.MainDocumentPart!;
            Assert.Equal("en-GB", document.PackageProperties.Language);
            var reference = DocumentExamples.ReferenceOf(name);
            Assert.Contains(reference, document.PackageProperties.Title, StringComparison.Ordinal);
            Assert.Equal("en-GB", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val);
            Assert.Contains(reference, main.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
            Assert.Equal(
                ["PAGE", "NUMPAGES"],
                main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(field => field.Instruction!.Value)
            );
            var levels = main.Document!.Descendants<ParagraphStyleId>()
                .Select(style => style.Val!.Value!)
                .Where(style => style.StartsWith("Heading", StringComparison.Ordinal))
                .Select(style => style[^1] - '0')
                .Prepend(0)
                .ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair =>
                Assert.True(pair.Second <= pair.First + 1, $"{name}: heading {pair.Second} after {pair.First}")
            );
            foreach (var table in main.Document.Descendants<Table>())
            {
                Assert.False(string.IsNullOrWhiteSpace(table.Descendants<TableCaption>().Single().Val), name);
                Assert.False(string.IsNullOrWhiteSpace(table.Descendants<TableDescription>().Single().Val), name);
                Assert.Single(table.Elements<TableRow>().First().Descendants<TableHeader>());
                Assert.Empty(table.Descendants<GridSpan>());
                Assert.All(table.Elements<TableRow>(), row =>
                    Assert.Equal(table.Descendants<GridColumn>().Count(), row.Elements<TableCell>().Count())
                );
            }
        }
    }

    /// <summary>F2: what stands in a file's properties is seen in lists and search results.</summary>
    [Fact]
    public void No_name_of_a_child_stands_in_a_title_or_at_the_foot() =>
        Assert.All(DocumentExamples.All(), each =>
            Assert.DoesNotContain("Child A", DocumentText.Of(each.File).Split("\n\n")[0], StringComparison.Ordinal)
        );

    [Fact]
    public void Text_from_people_stands_in_the_document_as_they_wrote_it()
    {
        var text = DocumentText.Plain(ReportDocument.Write(DocumentExamples.Report("2025") with { CaseSummary = Hostile }));
        Assert.Contains("<w:p>&amp;]]> \"'   {{date}} **bold** <script>", text, StringComparison.Ordinal);
        Assert.Contains("שלום עולם", text, StringComparison.Ordinal);
        Assert.Contains("👩‍👩‍👧‍👦", text, StringComparison.Ordinal);
    }

    private static Answers Rows(string text) =>
        Enumerable
            .Range(0, 200)
            .Aggregate(DocumentExamples.Sent.With("involvement", "summary", text), (answers, i) =>
                answers.With(
                    "chronology",
                    DocumentExamples.Row($"r{i}", ("date", "2026-01-01"), ("event", i == 0 ? text : "Short."), ("source", text[..20]))
                )
            );
}
