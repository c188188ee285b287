using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SafeguardingTeams.Presentation.Documents.Package;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace SafeguardingTeams.Presentation.Documents.Excel;

/// <summary>A sheet: headings, then lines of cells.</summary>
/// <param name="Name">What it is called; cut to what Excel takes, and made unlike the others.</param>
internal sealed record WorkSheet(string Name, ImmutableList<string> Columns, ImmutableList<ImmutableList<SheetCell>> Lines)
{
    /// <summary>What a reader has to know of it, below the table; may be empty.</summary>
    internal string Note { get; init; } = "";
}

/// <summary>A cell: a number where there is one, else words.</summary>
internal sealed record SheetCell(string Words, double? Number);

/// <summary>
/// Writes workbooks: plain numbers and words, no formula, no hidden sheet, no name of a person or machine in the properties. What somebody
/// typed stands as text and is marked as such, so that no program takes it for a formula. The same content gives the same bytes.
/// </summary>
internal static class Workbook
{
    private const int LongestName = 31;
    private const int LongestText = 32_767;
    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Quoted = 2;

    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    internal static byte[] Write(string title, ImmutableList<WorkSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            package.ChangeIdOfPart(book, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var listed = new S.Sheets();
            HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
            foreach (var (sheet, number) in sheets.Select((sheet, i) => (sheet, (uint)i + 1)))
            {
                var id = $"sheet{number.ToString(CultureInfo.InvariantCulture)}";
                book.AddNewPart<WorksheetPart>(id).Worksheet = Written(sheet);
                listed.Append(
                    new S.Sheet
                    {
                        Name = Named(sheet.Name, taken),
                        SheetId = number,
                        Id = id,
                    }
                );
            }

            book.Workbook = new(listed);
            var core = package.AddCoreFilePropertiesPart();
            package.ChangeIdOfPart(core, "core");
            using var properties = new MemoryStream(
                Encoding.UTF8.GetBytes(
                    new XElement(
                        Core + "coreProperties",
                        new XAttribute(XNamespace.Xmlns + "cp", Core),
                        new XAttribute(XNamespace.Xmlns + "dc", Dublin),
                        new XElement(Dublin + "language", "en-GB"),
                        new XElement(Dublin + "title", SafeText.Clean(title))
                    ).ToString(SaveOptions.DisableFormatting)
                )
            );
            core.FeedData(properties);
        }

        return SteadyPackage.Of(stream);
    }

    private static S.Worksheet Written(WorkSheet sheet)
    {
        var data = new S.SheetData(Row(1, sheet.Columns.Select(heading => new SheetCell(heading, null)), Bold));
        var at = 1u;
        foreach (var line in sheet.Lines)
        {
            data.Append(Row(++at, line, Plain));
        }

        if (sheet.Note.Length > 0)
        {
            data.Append(Row(at + 2, [new(sheet.Note, null)], Plain));
        }

        return new(
            new S.SheetViews(
                new S.SheetView(
                    new S.Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = S.PaneValues.BottomLeft,
                        State = S.PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new S.Columns(
                sheet.Columns.Select(
                    (_, i) =>
                        new S.Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = i == 0 ? 48 : 22,
                            CustomWidth = true,
                        }
                )
            ),
            data
        );
    }

    private static S.Row Row(uint number, IEnumerable<SheetCell> cells, uint style) =>
        new(cells.Select((cell, i) => Cell(cell, $"{Letter(i)}{number.ToString(CultureInfo.InvariantCulture)}", style)))
        {
            RowIndex = number,
        };

    private static S.Cell Cell(SheetCell cell, string at, uint style)
    {
        if (cell.Number is { } number)
        {
            return new(new S.CellValue(number))
            {
                CellReference = at,
                StyleIndex = style,
                DataType = S.CellValues.Number,
            };
        }

        var text = SafeText.Clean(cell.Words);
        text = text.Length > LongestText ? text[..LongestText] : text;
        return new(new S.InlineString(new S.Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = at,
            StyleIndex = style == Plain && LooksLikeAFormula(text) ? Quoted : style,
            DataType = S.CellValues.InlineString,
        };
    }

    /// <summary>What a program that reads the cell anew, such as from a text file made of it, could take for a formula.</summary>
    private static bool LooksLikeAFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';

    private static string Letter(int column) =>
        column < 26
            ? ((char)('A' + column)).ToString()
            : throw new ArgumentOutOfRangeException(nameof(column), column, "A sheet has 26 columns at most.");

    /// <summary>A name Excel takes: 31 characters at most, without what it forbids, and none twice.</summary>
    private static string Named(string name, HashSet<string> taken)
    {
        var clean = new string([.. SafeText.Clean(name).Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal))]);
        for (var nth = 1; ; nth++)
        {
            var suffix = nth == 1 ? "" : $" {nth.ToString(CultureInfo.InvariantCulture)}";
            var tried = clean[..Math.Min(clean.Length, LongestName - suffix.Length)].Trim() + suffix;
            if (taken.Add(tried))
            {
                return tried;
            }
        }
    }

    private static S.Stylesheet Styles() =>
        new(
            new S.Fonts(new S.Font(), new S.Font(new S.Bold())),
            new S.Fills(
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }),
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 })
            ),
            new S.Borders(new S.Border()),
            new S.CellStyleFormats(new S.CellFormat()),
            new S.CellFormats(
                new S.CellFormat(),
                new S.CellFormat { FontId = 1, ApplyFont = true },
                new S.CellFormat { QuotePrefix = true }
            )
        );
}
