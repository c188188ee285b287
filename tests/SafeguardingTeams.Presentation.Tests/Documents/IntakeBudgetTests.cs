using System.IO.Compression;
using System.Text;
using SafeguardingTeams.Presentation.Documents.Intake;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>
/// What a Word file may cost, in bytes: however little it looks, it is refused before it has been held. Measured on the thread that reads.
/// </summary>
public class IntakeBudgetTests
{
    private const string Main = "word/document.xml";

    /// <summary>Buffers of the packing and of the reader of XML, and the parts of a form that were read before.</summary>
    private const long HeldOfOneRefused = 3_000_000;

    [Fact]
    public void A_file_of_53_KB_with_49_MB_of_text_is_refused_without_being_held()
    {
        var file = With(Main, xml =>
            xml.Replace("<w:body>", $"<w:body><w:p><w:r><w:t>{new string('a', 49_000_000)}</w:t></w:r></w:p>", StringComparison.Ordinal)
        );
        Assert.InRange(file.Length, 40_000, 80_000);
        Assert.Equal(IntakeRefusal.TooLarge, Refused(file, HeldOfOneRefused));
    }

    [Fact]
    public void A_zip_bomb_is_refused_without_being_unpacked() =>
        Assert.Equal(IntakeRefusal.TooLarge, Refused(Bomb("word/media/image1.png"), HeldOfOneRefused));

    [Fact]
    public void A_zip_bomb_that_lies_about_its_size_is_refused_as_soon_as_it_is_over()
    {
        var bomb = Bomb(Main);
        for (var i = 0; i < bomb.Length - 4; i++)
        {
            if (BitConverter.ToUInt32(bomb, i) == 200_000_000)
            {
                BitConverter.TryWriteBytes(bomb.AsSpan(i), 1000u);
            }
        }

        Assert.Contains(Refused(bomb, HeldOfOneRefused), new[] { IntakeRefusal.TooLarge, IntakeRefusal.Damaged });
    }

    [Fact]
    public void Many_small_texts_count_together()
    {
        var texts = string.Concat(Enumerable.Repeat($"<w:p><w:r><w:t>{new string('a', 100)}</w:t></w:r></w:p>", 21_000));
        var file = With(Main, xml => xml.Replace("<w:body>", $"<w:body>{texts}", StringComparison.Ordinal));
        Assert.Equal(IntakeRefusal.TooLarge, Refused(file, HeldOfOneRefused));
    }

    [Fact]
    public void Much_XML_with_little_in_it_is_refused()
    {
        var empty = string.Concat(
            Enumerable.Repeat("<w:p w:rsidR=\"00000000\" w:rsidRDefault=\"00000000\" w:rsidP=\"00000000\"/>", 190_000)
        );
        var file = With(Main, xml => xml.Replace("<w:body>", $"<w:body>{empty}", StringComparison.Ordinal));
        Assert.Equal(IntakeRefusal.TooLarge, Refused(file, HeldOfOneRefused));
    }

    /// <summary>The budgets are far from what people send: the largest form we make, with every run cut into ten as Word does.</summary>
    [Fact]
    public void A_form_full_to_the_brim_keeps_far_below_the_budgets()
    {
        using var zip = new ZipArchive(new MemoryStream(DocumentsReadTests.Empty.ToArray()));
        var xml = zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Sum(entry => entry.Length);
        Assert.InRange(xml, 10_000, Package.MaxXml / 4);
        var text = new string('a', 1_900_000);
        var file = With(Main, all => all.Replace("<w:body>", $"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>", StringComparison.Ordinal));
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(file, DocumentsReadTests.Expected, DocumentExamples.Today));
    }

    private static IntakeRefusal Refused(byte[] file, long most)
    {
        using var content = new MemoryStream(file, writable: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.IsType<WordIntake.Refused>(FormIntake.Read(content, DocumentsReadTests.Expected, DocumentExamples.Today));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
        return refused.Reason;
    }

    private static byte[] Bomb(string part)
    {
        using var packed = new MemoryStream();
        packed.Write(DocumentsReadTests.Empty.Span);
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var content = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
            content.Write("<a>"u8);
            var some = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            for (var i = 0; i < 200; i++)
            {
                content.Write(some, 0, i == 199 ? some.Length - 3 : some.Length);
            }
        }

        return packed.ToArray();
    }

    private static byte[] With(string part, Func<string, string> change)
    {
        using var packed = new MemoryStream();
        packed.Write(DocumentsReadTests.Empty.Span);
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open()))
            {
                xml = reader.ReadToEnd();
            }

            zip.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Optimal).Open(), new UTF8Encoding(false));
            writer.Write(change(xml));
        }

        return packed.ToArray();
    }
}
