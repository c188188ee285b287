using System.Collections.Immutable;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// The rows of a record that is disposed of: every row of the table that names it, whatever its kind, so that none is forgotten that is
/// added later; but its mark, and rows that are another record's and say that it named this one.
/// </summary>
internal sealed class DisposedRows(IRows rows, RowProjection projection)
{
    private static readonly string[] NotOfIt = [Keys.LeftFiles, Keys.Retained];

    /// <summary>What is still there: rows of lists and queues first, the record's own last.</summary>
    internal async Task<ImmutableList<Row>> OfAsync(RecordRef record, CancellationToken cancellationToken)
    {
        var named = (await rows.ReadRangeAsync("!", "~", cancellationToken)).Where(row => Names(row, record)).ToList();
        var others = new Dictionary<RecordRef, IReadOnlyDictionary<string, Dictionary<string, string>>>();
        var found = ImmutableList.CreateBuilder<Row>();
        foreach (var row in named)
        {
            if (!await IsOfAnotherAsync(row, record, others, cancellationToken))
            {
                found.Add(row);
            }
        }

        var own = Keys.Record(record);
        return [.. found.OrderBy(row => row.Key.StartsWith(own, StringComparison.Ordinal)).ThenBy(row => row.Key == Keys.Head(record))];
    }

    /// <summary>The records that go on naming it.</summary>
    internal async Task<ImmutableList<RecordRef>> NamedByAsync(RecordRef record, CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.LinksOf(record), cancellationToken))
                .Select(row => RecordRef.TryParse(row.Key.Split('|')[2]))
                .OfType<RecordRef>(),
        ];

    private static bool Names(Row row, RecordRef record)
    {
        var id = record.ToString();
        var parts = row.Key.Split('|');
        return !NotOfIt.Any(prefix => row.Key.StartsWith(prefix, StringComparison.Ordinal))
            && !(Tombstone.Is(row) && row.Key == Keys.Gone(record))
            && (
                parts.Contains(id, StringComparer.Ordinal)
                || ((row["case"] == id || row["record"] == id) && !parts.Any(part => RecordRef.TryParse(part) is not null))
            );
    }

    /// <summary>Whether another record calls for a row, or it is one of that record's own.</summary>
    private async Task<bool> IsOfAnotherAsync(
        Row row,
        RecordRef record,
        Dictionary<RecordRef, IReadOnlyDictionary<string, Dictionary<string, string>>> others,
        CancellationToken cancellationToken
    )
    {
        var parts = row.Key.Split('|');
        var at = Array.IndexOf(parts, record.ToString());
        foreach (var (part, i) in parts.Select((part, i) => (part, i)))
        {
            if (RecordRef.TryParse(part) is not { } other || other == record || other.ToString() != part)
            {
                continue;
            }

            if (!others.TryGetValue(other, out var wanted))
            {
                wanted = others[other] = projection.Of((await StoredRecord.LoadAsync(rows, other, cancellationToken)).Record);
            }

            if (wanted.ContainsKey(row.Key) || (i < at && !row.Key.StartsWith(Keys.Links, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
