using System.Collections.Immutable;
using SafeguardingTeams.Presentation.Documents.Excel;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.AccessReview;

/// <summary>The list of who can get in as a workbook (F2): a line for each thing by which somebody does.</summary>
public static class AccessWorkbook
{
    /// <summary>The workbook.</summary>
    /// <param name="partnership">The partnership's name.</param>
    /// <param name="today">The day it is of.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<AccessLine> list, string partnership, DateOnly today) =>
        Workbook.Write(
            $"Who can get in, {Written.Iso(today)}",
            [
                new(
                    "Who can get in",
                    ["Role and agency", "Agency", "By what"],
                    [
                        .. list.SelectMany(line =>
                            line.By.Select(by =>
                                ImmutableList.Create<SheetCell>(new(line.Name, null), new(line.Agency, null), new(by, null))
                            )
                        ),
                    ]
                )
                {
                    Note = $"{partnership}, {Written.Iso(today)}.",
                },
            ]
        );
}
