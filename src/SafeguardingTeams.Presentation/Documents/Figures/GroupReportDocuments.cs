using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Documents.Excel;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Figures;

/// <summary>
/// A report of the group as a Word document and its figures as an Excel workbook (E7, E24): figures without names, and what people wrote
/// for it. As it was issued, or as a draft.
/// </summary>
public static class GroupReportDocuments
{
    private const string Nothing = "Nothing was written.";

    /// <summary>The Word document.</summary>
    /// <param name="content">What is counted: as it was issued, or now.</param>
    /// <param name="words">The names of partnership and group.</param>
    public static ReadOnlyMemory<byte> Word(GroupReport report, CountedReport content, PartnershipWords words) =>
        WordFile.Write(
            new(
                $"{FigureWords.Of(report.Kind)}{(report.Issued is null ? ", draft" : "")}, {Reference(report)}",
                Reference(report),
                [
                    Blocks.Title(FigureWords.Of(report.Kind)),
                    Blocks.Subtitle($"{words.GroupName}, {words.PartnershipName}"),
                    Blocks.Fact("About", Period(report)),
                    Blocks.Fact("State", State(report)),
                    Blocks.Text(
                        "Everything here is counted from records and names nobody. What has a limit is told as so many of so many within "
                            + "it; of small numbers no percentage is given."
                    ),
                    Blocks.Heading(1, "What changed"),
                    .. Blocks.Told(report.Texts.Changed, Nothing),
                    Blocks.Heading(1, "What did not move, and why"),
                    .. Blocks.Told(report.Texts.NotMoved, Nothing),
                    .. report.Texts.Longest.Length == 0
                        ? []
                        : Blocks.Told(report.Texts.Longest).Prepend(Blocks.Heading(1, "What took longest, and why")),
                    .. ReportTables.Of(content).SelectMany(Written),
                    .. Corrections(content),
                ]
            )
        );

    /// <summary>The workbook: every table, as plain numbers and words; no formula, nothing hidden.</summary>
    /// <inheritdoc cref="Word"/>
    public static ReadOnlyMemory<byte> Excel(GroupReport report, CountedReport content, PartnershipWords words) =>
        Workbook.Write(
            $"{FigureWords.Short(report)}{(report.Issued is null ? ", draft" : "")}",
            [
                new(
                    "About",
                    ["What", "Says"],
                    [
                        [new("Report", null), new(FigureWords.Of(report.Kind), null)],
                        [new("Partnership", null), new(words.PartnershipName, null)],
                        [new("About", null), new(Period(report), null)],
                        [new("State", null), new(State(report), null)],
                    ]
                ),
                .. ReportTables
                    .Of(content)
                    .Select(table => new WorkSheet(
                        table.Title,
                        table.Columns,
                        [
                            .. table.Lines.Select(line =>
                                line.Cells.Select(cell => new SheetCell(cell.Words, cell.Number))
                                    .Prepend(new(line.Name, null))
                                    .ToImmutableList()
                            ),
                        ]
                    )
                    {
                        Note = table.Note,
                    }),
                .. content.Corrections.IsEmpty
                    ? []
                    : new[] { new WorkSheet("Corrections", CorrectionColumns, [.. CorrectionLines(content)]) },
            ]
        );

    /// <summary>How a report is named in files: its kind and period, no person's name.</summary>
    public static string FileName(GroupReport report, string extension) =>
        $"{Reference(report)}{(report.Issued is null ? "-draft" : "")}.{extension}";

    private static string Reference(GroupReport report) =>
        report.Kind == GroupReportKind.Yearly
            ? $"yearly-report-{ReportPeriod.Named(report.Year)}"
            : $"{report.Kind.ToString().ToLowerInvariant()}-update-{report.Number.ToString(CultureInfo.InvariantCulture)}";

    private static string Period(GroupReport report) =>
        $"{Wording.Written.ShortDay(report.Period.From)} to {Wording.Written.ShortDay(report.Period.To)}";

    private static string State(GroupReport report) =>
        report.Issued is { } issued
            ? $"Issued on {Wording.Written.ShortDay(London.DateOf(issued.At))} by {issued.By}. "
                + $"Fixed since then; fingerprint {issued.Sha256}."
            : "Draft: it is counted anew until the Chair issues it.";

