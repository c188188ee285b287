using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.SmallNumbers;

/// <summary>
/// What else could be true with everything issued the same. Of those who are counted, up to three could have another value of a
/// characteristic: where such a change alters a cell and nothing that is shown, whoever reads all tables cannot know the cell.
/// </summary>
/// <param name="people">Everybody counted, those of the same year and values together, by the characteristics of these tables.</param>
/// <param name="values">All values of each characteristic.</param>
/// <param name="issued">Every table of these characteristics, of this report and of earlier ones, but those withheld.</param>
internal sealed class OtherWorlds(
    Dictionary<Counted, int> people,
    ImmutableSortedDictionary<string, ImmutableList<string>> values,
    ImmutableList<IssuedTable> issued
)
{
    private readonly List<(IssuedTable Table, Dictionary<string, int?> Shown, SortedDictionary<string, int> True)> _tables =
    [
        .. issued.Select(table =>
            (
                table,
                table.Cells.ToDictionary(cell => cell.Key, cell => cell.Count, StringComparer.Ordinal),
                Hiding.Cells(table.Characteristics, table.FirstYear, table.LastYear, people)
            )
        ),
    ];

    /// <summary>By how much each cell of a table changes: used again for each change that is tried.</summary>
    private readonly Dictionary<string, int> _moved = new(StringComparer.Ordinal);

    /// <summary>Whether a cell could be another number.</summary>
    /// <param name="table">The table it is in; it need not be issued.</param>
    internal bool Leave(WantedTable table, string cell) =>
        Changes(table, cell).Any(changes => Alters(table, cell, changes) && Agrees(changes) && Enough(changes));

    /// <summary>What could be different: one has another value; two have each other's; two change one way and one back.</summary>
    private IEnumerable<ImmutableArray<(Counted From, Counted To)>> Changes(WantedTable table, string cell)
    {
        var covered = people.Keys.Where(one => one.Year >= table.FirstYear && one.Year <= table.LastYear).ToList();
        var steps = (
            from one in covered
            from of in table.Characteristics
            from value in values[of]
            where value != one.Is[of] && (table.Characteristics.Count > 1 || one.Is[of] == cell || value == cell)
            let to = one.With(of, value)
            where one.CellOf(table.Characteristics) == cell || to.CellOf(table.Characteristics) == cell
            select (One: one, To: to, Of: of, Value: value)
        ).ToList();
        foreach (var step in steps)
        {
            yield return [(step.One, step.To)];
        }

        foreach (var (one, to, of, value) in steps)
        {
            foreach (var back in people.Keys.Where(other => other.Is[of] == value))
            {
                yield return [(one, to), (back, back.With(of, one.Is[of]))];
            }
        }

        foreach (var (one, to, of, value) in steps)
        {
            var along = people
                .Keys.Where(other => other.Is[of] == one.Is[of] && other.Year != one.Year)
                .Select(other => (other, other.With(of, value)))
                .ToList();
            foreach (var back in people.Keys.Where(other => other.Is[of] == value && other.Year != one.Year))
            {
                var returned = (back, back.With(of, one.Is[of]));
                foreach (var with in along)
                {
                    yield return [(one, to), returned, with];
                }
            }
        }
    }

    private static bool Alters(WantedTable table, string cell, ImmutableArray<(Counted From, Counted To)> changes)
    {
        var by = 0;
        foreach (var (from, to) in changes)
        {
            if (from.Year >= table.FirstYear && from.Year <= table.LastYear)
            {
                by += to.CellOf(table.Characteristics) == cell ? 1 : 0;
                by -= from.CellOf(table.Characteristics) == cell ? 1 : 0;
            }
        }

        return by != 0;
    }

    /// <summary>Whether there are as many as change.</summary>
    private bool Enough(ImmutableArray<(Counted From, Counted To)> changes) =>
        changes.Length < 2 || changes.GroupBy(one => one.From).All(same => people[same.Key] >= same.Count());

    /// <summary>Whether everything issued stays as it is with these changed.</summary>
    private bool Agrees(ImmutableArray<(Counted From, Counted To)> changes)
    {
        foreach (var (table, shown, truly) in _tables)
        {
            _moved.Clear();
            foreach (var (from, to) in changes)
            {
                if (table.Covers(from.Year))
                {
                    var (left, entered) = (from.CellOf(table.Characteristics), to.CellOf(table.Characteristics));
                    _moved[left] = _moved.GetValueOrDefault(left) - 1;
                    _moved[entered] = _moved.GetValueOrDefault(entered) + 1;
                }
            }

            foreach (var (cell, by) in _moved)
            {
                if (by != 0 && !(IsHidden(shown, cell) && truly.GetValueOrDefault(cell) + by >= 1))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>A cell that is not there is shown as zero.</summary>
    private static bool IsHidden(Dictionary<string, int?> shown, string cell) => shown.TryGetValue(cell, out var count) && count is null;
}
