using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>The figures of a report as an Excel workbook (E24, E25).</summary>
public class WorkbookTests
{
    private static readonly byte[] Bytes = GroupReportDocuments
        .Excel(ReportExamples.Issued, ReportExamples.Hostile, Gallery.Words with { PartnershipName = "Partnership" })
        .ToArray();

    [Fact]
    public void The_workbook_follows_the_schema_and_is_the_same_each_time_E24()
    {
        using var book = Opened();
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
        Assert.Equal(
            Bytes,
            GroupReportDocuments
                .Excel(ReportExamples.Issued, ReportExamples.Hostile, Gallery.Words with { PartnershipName = "Partnership" })
                .ToArray()
        );
    }

    [Fact]
    public void Nothing_in_it_is_a_formula_or_hidden_and_what_could_be_taken_for_one_is_marked_as_text_E24()
    {
        using var book = Opened();
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()).ToList();
        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.All(book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>(), sheet => Assert.Null(sheet.State));
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var doubtful = cells.Where(cell => cell.InnerText.StartsWith('=') || cell.InnerText.StartsWith('@')).ToList();
        Assert.Equal(2, doubtful.Count);
        Assert.All(doubtful, cell => Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value));
    }

    [Fact]
    public void It_says_nothing_of_who_made_it_or_where_E25()
    {
        using var book = Opened();
        Assert.Null(book.PackageProperties.Creator);
        Assert.Null(book.PackageProperties.LastModifiedBy);
        Assert.Null(book.PackageProperties.Created);
        Assert.Null(book.ExtendedFilePropertiesPart);
        Assert.Equal("Yearly report 2026-27", book.PackageProperties.Title);
    }

    [Fact]
    public void Numbers_are_numbers_and_a_hidden_one_is_in_no_cell_E25()
    {
        using var book = Opened();
        var sheets = book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>()
            .ToDictionary(sheet => sheet.Name!.Value!, sheet => sheet.Id!.Value!);
        var ethnic = ((WorksheetPart)book.WorkbookPart.GetPartById(sheets["Ethnic origin of the children"])).Worksheet!;
        var rows = ethnic.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(["Arab", "hidden"], rows[1]);
        Assert.Equal(["White: British", "22"], rows[2]);
        Assert.Equal(CellValues.Number, ethnic.Descendants<Cell>().First(cell => cell.InnerText == "22").DataType!.Value);
        Assert.All(sheets.Keys, name => Assert.InRange(name.Length, 1, 31));
    }

    [Fact]
    public void The_lists_of_who_oversees_the_work_are_whole_in_the_workbook_and_follow_the_schema_E5()
    {
        var bytes = OversightWorkbook.Write(ReportExamples.Oversight, "Partnership", new(2026, 11, 2)).ToArray();
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => error.Description));
        var late = ((WorksheetPart)book.WorkbookPart!.GetPartById("sheet1")).Worksheet!;
        Assert.Equal(11 + 2, late.Descendants<Row>().Count());
        Assert.DoesNotContain(book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()), cell =>
            cell.CellFormula is not null
        );
    }

    private static SpreadsheetDocument Opened() => SpreadsheetDocument.Open(new MemoryStream(Bytes), isEditable: false);
}
