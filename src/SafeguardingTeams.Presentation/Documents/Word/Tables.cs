using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>
/// Tables a screen reader can read: caption (unless the heading above says the same), description, a header row that repeats, no
/// cells joined or left out.
/// </summary>
internal static class Tables
{
    /// <summary>A row of fewer characters than this is not torn apart by the end of a page.</summary>
    private const int MaxOnOnePage = 1500;

    internal static IEnumerable<OpenXmlElement> Of(Block.Table table, int width, Body body, bool captioned)
    {
        var widths = Widths(table.Columns, width);
        if (captioned)
        {
            yield return body.Paragraph("Caption", [new Inline.Words(table.Caption)]);
        }

        var made = new W.Table(
            new W.TableProperties
            {
                TableStyle = new() { Val = "Lines" },
                TableWidth = new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
                TableLayout = new() { Type = W.TableLayoutValues.Fixed },
                TableLook = new()
                {
                    Val = table.FirstColumnNames ? "00A0" : "0020",
                    FirstRow = true,
                    FirstColumn = table.FirstColumnNames,
                    LastRow = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                TableCaption = new() { Val = SafeText.Clean(table.Caption) },
                TableDescription = new() { Val = SafeText.Clean(table.Description) },
            },
            new W.TableGrid(widths.Select(each => new W.GridColumn { Width = each.ToString(CultureInfo.InvariantCulture) }))
        );
        made.Append(
            Row([.. table.Columns.Select(column => new Cell([new Inline.Words(column.Heading, Bold: true)]))], widths, body, header: true)
        );
        foreach (var row in table.Rows)
        {
            made.Append(Row(row, widths, body, header: false));
        }

        yield return made;
        yield return body.Paragraph("AfterTable", []);
    }

    private static W.TableRow Row(ImmutableArray<Cell> cells, int[] widths, Body body, bool header)
    {
        if (cells.Length != widths.Length)
        {
            throw new ArgumentException("A row has a cell for every column.", nameof(cells));
        }

        var row = new W.TableRow();
        var whole = cells.Sum(cell => cell.Inlines.Sum(inline => inline is Inline.Words words ? words.Text.Length : 0)) < MaxOnOnePage;
        if (header)
        {
            row.Append(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()));
        }
        else if (whole)
        {
            row.Append(new W.TableRowProperties(new W.CantSplit()));
        }

        row.Append(
            cells.Select(
                (cell, i) =>
                    new W.TableCell(
                        new W.TableCellProperties(
                            new W.TableCellWidth
                            {
                                Width = widths[i].ToString(CultureInfo.InvariantCulture),
                                Type = W.TableWidthUnitValues.Dxa,
                            }
                        ),
                        body.Paragraph("TableText", cell.Inlines, keepsWithNext: header)
                    )
            )
        );
        return row;
    }

    private static int[] Widths(ImmutableArray<Column> columns, int width)
    {
        var shares = columns.Sum(column => column.Share);
        var widths = columns.Select(column => width * column.Share / shares).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
