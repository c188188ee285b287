using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.SmallNumbers;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Figures;

/// <summary>A table of a report as people read it.</summary>
/// <param name="Note">What a reader has to know of it; may be empty.</param>
/// <param name="Columns">The headings, that of the rows first.</param>
internal sealed record ReportTable(string Id, string Title, string Note, ImmutableList<string> Columns, ImmutableList<ReportLine> Lines);

/// <summary>A line of it.</summary>
/// <param name="Cells">What stands in it, by column.</param>
internal sealed record ReportLine(string Name, ImmutableList<ReportCell> Cells);

/// <summary>A cell: a number, or words where it is a share or hidden.</summary>
/// <param name="Number">The number alone; null where there is none to show.</param>
internal sealed record ReportCell(string Words, int? Number);

/// <summary>The figures of a report as tables: the same in Word, in Excel and on cards (E24, E25).</summary>
internal static class ReportTables
{
    /// <summary>In the order of the report.</summary>
    internal static ImmutableList<ReportTable> Of(CountedReport content) =>
        [
            .. content.Figures.Select(one => one.Table).Distinct().Select(table => Counted(table, content)),
            .. content.Tables.Select(table => Hiding(table, content)),
        ];

    private static ReportTable Counted(string id, CountedReport content)
    {
        var figures = content.Figures.FindAll(one => one.Table == id);
        var columns = figures.Select(one => one.Column).Distinct().ToImmutableList();
        return new(
            id,
            FigureWords.Table(id),
            id == "themes" ? $"{Years(content)}. A record may carry several themes. {HiddenNote}" : "",
            [id == "attendance" ? "Seat" : "What", .. columns.Select(column => FigureWords.Column(id, column))],
            [
                .. figures
                    .GroupBy(one => one.Row)
                    .Select(row => new ReportLine(
                        FigureWords.Row(id, row.Key, content.Names),
                        columns.ConvertAll(column => Cell(row.FirstOrDefault(one => one.Column == column)))
                    )),
            ]
        );
    }

    private const string HiddenNote = "Small numbers are hidden, and as many others as it takes that nobody can work them out.";

    private static ReportTable Hiding(IssuedTable table, CountedReport content)
    {
        var years = $"{ReportPeriod.Named(table.FirstYear)} to {ReportPeriod.Named(table.LastYear)} together";
        var total = new ReportLine("All", [Whole(table.Total)]);
        return new(
            table.Id,
            FigureWords.Table(table.Id),
            (Characteristics.Parts.Contains(table.Id), table.IsWithheld) switch
            {
                (true, true) => $"{OfParts(years)} Too few to show by answer without telling of a single review.",
                (true, false) => $"{OfParts(years)} What is not listed is 0. {HiddenNote}",
                (false, true) => $"{years}. Too few to show by group without telling of a single child or referral.",
                (false, false) => $"{years}. What is not listed is 0. {HiddenNote}",
            },
            ["What", "How many"],
            [
                .. table.Cells.Select(cell => new ReportLine(
                    FigureWords.Row(table.Id, cell.Key, content.Names),
                    [cell.Count is { } count ? Whole(count) : new(FigureWords.Hidden, null)]
                )),
                total,
            ]
        );
    }

    private static string OfParts(string years) =>
        $"{years}, of reviews and audits whose report was accepted in them. Each person or group counts once in each.";

    /// <summary>The years that are put together in what is hidden.</summary>
    private static string Years(CountedReport content) =>
        content.Tables is [var first, ..]
            ? $"{ReportPeriod.Named(first.FirstYear)} to {ReportPeriod.Named(first.LastYear)} together"
            : "Three years together";

    private static ReportCell Cell(Figure? figure) =>
        figure switch
        {
            null => new("0", 0),
            { Count: null } => new(FigureWords.Hidden, null),
            { Of: { } of } => new($"{Number(figure.Count.Value)} of {Number(of)}", null),
            _ => Whole(figure.Count.Value),
        };

    private static ReportCell Whole(int count) => new(Number(count), count);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
