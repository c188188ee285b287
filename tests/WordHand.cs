using System.IO.Compression;
using System.Xml.Linq;

namespace SafeguardingTeams.Tests;

/// <summary>
/// Fills in a Word form as somebody who sees only what is printed: finds the person's table and the row of the detail, and types.
/// </summary>
internal static class WordHand
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Types into the fields of one row.</summary>
    internal static ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> file, string person, string detail, params string[] typed) =>
        Change(file, "word/document.xml", document =>
        {
            var row = Row(document, person, detail);
            foreach (var (control, text) in row.Descendants(W + "sdt").Zip(typed))
            {
                Type(control, text);
            }
        });

    /// <summary>Types over what is printed in one row as what we hold.</summary>
    internal static ReadOnlyMemory<byte> PrintOver(ReadOnlyMemory<byte> file, string person, string detail, string text) =>
        Change(file, "word/document.xml", document =>
            Row(document, person, detail).Elements(W + "tc").ElementAt(1).Descendants(W + "t").First().Value = text
        );

    /// <summary>Types over what is printed in one row as the detail, so that the file no longer says which letter it came with.</summary>
    internal static ReadOnlyMemory<byte> PrintDetailOver(ReadOnlyMemory<byte> file, string person, string detail, string text) =>
        Change(file, "word/document.xml", document =>
            Row(document, person, detail).Elements(W + "tc").First().Descendants(W + "t").First().Value = text
        );

    /// <summary>Takes everything but the fields out of every table, as nobody should.</summary>
    internal static ReadOnlyMemory<byte> Blank(ReadOnlyMemory<byte> file) =>
        Change(file, "word/document.xml", document =>
            document
                .Descendants(W + "tbl")
                .Descendants(W + "t")
                .Where(text => !text.Ancestors(W + "sdt").Any())
                .ToList()
                .ForEach(text => text.Value = "x")
        );

    /// <summary>Copies a row below itself, and types into the copy.</summary>
    internal static ReadOnlyMemory<byte> CopyRow(ReadOnlyMemory<byte> file, string person, string detail, params string[] typed) =>
        Change(file, "word/document.xml", document =>
        {
            var copy = new XElement(Row(document, person, detail));
            foreach (var (control, text) in copy.Descendants(W + "sdt").Zip(typed))
            {
                Type(control, text);
            }

            Row(document, person, detail).AddAfterSelf(copy);
        });

    /// <summary>Copies a row above itself, and types over what the copy prints, and into it.</summary>
    internal static ReadOnlyMemory<byte> CopyAbove(
        ReadOnlyMemory<byte> file,
        string person,
        string detail,
        string text,
        params string[] typed
    ) => Change(file, "word/document.xml", document =>
        {
            var row = Row(document, person, detail);
            var copy = new XElement(row);
            copy.Elements(W + "tc").ElementAt(1).Descendants(W + "t").First().Value = text;
            foreach (var (control, said) in copy.Descendants(W + "sdt").Zip(typed))
            {
                Type(control, said);
            }

            row.AddBeforeSelf(copy);
        });

    /// <summary>Pastes the table of a person, with its heading, from another form below the same person's.</summary>
    internal static ReadOnlyMemory<byte> AddTable(ReadOnlyMemory<byte> file, ReadOnlyMemory<byte> from, string person)
    {
        XElement[] pasted = [];
        static XElement Table(XElement heading) => heading.ElementsAfterSelf(W + "tbl").First();
        Change(from, "word/document.xml", document => pasted = [Heading(document, person), Table(Heading(document, person))]);
        return Change(file, "word/document.xml", document => Table(Heading(document, person)).AddAfterSelf(pasted));
    }

    /// <summary>As LibreOffice 7 saves a form: no tags, and of dates and lists no titles.</summary>
    internal static ReadOnlyMemory<byte> WithoutTags(ReadOnlyMemory<byte> file) => Change(file, "word/document.xml", document =>
        {
            document.Descendants(W + "tag").Remove();
            document.Descendants(W + "showingPlcHdr").Remove();
            document
                .Descendants(W + "sdtPr")
                .Where(properties => properties.Elements(W + "date").Any() || properties.Elements(W + "dropDownList").Any())
                .Elements(W + "alias")
                .Remove();
        });

    /// <summary>The tags of the fields, in order.</summary>
    internal static IReadOnlyList<string> Tags(ReadOnlyMemory<byte> file)
    {
        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(part).Descendants(W + "tag").Select(tag => tag.Attribute(W + "val")!.Value)];
    }

    /// <summary>Without a part, as a mail gateway takes it out.</summary>
    internal static ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> file, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Span);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
        }

        return stream.ToArray();
    }

    /// <summary>With one part changed.</summary>
    internal static ReadOnlyMemory<byte> Change(ReadOnlyMemory<byte> file, string part, Action<XDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Span);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            XDocument document;
            using (var there = zip.GetEntry(part)!.Open())
            {
                document = XDocument.Load(there, LoadOptions.PreserveWhitespace);
            }

            change(document);
            zip.GetEntry(part)!.Delete();
            using var made = zip.CreateEntry(part).Open();
            document.Save(made, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    private static XElement Heading(XDocument document, string person) =>
        document
            .Descendants(W + "p")
            .First(paragraph => Text(paragraph) == person && paragraph.ElementsAfterSelf().FirstOrDefault()?.Name == W + "tbl");

    private static XElement Row(XDocument document, string person, string detail) =>
        Heading(document, person)
            .ElementsAfterSelf(W + "tbl")
            .First()
            .Elements(W + "tr")
            .First(row => Text(row.Elements(W + "tc").First()) == detail);

    private static void Type(XElement control, string text)
    {
        control.Descendants(W + "showingPlcHdr").Remove();
        control.Element(W + "sdtContent")!.ReplaceNodes(new XElement(W + "r", new XElement(W + "t", text)));
    }

    private static string Text(XElement element) => string.Concat(element.Descendants(W + "t").Select(text => text.Value));
}
