using System.IO.Compression;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>What Word shows as text is read or said, whatever it stands in; and the form is known however Word saved it.</summary>
public class ShownTextTests
{
    private static readonly string Tag = Filling.TagOf("completed", "", "name");

    private static readonly string[] Spaces =
    [
        "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"",
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"",
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        "xmlns:v=\"urn:schemas-microsoft-com:vml\"",
        "xmlns:x=\"urn:unknown\"",
    ];

    [Theory]
    [InlineData("<m:oMath {0}><m:r><m:t>seven</m:t></m:r></m:oMath>")]
    [InlineData("<w:r {0}><w:drawing><a:p><a:r><a:t>seven</a:t></a:r></a:p></w:drawing></w:r>")]
    [InlineData(
        "<w:r {0}><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>seven</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )]
    [InlineData("<w:r {0}><w:ruby><w:rubyBase><w:r><w:t>seven</w:t></w:r></w:rubyBase></w:ruby></w:r>")]
    [InlineData("<w:fldSimple {0} w:instr=\"DOCPROPERTY x\"><w:r><w:t>seven</w:t></w:r></w:fldSimple>")]
    [InlineData("<w:r {0}><w:sym w:font=\"Times\" w:char=\"0073\"/><w:t>even</w:t></w:r>")]
    public void Text_is_read_whatever_it_stands_in(string xml)
    {
        Assert.Contains("seven", Answered(Inside(xml)), StringComparison.Ordinal);
        Assert.Contains(Beside(xml).NotRead, line => line.Contains("seven", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<x:thing {0}>seven</x:thing>", "thing")]
    [InlineData("<w:r {0}><w:sym w:font=\"Webdings\" w:char=\"F061\"/></w:r>", "sym")]
    [InlineData("<w:r {0}><v:textpath string=\"seven\"/></w:r>", "textpath")]
    [InlineData("<w:r {0}><w:footnoteReference w:id=\"77\"/></w:r>", "footnoteReference")]
    public void What_cannot_be_read_is_said(string xml, string name)
    {
        var says = $"The file shows something in a way we cannot read (\u201c{name}\u201d)";
        Assert.Contains(Inside(xml).NotRead, line => line.StartsWith(says, StringComparison.Ordinal));
        Assert.Contains(Beside(xml).NotRead, line => line.StartsWith(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_tick_typed_as_a_symbol_is_a_tick() =>
        Assert.Equal(
            "\u2713\u2717",
            Answered(Inside("<w:r {0}><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FB\"/></w:r>"))
        );

    /// <summary>Any element there may ever be, with text in it: read or said.</summary>
    [Fact]
    public void Text_in_an_element_nobody_knows_is_never_passed_over_in_silence() =>
        Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 12], Gen.Int[0, 3].Select(i => "wmax"[i].ToString()), Gen.Int[0, 4])
            .Sample(
                (name, space, depth) =>
                {
                    var inner = $"<{space}:{name}9>seven</{space}:{name}9>";
                    var xml = Enumerable.Range(0, depth).Aggregate(inner, (made, i) => $"<{space}:in{i}>{made}</{space}:in{i}>");
                    var taken = Inside($"<w:r {{0}}>{xml}</w:r>");
                    Assert.Contains(taken.NotRead, line => line.Contains($"\u201c{name}9\u201d", StringComparison.Ordinal));
                },
                iter: 20,
                threads: 1
            );

    [Fact]
    public void Footnotes_and_endnotes_are_read_where_they_are_referred_to()
    {
        var file = Filling.Change(DocumentsReadTests.Empty, part =>
        {
            part.Control(Tag).Type("Head of unit");
            part.AddNewPart<FootnotesPart>().Footnotes = new(new Footnote(new Paragraph(new Run(new Text("acting until May")))) { Id = 5 });
            part.AddNewPart<EndnotesPart>().Endnotes = new(new Endnote(new Paragraph(new Run(new Text("see page 9")))) { Id = 6 });
            part.Control(Tag)
                .SdtContentRun!.Append(
                    new Run(new FootnoteReference { Id = 5 }),
                    new Run(new Text(".")),
                    new Run(new EndnoteReference { Id = 6 })
                );
        });
        Assert.Equal("Head of unit [note: acting until May]. [note: see page 9]", Answered(DocumentsReadTests.Read(file)));
    }

    [Fact]
    public void What_stands_in_a_header_or_a_footer_is_said_and_our_own_footer_is_not()
    {
        Assert.Empty(DocumentsReadTests.Read(DocumentsReadTests.Empty).NotRead);
        var file = Filling.Change(DocumentsReadTests.Empty, part =>
            part.AddNewPart<HeaderPart>().Header = new(new Paragraph(new Run(new Text("Answer 7 continues here"))))
        );
        Assert.Contains(
            "In the header or footer it says: \u201cAnswer 7 continues here\u201d. It is not part of any answer.",
            DocumentsReadTests.Read(file).NotRead
        );
    }

    /// <summary>A shipped form with the names of Strict Open XML, as Word writes them.</summary>
    [Fact]
    public void A_form_saved_as_Strict_Open_XML_is_read_like_the_usual_one()
    {
        var usual = ScopingForm.Write(DocumentExamples.ScopingFormFacts, DocumentExamples.Returned);
        var expected = DocumentsReadTests.Expected with { Sent = DocumentExamples.Returned };
        var (read, strict) = (Take(usual, expected), Take(Strict(usual), expected));
        Assert.Equal(read.Answers.Values, strict.Answers.Values);
        Assert.Equal(read.NotRead, strict.NotRead);
        Assert.Equal(DocumentExamples.Returned.Values, strict.Answers.Values);
    }

    private static WordIntake.Taken Take(ReadOnlyMemory<byte> file, ExpectedForm expected) =>
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(file, expected, DocumentExamples.Today));

    private static string Answered(WordIntake.Taken taken) => taken.Answers["completed", "name"];

    private static WordIntake.Taken Inside(string xml) => DocumentsReadTests.Read(Filling.Change(DocumentsReadTests.Empty, part =>
            {
                part.Control(Tag).Type("");
                part.Control(Tag).SdtContentRun!.InnerXml = With(xml);
            }));

    private static WordIntake.Taken Beside(string xml) =>
        DocumentsReadTests.Read(
            Filling.Change(DocumentsReadTests.Empty, part => part.Document!.Body!.PrependChild(new Paragraph { InnerXml = With(xml) }))
        );

    private static string With(string xml) => xml.Replace("{0}", string.Join(' ', Spaces), StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Strict(ReadOnlyMemory<byte> file)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Span);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (
                var entry in zip
                    .Entries.Where(entry =>
                        entry.Name.EndsWith(".xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)
                    )
                    .ToList()
            )
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                text = text.Replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
                    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
                    StringComparison.Ordinal
                );
                foreach (var kind in new[] { "wordprocessingml", "officeDocument", "drawingml" })
                {
                    text = text.Replace(
                        $"http://schemas.openxmlformats.org/{kind}/2006/",
                        $"http://purl.oclc.org/ooxml/{kind}/",
                        StringComparison.Ordinal
                    );
                }

                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
                writer.BaseStream.SetLength(0);
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
