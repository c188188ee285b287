using System.Collections.Immutable;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// Checks what is stored against the events, which are the record: the chain of hashes of each case, its head, and every
/// index row derived anew. Can put the index rows right; events it never touches.
/// </summary>
public sealed class Upkeep(IRows rows, RowProjection projection)
{
    private const int Batch = 90;

    private static readonly string[] IndexPrefixes = ["mine|", "task|", Keys.Due, Keys.Watched, "find|", Keys.Themes];

    /// <summary>Every case, replayed from its events.</summary>
    public async Task<IReadOnlyList<CaseFile>> CasesAsync(CancellationToken cancellationToken) =>
        [.. (await StoredAsync(cancellationToken)).Select(stored => stored.Case.File)];

    /// <summary>Compares; changes nothing.</summary>
    public async Task<UpkeepReport> CheckAsync(CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(cancellationToken);
        var damaged = stored.SelectMany(one => Damage(one.Case.File.Id, one.Rows)).ToImmutableList();
        var wanted = stored.SelectMany(one => projection.Of(one.Case.File)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var found = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var prefix in IndexPrefixes)
        {
            foreach (var row in await rows.ReadAsync(prefix, cancellationToken))
            {
                found.Add(row.Key, row);
            }
        }

        return new(
            stored.Count, damaged,
            [.. wanted.Where(pair => !found.TryGetValue(pair.Key, out var row) || !Same(pair.Value, row)).Select(pair => (RowWrite)new RowWrite.Put(pair.Key, pair.Value))],
            [.. found.Keys.Where(key => !wanted.ContainsKey(key)).Select(key => (RowWrite)new RowWrite.Delete(key))]);
    }

    /// <summary>Puts the index rows right. Returns what was wrong before.</summary>
    public async Task<UpkeepReport> RebuildAsync(CancellationToken cancellationToken)
    {
        var report = await CheckAsync(cancellationToken);
        foreach (var writes in report.Missing.Concat(report.Extra).Chunk(Batch))
        {
            await rows.CommitAsync(writes, cancellationToken);
        }

        return report;
    }

    private async Task<IReadOnlyList<(StoredCase Case, ImmutableList<Row> Rows)>> StoredAsync(CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.AllCases, cancellationToken)).GroupBy(row => row.Key.Split('|')[1], StringComparer.Ordinal)
            .Select(group => (Case: StoredCase.From(CaseId.Parse(group.Key), [.. group]), Rows: group.ToImmutableList()))
            .Where(stored => stored.Case.File.Stage != Stage.NotStarted)];

    private static IEnumerable<string> Damage(CaseId id, ImmutableList<Row> rows)
    {
        var hash = HashChain.Start;
        var count = 0;
        foreach (var row in rows.Where(row => row.Key.StartsWith($"{Keys.Case(id)}e|", StringComparison.Ordinal)))
        {
            count++;
            var next = HashChain.Next(hash, LongText.In(row, "record"));
            if (row["previous"] != hash || row["hash"] != next)
            {
                yield return $"{id}, event {count}: it is not what was recorded, or one before it was taken out.";
            }

            hash = next;
        }

        if (rows.Find(row => row.Key == Keys.Head(id)) is not { } head || head["hash"] != hash || head["version"] != count.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            yield return $"{id}: the head does not match the last event; events may have been taken out at the end.";
        }
    }

    private static bool Same(Dictionary<string, string> wanted, Row row) =>
        wanted.Count == row.Fields.Count(field => field.Key is not "Timestamp") && wanted.All(pair => row[pair.Key] == pair.Value);
}

/// <summary>What a check found.</summary>
/// <param name="Cases">How many cases were looked at.</param>
/// <param name="Damaged">Where the record itself is not what was recorded: a person has to look at it.</param>
/// <param name="Missing">Index rows that are missing or wrong.</param>
/// <param name="Extra">Index rows that nothing calls for.</param>
public sealed record UpkeepReport(int Cases, ImmutableList<string> Damaged, ImmutableList<RowWrite> Missing, ImmutableList<RowWrite> Extra)
{
    /// <summary>Whether all is as it should be.</summary>
    public bool Clean => Damaged.IsEmpty && Missing.IsEmpty && Extra.IsEmpty;
}
