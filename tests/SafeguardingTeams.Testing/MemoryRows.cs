using System.Globalization;
using Azure;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Testing;

/// <summary>
/// Rows in memory, for plays that begin hundreds of times from the same place. It answers as <see cref="TableRows"/> does on the emulator,
/// which the same tests hold both to, and refuses by the same guards.
/// </summary>
/// <param name="rows">What is stored at the beginning.</param>
public sealed class MemoryRows(params IEnumerable<Row> rows) : IRows
{
    private const string Partition = "memory";

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Row> _rows = new(rows.ToDictionary(row => row.Key), StringComparer.Ordinal);
    private int _written;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult(Found(key => key.StartsWith(prefix, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) =>
        Task.FromResult(Found(key => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, to) < 0));

    /// <inheritdoc/>
    public Task<Row?> FindAsync(string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_rows.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        TableRows.Guard(writes);
        lock (_lock)
        {
            if (writes.Select(Refused).FirstOrDefault(refused => refused is not null) is { } result)
            {
                return Task.FromResult(result);
            }

            foreach (var write in writes)
            {
                if (Fields(write) is { } fields)
                {
                    _rows[write.Key] = AsStored(write.Key, fields);
                }
                else
                {
                    _rows.Remove(write.Key);
                }
            }
        }

        return Task.FromResult<CommitResult>(new CommitResult.Done());
    }

    private IReadOnlyList<Row> Found(Func<string, bool> isAsked)
    {
        lock (_lock)
        {
            return [.. _rows.Where(row => isAsked(row.Key)).Select(row => row.Value)];
        }
    }

    private CommitResult? Refused(RowWrite write) =>
        (write, _rows.GetValueOrDefault(write.Key)) switch
        {
            (RowWrite.Insert, not null) => new CommitResult.Conflict(write.Key),
            (RowWrite.Replace replace, var there) when there?.ETag != replace.ETag => new CommitResult.Conflict(write.Key),
            (RowWrite.Delete, null) => new CommitResult.Missing(write.Key),
            (RowWrite.Delete { ETag: { } etag }, var there) when there!.ETag != etag => new CommitResult.Conflict(write.Key),
            _ => null,
        };

    /// <summary>Split and put together again as the storage does it.</summary>
    private Row AsStored(string key, IReadOnlyDictionary<string, string> fields)
    {
        var entity = StoredFields.Entity(Partition, key, fields);
        entity.ETag = new ETag($"W/\"{(++_written).ToString(CultureInfo.InvariantCulture)}\"");
        return StoredFields.Read(entity);
    }

    private static IReadOnlyDictionary<string, string>? Fields(RowWrite write) =>
        write switch
        {
            RowWrite.Insert insert => insert.Fields,
            RowWrite.Replace replace => replace.Fields,
            RowWrite.Put put => put.Fields,
            _ => null,
        };
}
