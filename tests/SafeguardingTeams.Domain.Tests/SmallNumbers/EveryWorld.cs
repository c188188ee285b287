using System.Collections.Immutable;
using SafeguardingTeams.Domain.SmallNumbers;

namespace SafeguardingTeams.Domain.Tests.SmallNumbers;

/// <summary>
/// Somebody who reads every table that was issued and tries every possible truth: so many in each year, each with each value of each
/// characteristic. Knows nothing of how cells are hidden but that a hidden one is not zero.
/// </summary>
internal static class EveryWorld
{
    /// <summary>For each hidden cell the numbers it can have.</summary>
    internal static Dictionary<(IssuedTable Table, string Cell), HashSet<int>> Left(
        ImmutableList<IssuedTable> issued,
        ImmutableSortedDictionary<int, int> totals,
        ImmutableSortedDictionary<string, ImmutableList<string>> values
    )
    {
        var kinds = values.Aggregate(new[] { ImmutableSortedDictionary<string, string>.Empty }.AsEnumerable(), (all, of) =>
            all.SelectMany(one => of.Value.Select(value => one.Add(of.Key, value)))
        );
        var profiles = kinds.ToArray();
        var left = issued
            .SelectMany(table => table.Cells.Where(cell => cell.Count is null).Select(cell => (table, cell.Key)))
            .ToDictionary(hidden => hidden, _ => new HashSet<int>());
        foreach (var world in Worlds([.. totals], 0, profiles.Length))
        {
            int Count(IssuedTable table, string cell) =>
                world
                    .Where(year => table.Covers(year.Key))
                    .Sum(year =>
                        year.Value.Select(
                                (count, i) => string.Join('|', table.Characteristics.Select(of => profiles[i][of])) == cell ? count : 0
                            )
                            .Sum()
                    );
            bool Agrees(IssuedTable table) =>
                table.IsWithheld
                || profiles
                    .Select(kind => string.Join('|', table.Characteristics.Select(of => kind[of])))
                    .Distinct()
                    .All(cell =>
                        table.Cells.Find(one => one.Key == cell) is { } there
                            ? there.Count is { } shown
                                ? Count(table, cell) == shown
                                : Count(table, cell) > 0
                            : Count(table, cell) == 0
                    );
            if (issued.All(Agrees))
            {
                foreach (var (hidden, numbers) in left)
                {
                    numbers.Add(Count(hidden.table, hidden.Key));
                }
            }
        }

        return left;
    }

    private static IEnumerable<Dictionary<int, int[]>> Worlds(KeyValuePair<int, int>[] years, int at, int kinds) =>
        at == years.Length
            ?
            [
                [],
            ]
            : from rest in Worlds(years, at + 1, kinds)
            from shared in Shared(years[at].Value, kinds)
            select new Dictionary<int, int[]>(rest) { [years[at].Key] = shared };

    private static IEnumerable<int[]> Shared(int count, int kinds) =>
        kinds == 1
            ?
            [
                [count],
            ]
            : Enumerable.Range(0, count + 1).SelectMany(first => Shared(count - first, kinds - 1).Select(rest => (int[])[first, .. rest]));
}
