using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.SmallNumbers;

/// <summary>
/// Hides small numbers (E25): cells of 1 up to a bound, and as many besides as it takes that each hidden cell could be another number with
/// everything issued the same: totals, the other tables, and those of earlier reports. What is small in one of the years that are put
/// together is kept from being the difference of two reports.
/// </summary>
public static class Hiding
{
    /// <summary>The bound where the partnership sets no other: 1 to 4 are hidden (PD24).</summary>
    public const int UsualBound = 4;

    /// <summary>The tables as they can be issued.</summary>
    /// <param name="people">Everybody counted, of every year that any table covers.</param>
    /// <param name="wanted">The tables of this report.</param>
    /// <param name="before">The tables of earlier reports, as they were issued.</param>
    /// <param name="values">All values of each characteristic, by its name.</param>
    /// <param name="bound">The largest number that is hidden, at least 1.</param>
    public static ImmutableList<IssuedTable> Issue(
        IReadOnlyList<Counted> people,
        ImmutableList<WantedTable> wanted,
        ImmutableList<IssuedTable> before,
        ImmutableSortedDictionary<string, ImmutableList<string>> values,
        int bound = UsualBound
    )
    {
        var tables = wanted.ConvertAll(one => First(one, people, bound));
        foreach (var together in Together([.. wanted.Select(one => one.Characteristics), .. before.Select(one => one.Characteristics)]))
        {
            var counts = people
                .Where(one => together.All(one.Is.ContainsKey))
                .GroupBy(one => one.Only(together))
                .ToDictionary(same => same.Key, same => same.Count());
            var earlier = before.FindAll(table => !table.IsWithheld && table.Characteristics.All(together.Contains));
            while (
                Exposed(counts, values, tables.FindAll(table => table.Characteristics.All(together.Contains)), earlier, bound) is { } one
            )
            {
                tables = tables.Replace(one, More(one));
            }
        }

        return tables;
    }

    /// <summary>Characteristics that tables cross, with all that these are crossed with: others say nothing of them.</summary>
    private static IEnumerable<ImmutableSortedSet<string>> Together(IEnumerable<ImmutableList<string>> crossed)
    {
        List<ImmutableSortedSet<string>> all = [];
        foreach (var one in crossed)
        {
            var joined = all.FindAll(set => set.Overlaps(one)).Aggregate(one.ToImmutableSortedSet(), (sum, set) => sum.Union(set));
            all.RemoveAll(set => set.Overlaps(one));
            all.Add(joined);
        }

        return all;
    }

    /// <summary>
    /// Which table has to show less: a cell of its own can be computed that is hidden, or one of an earlier report from it. Null where none
    /// has.
    /// </summary>
    private static IssuedTable? Exposed(
        Dictionary<Counted, int> counts,
        ImmutableSortedDictionary<string, ImmutableList<string>> values,
        ImmutableList<IssuedTable> tables,
        ImmutableList<IssuedTable> earlier,
        int bound
    )
    {
        var worlds = new OtherWorlds(counts, values, earlier.AddRange(tables.FindAll(table => !table.IsWithheld)));
        bool Known(IssuedTable table) =>
            table.Cells.Exists(cell => cell.Count is null && !worlds.Leave(table.Wanted(table.FirstYear, table.LastYear), cell.Key));
        bool Difference(IssuedTable table) =>
            Enumerable
                .Range(table.FirstYear, table.LastYear - table.FirstYear + 1)
                .Select(year => table.Wanted(year, year))
                .Any(one =>
                    Cells(one.Characteristics, one.FirstYear, one.LastYear, counts)
                        .Any(cell => cell.Value <= bound && !worlds.Leave(one, cell.Key))
                );
        var open = tables.FindAll(table => !table.IsWithheld);
        return open.Find(Known)
            ?? open.Find(Difference)
            ?? tables.FindAll(table => table.IsWithheld && Difference(table)).Select(Over).FirstOrDefault(one => one is not null)
            ?? earlier.FindAll(Known).Select(Over).FirstOrDefault(one => one is not null);

        IssuedTable? Over(IssuedTable table) => open.Find(one => one.FirstYear <= table.LastYear && one.LastYear >= table.FirstYear);
    }

    /// <summary>With what is small hidden.</summary>
    private static IssuedTable First(WantedTable wanted, IReadOnlyList<Counted> people, int bound)
    {
        var cells = Cells(
            wanted.Characteristics,
            wanted.FirstYear,
            wanted.LastYear,
            people.Where(one => wanted.Characteristics.TrueForAll(one.Is.ContainsKey)).Select(one => KeyValuePair.Create(one, 1))
        );
        return new(
            wanted.Id,
            wanted.Characteristics,
            wanted.FirstYear,
            wanted.LastYear,
            cells.Values.Sum(),
            false,
            [.. cells.Select(cell => new IssuedCell(cell.Key, cell.Value <= bound ? null : cell.Value))]
        );
    }

    /// <summary>With the smallest cell that is still shown hidden too; where none is, withheld as a whole.</summary>
    private static IssuedTable More(IssuedTable table) =>
        table.Cells.Where(cell => cell.Count is not null).MinBy(cell => cell.Count) is { } smallest
            ? table with
            {
                Cells = table.Cells.Replace(smallest, smallest with { Count = null }),
            }
            : table with
            {
                IsWithheld = true,
                Cells = [],
            };

    /// <summary>How many are in each cell that is not zero, by key.</summary>
    internal static SortedDictionary<string, int> Cells(
        ImmutableList<string> characteristics,
        int firstYear,
        int lastYear,
        IEnumerable<KeyValuePair<Counted, int>> counts
    )
    {
        var cells = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (one, count) in counts.Where(each => each.Key.Year >= firstYear && each.Key.Year <= lastYear))
        {
            var key = one.CellOf(characteristics);
            cells[key] = cells.GetValueOrDefault(key) + count;
        }

        return cells;
    }
}
