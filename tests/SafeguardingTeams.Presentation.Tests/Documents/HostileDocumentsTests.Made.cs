using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>Such files, made here.</summary>
public partial class HostileDocumentsTests
{
    private static byte[] Make(string kind) =>
        kind switch
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
            "deep" => () =>
                parts[Main] = Encoding.UTF8.GetBytes(
                    Body
                        + string.Concat(Enumerable.Repeat("<w:p>", 100_000))
                        + string.Concat(Enumerable.Repeat("</w:p>", 100_000))
                        + "</w:body></w:document>"
                ),
            "many controls" => () =>
                parts[Main] = Encoding.UTF8.GetBytes(Body + string.Concat(Enumerable.Repeat("<w:sdt/>", 6_000)) + "</w:body></w:document>"),
            "macro type" => () =>
                Replace(
                    parts,
                    Types,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml"
                ),
            "macro part" => () => parts["word/vbaProject.bin"] = [1],
            "another document inside" => () => Link(parts, "aFChunk", "chunk.htm"),
            "an object inside" => () => Link(parts, "oleObject", "embeddings/oleObject1.bin"),
            "a control of another program" => () => Link(parts, "control", "activeX/activeX1.xml"),
            "document type" => () =>
                parts[Main] = Encoding.UTF8.GetBytes(
                    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" + Encoding.UTF8.GetString(parts[Main]).Split("?>", 2)[1]
                ),
            "entities" => () => parts[Main] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>"u8.ToArray(),
            "no text" => () => parts[Main] = "<x/>"u8.ToArray(),
            "not XML" => () => parts[Main] = "no XML at all"u8.ToArray(),
            "no marks" => () =>
            {
                parts.Remove("docProps/custom.xml");
                Replace(parts, Main, "\"mark/", "\"other/");
            },
            "no controls" => () =>
                parts[Main] = Encoding.UTF8.GetBytes(Body + "<w:p><w:r><w:t>We know nothing.</w:t></w:r></w:p></w:body></w:document>"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        change();
    }

    private static void Replace(Dictionary<string, byte[]> parts, string name, string old, string now) =>
        parts[name] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[name]).Replace(old, now, StringComparison.Ordinal));

    private static void Link(Dictionary<string, byte[]> parts, string kind, string target, string mode = "Internal") =>
        Replace(
            parts,
            Links,
            "</Relationships>",
            $"<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" "
                + $"Target=\"{target}\" TargetMode=\"{mode}\" Id=\"added\"/></Relationships>"
        );

    private static byte[] Damage(byte[] file, int how, int at, byte[] with) =>
        how switch
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
