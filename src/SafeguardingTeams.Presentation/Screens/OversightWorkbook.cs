using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Excel;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>The lists of who oversees the work as a workbook: every list as a whole, each on a sheet (E5).</summary>
public static class OversightWorkbook
{
    /// <summary>The workbook.</summary>
    /// <param name="partnership">The partnership's name.</param>
    /// <param name="today">The day it is of.</param>
    /// <param name="only">One list; null for all of them.</param>
    public static ReadOnlyMemory<byte> Write(OversightView view, string partnership, DateOnly today, OversightList? only = null)
    {
        var sheets = Sheets(view).Where(sheet => only is null || sheet.List == only).Select(sheet => sheet.Sheet).ToImmutableList();
        return Workbook.Write(
            $"Oversight, {Written.Iso(today)}",
            sheets.SetItem(
                0,
                sheets[0] with
                {
                    Note = $"{partnership}, {Written.Iso(today)}. Names nobody; what you have no part in is not here.",
                }
            )
        );
    }

    private static IEnumerable<(OversightList List, WorkSheet Sheet)> Sheets(OversightView view) =>
        [
            (
                OversightList.Late,
                new(
                    "Late",
                    ["Reference", "What", "Who is waited for", "Due"],
                    [.. view.Late.Select(one => Words(one.Record.ToString(), Waiting.What(one.What), one.Who, Written.Iso(one.Due)))]
                )
            ),
            (OversightList.Cases, Open(view, RecordKind.Case)),
            (OversightList.Reviews, Open(view, RecordKind.Review)),
            (OversightList.Learning, Open(view, RecordKind.Learning)),
            (OversightList.Meetings, Open(view, RecordKind.Meeting)),
            (
                OversightList.Actions,
                new(
                    "Actions by agency",
                    ["Agency", "Open", "Late"],
                    [
                        .. view.Agencies.Select(one =>
                            ImmutableList.Create<SheetCell>(new(one.Agency, null), new("", one.Open), new("", one.Late))
                        ),
                    ]
                )
            ),
            (
                OversightList.Year,
                new(
                    "This year",
                    ["What", "How many", "Of"],
                    [
                        .. view.Year.Select(one =>
                            ImmutableList.Create<SheetCell>(
                                new(
                                    $"{FigureWords.Table(one.Table)}: "
                                        + FigureWords.Row(one.Table, one.Row, ImmutableSortedDictionary<string, string>.Empty),
                                    null
                                ),
                                new("", one.Count),
                                new("", one.Of)
                            )
                        ),
                    ]
                )
            ),
            (
                OversightList.Mine,
                new(
                    "Waits for you",
                    ["Reference", "What", "Due"],
                    [.. view.Mine.Select(one => Words(one.Record.ToString(), Waiting.What(one.What), Day(one.Due)))]
                )
            ),
        ];

    private static WorkSheet Open(OversightView view, RecordKind kind) =>
        new(
            OversightCard.Title(kind),
            ["Reference", "Where it stands", "Since", "Next date"],
            [
                .. view
                    .Open.Where(one => one.Record.Kind == kind)
                    .Select(one => Words(one.Record.ToString(), OversightCard.Stands(one), Day(one.Since), Day(one.Next))),
            ]
        );

    private static string Day(DateOnly? day) => day is { } known ? Written.Iso(known) : "";

    private static ImmutableList<SheetCell> Words(params ReadOnlySpan<string> words)
    {
        var cells = ImmutableList.CreateBuilder<SheetCell>();
        foreach (var word in words)
        {
            cells.Add(new(word, null));
        }

        return cells.ToImmutable();
    }
}
