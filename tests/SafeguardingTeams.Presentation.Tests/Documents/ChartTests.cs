using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SafeguardingTeams.Presentation.Documents.Figures;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>The charts of a report: what is drawn is what the table says, and what is hidden is nowhere (E7, E24, E25).</summary>
public class ChartTests
{
    private static readonly ReadOnlyMemory<byte> Report = GroupReportDocuments.Word(
        ReportExamples.Issued,
        ReportExamples.Yearly,
        Gallery.Words with
        {
            PartnershipName = "Partnership",
        }
    );

    [Fact]
    public void Each_chart_shows_its_table_and_holds_the_same_numbers_to_edit_E24()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Report.ToArray()), isEditable: false);
        var tables = ReportTables.Of(ReportExamples.Yearly).ToDictionary(table => table.Title);
        var charts = document.MainDocumentPart!.ChartParts.ToList();
        Assert.True(charts.Count >= 4, $"Only {charts.Count} charts.");
        foreach (var chart in charts)
        {
            using var stored = chart.EmbeddedPackagePart!.GetStream();
            using var book = SpreadsheetDocument.Open(stored, isEditable: false);
            var rows = Assert
                .Single(book.WorkbookPart!.WorksheetParts)
                .Worksheet!.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())
                .ToList();
            var table = tables[rows[0][0]];
            Assert.Equal(table.Columns.Skip(1), rows[0].Skip(1));
            Assert.Equal(table.Lines.Select(line => line.Cells.Select(cell => cell.Words).Prepend(line.Name)), rows.Skip(1));
            var drawn = chart.ChartSpace!.Descendants<BarChartSeries>().ToList();
            Assert.Equal(table.Columns.Count - 1, drawn.Count);
            foreach (var (series, column) in drawn.Select((series, column) => (series, column)))
            {
                Assert.Equal(
                    table.Lines.Select(line => line.Cells[column].Words),
                    series.Descendants<NumberingCache>().Single().Elements<NumericPoint>().Select(point => point.NumericValue!.Text)
                );
            }
        }

        var said = document.MainDocumentPart.Document!.Descendants<DocProperties>().Select(one => one.Description!.Value!).ToList();
        Assert.Equal(charts.Count, said.Count);
        Assert.Contains(said, text => text.Contains("What actions changed. Changed: 1; Partly changed: 0;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_in_which_a_number_is_hidden_has_no_chart_E25()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Report.ToArray()), isEditable: false);
        var hiding = ReportTables
            .Of(ReportExamples.Yearly)
            .FindAll(table => table.Lines.Exists(line => line.Cells.Exists(cell => cell.Number is null)))
            .ConvertAll(table => table.Title);
        Assert.Contains("Ethnic origin of the children", hiding);
        Assert.Contains("Themes", hiding);
        var said = document.MainDocumentPart!.Document!.Descendants<DocProperties>().Select(one => one.Description!.Value!);
        Assert.DoesNotContain(said, text => hiding.Exists(title => text.Contains($": {title}.", StringComparison.Ordinal)));
    }
}
