using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

/// <summary>A Word file's text as a PDF: enough to open and to read that it is the right one. The layout is not SharePoint's.</summary>
internal static class PdfOf
{
    private const int LineLength = 90;
    private const int LinesPerPage = 48;

    /// <summary>The PDF, or null where it is no Word file.</summary>
    internal static byte[]? Word(byte[] docx)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
            if (archive.GetEntry("word/document.xml") is not { } part)
            {
                return null;
            }

            using var stream = part.Open();
            var paragraphs = XDocument
                .Load(stream)
                .Descendants()
                .Where(element => element.Name.LocalName == "p")
                .Select(paragraph =>
                    string.Concat(paragraph.Descendants().Where(element => element.Name.LocalName == "t").Select(text => text.Value))
                );
            return Write([
                .. paragraphs
                    .SelectMany(text => text.Length == 0 ? [""] : text.Chunk(LineLength).Select(line => new string(line)))
                    .Chunk(LinesPerPage),
            ]);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return null;
        }
    }

    private static byte[] Write(string[][] pages)
    {
        pages =
            pages.Length == 0
                ?
                [
                    [""],
                ]
                : pages;
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        };
        var kids = new List<string>();
        foreach (var page in pages)
        {
            var text = $"BT /F1 10 Tf 50 790 Td 15 TL {string.Concat(page.Select(line => $"({Escape(line)}) Tj T* "))}ET";
            objects.Add($"<< /Length {text.Length} >>\nstream\n{text}\nendstream");
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count} 0 R /Resources << /Font << /F1 "
                    + "3 0 R >> >> >>"
            );
            kids.Add($"{objects.Count} 0 R");
        }

        objects[1] = $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', kids)}] >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Escape(string line) =>
        string.Concat(
            line.Select(letter =>
                letter switch
                {
                    '(' or ')' or '\\' => $"\\{letter}",
                    '\u2018' or '\u2019' => "'",
                    '\u2013' or '\u2014' => "-",
                    < ' ' or > '\u00ff' => "?",
                    _ => letter.ToString(),
                }
            )
        );
}