    private static IEnumerable<Block> Written(ReportTable table) =>
        [
            Blocks.Heading(1, table.Title),
            .. table.Note.Length > 0 ? new[] { Blocks.Text(table.Note) } : [],
            .. table.Lines.IsEmpty
                ? new[] { Blocks.Text("Nothing to count.") }
                : new Block[]
                {
                    Blocks.Table(
                        table.Title,
                        $"Each line with {string.Join(", ", table.Columns.Skip(1)).ToLowerInvariant()}.",
                        table.Columns.Select((column, i) => new Column(column, i == 0 ? 6 : 2)),
                        table.Lines.Select(line => line.Cells.Select(cell => cell.Words).Prepend(line.Name))
                    ),
                },
            .. Bars(table),
        ];

    /// <summary>The tables whose lines are of one kind, so that it says something which of them is longer.</summary>
    private static readonly string[] Compared =
    [
        "outcomes",
        "learning-kinds",
        "learning-outcomes",
        "reviews",
        "review-delays",
        "impact",
        "agencies",
        "attendance",
        "themes",
    ];

    /// <summary>Where everything in a table is a number that is shown, and there is something to compare.</summary>
    private static IEnumerable<Block> Bars(ReportTable table)
    {
        var lines = table.Lines.ConvertAll(line => (line.Name, Numbers: line.Cells.ConvertAll(cell => cell.Number)));
        if (
            !Compared.Contains(table.Id)
            || lines.Count < 2
            || lines.Exists(line => line.Numbers.Contains(null) || line.Numbers.Count > Charts.MostSeries)
            || lines.TrueForAll(line => line.Numbers.TrueForAll(number => number == 0))
        )
        {
            yield break;
        }

        var series = table.Columns.Skip(1).ToImmutableArray();
        yield return new Block.Chart(
            table.Title,
            $"Bar chart of the table above: {table.Title}. "
                + string.Join(
                    "; ",
                    lines.Select(line =>
                        $"{line.Name}: "
                        + string.Join(
                            ", ",
                            line.Numbers.Select(
                                (number, i) =>
                                    (series.Length > 1 ? $"{series[i].ToLowerInvariant()} " : "")
                                    + number!.Value.ToString(CultureInfo.InvariantCulture)
                            )
                        )
                    )
                )
                + ".",
            series,
            [.. lines.Select(line => new Bar(line.Name, [.. line.Numbers.Select(number => number!.Value)]))]
        );
    }

    private static readonly ImmutableList<string> CorrectionColumns = ["Year", "Figure", "As issued", "Today"];

    private static IEnumerable<Block> Corrections(CountedReport content) =>
        content.Corrections.IsEmpty
            ? []
            :
            [
                Blocks.Heading(1, "Corrections to earlier years"),
                Blocks.Text(
                    "The earlier reports stay as they were issued. This is what they would say today; the figures above are not changed."
                ),
                Blocks.Table(
                    "Corrections to earlier years",
                    "Each figure with its year, as it was issued and as it is today.",
                    [
                        new(CorrectionColumns[0], 2),
                        new(CorrectionColumns[1], 7),
                        new(CorrectionColumns[2], 2),
                        new(CorrectionColumns[3], 2),
                    ],
                    CorrectionLines(content).Select(line => line.Select(cell => cell.Words)),
                    firstNames: false
                ),
            ];

    private static IEnumerable<ImmutableList<SheetCell>> CorrectionLines(CountedReport content) =>
        content.Corrections.Select(one =>
            ImmutableList.Create<SheetCell>(
                new(ReportPeriod.Named(one.Year), null),
                new(
                    $"{FigureWords.Table(one.Table)}: {FigureWords.Row(one.Table, one.Row, content.Names)}"
                        + (one.Column.Length > 0 ? $", {FigureWords.Column(one.Table, one.Column).ToLowerInvariant()}" : ""),
                    null
                ),
                new(one.Issued.ToString(CultureInfo.InvariantCulture), one.Issued),
                new(one.Now.ToString(CultureInfo.InvariantCulture), one.Now)
            )
        );
}
