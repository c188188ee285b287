using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using SafeguardingTeams.Presentation.Documents.Intake;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>Files as they come from outside: damaged, huge, foreign, hostile. Whatever they hold, nothing is thrown.</summary>
public partial class HostileDocumentsTests
{
    private const string Main = "word/document.xml",
        Links = "word/_rels/document.xml.rels",
        Types = "[Content_Types].xml";

    private static readonly byte[] Good = DocumentsReadTests.Empty.ToArray();

    public static TheoryData<string, IntakeRefusal> Files =>
        new()
        {
            { "nothing", IntakeRefusal.NotWord },
            { "text", IntakeRefusal.NotWord },
            { "pdf", IntakeRefusal.NotWord },
            { "no types", IntakeRefusal.NotWord },
            { "spreadsheet", IntakeRefusal.NotWord },
            { "no links", IntakeRefusal.NotWord },
            { "password", IntakeRefusal.Protected },
            { "old format", IntakeRefusal.Protected },
            { "21 MB", IntakeRefusal.TooLarge },
            { "bomb", IntakeRefusal.TooLarge },
            { "many parts", IntakeRefusal.TooLarge },
            { "deep", IntakeRefusal.TooLarge },
            { "many controls", IntakeRefusal.TooLarge },
            { "macro type", IntakeRefusal.Macros },
            { "macro part", IntakeRefusal.Macros },
            { "another document inside", IntakeRefusal.Embedded },
            { "an object inside", IntakeRefusal.Embedded },
            { "a control of another program", IntakeRefusal.Embedded },
            { "document type", IntakeRefusal.Damaged },
            { "entities", IntakeRefusal.Damaged },
            { "twice", IntakeRefusal.Damaged },
            { "cut off", IntakeRefusal.Damaged },
            { "no text", IntakeRefusal.Damaged },
            { "not XML", IntakeRefusal.Damaged },
            { "no marks", IntakeRefusal.NoForm },
            { "no controls", IntakeRefusal.NoForm },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_we_do_not_take_is_refused_in_plain_words(string kind, IntakeRefusal reason)
    {
        var refused = DocumentsReadTests.Refused(Make(kind), DocumentsReadTests.Expected);
        Assert.Equal(reason, refused.Reason);
        Assert.True(refused.Message.Length > 30 && refused.Message.EndsWith('.'), refused.Message);
    }

    /// <summary>A part that says it is small and is not: counted while it is unpacked.</summary>
    [Fact]
    public void A_file_that_lies_about_its_size_is_refused()
    {
        var bomb = Packed(parts => parts[Main] = [.. "<a>"u8, .. new byte[60_000_000].Select(_ => (byte)' '), .. "</a>"u8]);
        for (var i = 0; i < bomb.Length - 4; i++)
        {
            if (BitConverter.ToUInt32(bomb, i) == 60_000_007)
            {
                BitConverter.TryWriteBytes(bomb.AsSpan(i), 1000u);
            }
        }

        Assert.Contains(
            DocumentsReadTests.Refused(bomb, DocumentsReadTests.Expected).Reason,
            new[] { IntakeRefusal.TooLarge, IntakeRefusal.Damaged }
        );
    }

    [Theory]
    [InlineData("attachedTemplate", "template")]
    [InlineData("image", "picture")]
    [InlineData("hyperlink", null)]
    public void What_lies_outside_the_file_is_left_alone_and_said(string kind, string? word)
    {
        var taken = DocumentsReadTests.Read(Packed(parts => Link(parts, kind, "https://elsewhere.example/x", "External")));
        Assert.Equal(word is null ? 0 : 1, taken.NotRead.Length);
        Assert.All(taken.NotRead, said => Assert.Contains(word!, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_with_names_that_lead_out_of_the_file_are_never_opened() =>
        Assert.Empty(DocumentsReadTests.Read(Packed(parts => parts["../../outside.xml"] = "<!DOCTYPE x>"u8.ToArray())).NotRead);

    [Fact]
    public void Damaged_bytes_never_throw() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, Good.Length - 1], Gen.Byte.Array[1, 40])
            .Array[1, 4]
            .Sample(
                damages =>
                {
                    var file = damages.Aggregate(Good, (bytes, damage) =>
                        Damage(bytes, damage.Item1, damage.Item2 % Math.Max(1, bytes.Length), damage.Item3)
                    );
                    Assert.NotNull(FormIntake.Read(file, DocumentsReadTests.Expected, DocumentExamples.Today));
                },
                iter: 600,
                threads: 1
            );

    [Fact]
    public void Damaged_parts_never_throw()
    {
        string[] pieces =
        [
            "<w:sdt>",
            "</w:sdtPr>",
            "<w:tag w:val=\"chronology/x/date\"/>",
            "&#0;",
            "&x;",
            "]]>",
            "<!DOCTYPE a>",
            "\0",
            "<w:tbl><w:tr>",
            "\"",
            "<",
            "<w:p/>",
            "w:val=\"family//\"",
            "<w:sdtPr/>",
            "2147483647. ",
            "/",
            "ÿ",
            "<w:body/>",
        ];
        string[] parts = [Main, Main, Main, Links, Types, "_rels/.rels", "docProps/custom.xml"];
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 60], Gen.Int[0, pieces.Length - 1])
            .Array[1, 5]
            .Sample(
                damages =>
                {
                    var file = Packed(all =>
                    {
                        foreach (var (part, at, length, piece) in damages)
                        {
                            var text = Encoding.UTF8.GetString(all[parts[part]]);
                            var start = at % text.Length;
                            all[parts[part]] = Encoding.UTF8.GetBytes(
                                text[..start] + pieces[piece] + text[Math.Min(text.Length, start + length)..]
                            );
                        }
                    });
                    Assert.NotNull(FormIntake.Read(file, DocumentsReadTests.Expected, DocumentExamples.Today));
                },
                iter: 200,
                threads: 1
            );
    }

