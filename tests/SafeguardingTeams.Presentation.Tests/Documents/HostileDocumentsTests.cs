using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using SafeguardingTeams.Presentation.Documents.Intake;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>Files as they come from outside: damaged, huge, foreign, hostile. Whatever they hold, nothing is thrown.</summary>
public class HostileDocumentsTests
{
    private const string Main = "word/document.xml", Links = "word/_rels/document.xml.rels", Types = "[Content_Types].xml";

    private static readonly byte[] Good = DocumentsReadTests.Empty.ToArray();

    public static TheoryData<string, IntakeRefusal> Files => new()
    {
        { "nothing", IntakeRefusal.NotWord }, { "text", IntakeRefusal.NotWord }, { "pdf", IntakeRefusal.NotWord }, { "no types", IntakeRefusal.NotWord }, { "spreadsheet", IntakeRefusal.NotWord }, { "no links", IntakeRefusal.NotWord },
        { "password", IntakeRefusal.Protected }, { "old format", IntakeRefusal.Protected },
        { "21 MB", IntakeRefusal.TooLarge }, { "bomb", IntakeRefusal.TooLarge }, { "many parts", IntakeRefusal.TooLarge }, { "deep", IntakeRefusal.TooLarge }, { "many controls", IntakeRefusal.TooLarge },
        { "macro type", IntakeRefusal.Macros }, { "macro part", IntakeRefusal.Macros },
        { "another document inside", IntakeRefusal.Embedded }, { "an object inside", IntakeRefusal.Embedded }, { "a control of another program", IntakeRefusal.Embedded },
        { "document type", IntakeRefusal.Damaged }, { "entities", IntakeRefusal.Damaged }, { "twice", IntakeRefusal.Damaged }, { "cut off", IntakeRefusal.Damaged }, { "no text", IntakeRefusal.Damaged }, { "not XML", IntakeRefusal.Damaged },
        { "no marks", IntakeRefusal.NoForm }, { "no controls", IntakeRefusal.NoForm },
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

        Assert.Contains(DocumentsReadTests.Refused(bomb, DocumentsReadTests.Expected).Reason, new[] { IntakeRefusal.TooLarge, IntakeRefusal.Damaged });
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
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, Good.Length - 1], Gen.Byte.Array[1, 40]).Array[1, 4].Sample(damages =>
        {
            var file = damages.Aggregate(Good, (bytes, damage) => Damage(bytes, damage.Item1, damage.Item2 % Math.Max(1, bytes.Length), damage.Item3));
            Assert.NotNull(FormIntake.Read(file, DocumentsReadTests.Expected));
        }, iter: 600, threads: 1);

    [Fact]
    public void Damaged_parts_never_throw()
    {
        string[] pieces = ["<w:sdt>", "</w:sdtPr>", "<w:tag w:val=\"chronology/x/date\"/>", "&#0;", "&x;", "]]>", "<!DOCTYPE a>", "\0", "<w:tbl><w:tr>", "\"", "<", "<w:p/>", "w:val=\"family//\"", "<w:sdtPr/>", "2147483647. ", "/", "ÿ", "<w:body/>"];
        string[] parts = [Main, Main, Main, Links, Types, "_rels/.rels", "docProps/custom.xml"];
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 60], Gen.Int[0, pieces.Length - 1]).Array[1, 5].Sample(damages =>
        {
            var file = Packed(all =>
            {
                foreach (var (part, at, length, piece) in damages)
                {
                    var text = Encoding.UTF8.GetString(all[parts[part]]);
                    var start = at % text.Length;
                    all[parts[part]] = Encoding.UTF8.GetBytes(text[..start] + pieces[piece] + text[Math.Min(text.Length, start + length)..]);
                }
            });
            Assert.NotNull(FormIntake.Read(file, DocumentsReadTests.Expected));
        }, iter: 200, threads: 1);
    }

    /// <summary>XML that is still well-formed, with its pieces removed, doubled, moved, nested and renamed: it gets past the reader of XML.</summary>
    [Fact]
    public void Parts_put_together_differently_never_throw()
    {
        string[] parts = [Main, Main, Main, Main, Links, Types, "_rels/.rels", "docProps/custom.xml"];
        string[] values = ["", "/", "chronology/_1/date", "chronology//date", "family//", "completed//name/x", "99999. x", "2147483647. x", "\u202e", new('9', 400)];
        var taken = 0;
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[0, 6], Gen.Int[0, values.Length - 1]).Array[1, 12].Sample(changes =>
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
            taken += FormIntake.Read(file, DocumentsReadTests.Expected) is WordIntake.Taken ? 1 : 0;
        }, iter: 600, threads: 1);
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

    private static byte[] Make(string kind) => kind switch
    {
        "nothing" => [],
        "text" => "Dear all, here is what we know."u8.ToArray(),
        "pdf" => "%PDF-1.7"u8.ToArray(),
        "password" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "old format" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]],
        "21 MB" => [.. Good, .. new byte[20 * 1024 * 1024]],
        "cut off" => Good[..(Good.Length / 2)],
        "twice" => Twice(),
        _ => Packed(parts => Change(parts, kind)),
    };

    private static void Change(Dictionary<string, byte[]> parts, string kind)
    {
        const string Body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        Action change = kind switch
        {
            "no types" => () => parts.Remove(Types),
            "spreadsheet" => () => Replace(parts, Types, "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
            "no links" => () => parts.Remove("_rels/.rels"),
            "bomb" => () => parts["word/media/picture.png"] = new byte[60_000_000],
            "many parts" => () => Enumerable.Range(0, 1100).ToList().ForEach(i => parts[$"word/media/{i}.xml"] = []),
            "deep" => () => parts[Main] = Encoding.UTF8.GetBytes(Body + string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000)) + "</w:body></w:document>"),
            "many controls" => () => parts[Main] = Encoding.UTF8.GetBytes(Body + string.Concat(Enumerable.Repeat("<w:sdt/>", 6_000)) + "</w:body></w:document>"),
            "macro type" => () => Replace(parts, Types, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
            "macro part" => () => parts["word/vbaProject.bin"] = [1],
            "another document inside" => () => Link(parts, "aFChunk", "chunk.htm"),
            "an object inside" => () => Link(parts, "oleObject", "embeddings/oleObject1.bin"),
            "a control of another program" => () => Link(parts, "control", "activeX/activeX1.xml"),
            "document type" => () => parts[Main] = Encoding.UTF8.GetBytes("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + Encoding.UTF8.GetString(parts[Main]).Split("?>", 2)[1]),
            "entities" => () => parts[Main] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>"u8.ToArray(),
            "no text" => () => parts[Main] = "<x/>"u8.ToArray(),
            "not XML" => () => parts[Main] = "no XML at all"u8.ToArray(),
            "no marks" => () =>
            {
                parts.Remove("docProps/custom.xml");
                Replace(parts, Main, "\"mark/", "\"other/");
            },
            "no controls" => () => parts[Main] = Encoding.UTF8.GetBytes(Body + "<w:p><w:r><w:t>We know nothing.</w:t></w:r></w:p></w:body></w:document>"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        change();
    }

    private static void Replace(Dictionary<string, byte[]> parts, string name, string old, string now) =>
        parts[name] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[name]).Replace(old, now, StringComparison.Ordinal));

    private static void Link(Dictionary<string, byte[]> parts, string kind, string target, string mode = "Internal") => Replace(parts, Links, "</Relationships>",
        $"<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"{mode}\" Id=\"added\"/></Relationships>");

    private static byte[] Damage(byte[] file, int how, int at, byte[] with) => how switch
    {
        0 => file[..at],
        1 => [.. file[..at], .. with, .. file[at..]],
        2 => [.. file[..at], .. with, .. file[Math.Min(file.Length, at + with.Length)..]],
        3 => [.. file[..at], .. file[Math.Min(file.Length, at + with.Length)..]],
        _ => [.. file, .. file[at..]],
    };

    private static byte[] Twice()
    {
        using var stream = new MemoryStream();
        stream.Write(Good);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            using var part = zip.CreateEntry("WORD/document.xml").Open();
            part.Write("<x/>"u8);
        }

        return stream.ToArray();
    }

    /// <summary>The good form with its parts changed.</summary>
    private static byte[] Packed(Action<Dictionary<string, byte[]>> change)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(new MemoryStream(Good)))
        {
            foreach (var entry in zip.Entries)
            {
                using var from = entry.Open();
                using var part = new MemoryStream();
                from.CopyTo(part);
                parts[entry.FullName] = part.ToArray();
            }
        }

        change(parts);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }
}
