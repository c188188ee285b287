using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Indexes;

/// <summary>The index rows of a record before and after a commit.</summary>
internal sealed record RowDifference(
    IReadOnlyDictionary<string, Dictionary<string, string>> Before,
    IReadOnlyDictionary<string, Dictionary<string, string>> After
)
{
    /// <summary>The writes that turn the ones into the others.</summary>
    internal IEnumerable<RowWrite> Writes()
    {
        foreach (var key in Before.Keys.Where(key => !After.ContainsKey(key)))
        {
            yield return new RowWrite.Delete(key);
        }

        foreach (var (key, fields) in After)
        {
            if (!Before.TryGetValue(key, out var was) || !Same(was, fields))
            {
                yield return new RowWrite.Put(key, fields);
            }
        }
    }

    private static bool Same(Dictionary<string, string> a, Dictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