    /// <summary>
    /// XML that is still well-formed, with its pieces removed, doubled, moved, nested and renamed: it gets past the reader of XML.
    /// </summary>
    [Fact]
    public void Parts_put_together_differently_never_throw()
    {
        string[] parts = [Main, Main, Main, Main, Links, Types, "_rels/.rels", "docProps/custom.xml"];
        string[] values =
        [
            "",
            "/",
            "chronology/_1/date",
            "chronology//date",
            "family//",
            "completed//name/x",
            "99999. x",
            "2147483647. x",
            "\u202e",
            new('9', 400),
        ];
        var taken = 0;
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[0, 6], Gen.Int[0, values.Length - 1])
            .Array[1, 12]
            .Sample(
                changes =>
                {
                    var file = Packed(all =>
                    {
                        foreach (var group in changes.GroupBy(change => parts[change.Item1]))
                        {
                            var document = XDocument.Load(new MemoryStream(all[group.Key]));
                            foreach (var (_, one, other, how, value) in group)
                            {
                                var elements = document.Root!.Descendants().ToList();
                                if (elements.Count > 0)
                                {
                                    Rearrange(elements[one % elements.Count], elements[other % elements.Count], how, values[value]);
                                }
                            }

                            all[group.Key] = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
                        }
                    });
                    taken += FormIntake.Read(file, DocumentsReadTests.Expected, DocumentExamples.Today) is WordIntake.Taken ? 1 : 0;
                },
                iter: 600,
                threads: 1
            );
        Assert.InRange(taken, 100, 600);
    }

    private static void Rearrange(XElement one, XElement other, int how, string value)
    {
        switch (how)
        {
            case 0:
                one.Remove();
                break;
            case 1:
                one.AddAfterSelf(new XElement(one));
                break;
            case 2:
                other.Add(new XElement(one));
                break;
            case 3:
                one.ReplaceWith(new XElement(other));
                break;
            case 4:
                one.Name = other.Name;
                break;
            case 5 when one.FirstAttribute is { IsNamespaceDeclaration: false } attribute && attribute.Name.Namespace != XNamespace.Xml:
                attribute.Value = value;
                break;
            default:
                one.Value = value;
                break;
        }
    }
}
