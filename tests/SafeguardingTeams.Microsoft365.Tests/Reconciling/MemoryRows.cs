using System.Globalization;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Rows in memory, as strict as the table about states and transactions, in which a process can die at a commit.</summary>
internal sealed class MemoryRows : IRows
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private int _etags;

    /// <summary>Asked before each commit: null to do it; else the process dies there, with the commit done or not.</summary>
    internal Func<IReadOnlyList<RowWrite>, bool?>? Dies { get; set; }

    /// <summary>Fires when the process ends: from then on it can do nothing here.</summary>
    internal CancellationToken Death { get; set; }

    /// <summary>What somebody else does between a commit's making up and its doing.</summary>
    internal bool Yields { get; set; }

    public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
        ReadRangeAsync(prefix, prefix + '\uffff', cancellationToken);

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken);
        lock (_gate)
        {
            return [.. _rows.Values.Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0)];
        }
    }

    public async Task<Row?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken);
        lock (_gate)
        {
            return _rows.GetValueOrDefault(key);
        }
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken);
        if (Dies?.Invoke(writes) is { } done)
        {
            if (done)
            {
                Commit(writes);
            }

            throw new DiedException();
        }

        return Commit(writes);
    }

    private CommitResult Commit(IReadOnlyList<RowWrite> writes)
    {
        Assert.InRange(writes.Count, 1, 100);
        Assert.Distinct(writes.Select(write => write.Key));
        lock (_gate)
        {
            foreach (var write in writes)
            {
                var there = _rows.GetValueOrDefault(write.Key);
                switch (write)
                {
                    case RowWrite.Insert when there is not null:
                    case RowWrite.Replace replace when there?.ETag != replace.ETag:
                    case RowWrite.Delete { ETag: { } etag } when there is not null && there.ETag != etag:
                        return new CommitResult.Conflict(write.Key);
                    case RowWrite.Delete when there is null:
                        return new CommitResult.Missing(write.Key);
                }
            }

            foreach (var write in writes)
            {
                switch (write)
                {
                    case RowWrite.Insert insert:
                        Put(insert.Key, insert.Fields);
                        break;
                    case RowWrite.Replace replace:
                        Put(replace.Key, replace.Fields);
                        break;
                    case RowWrite.Put put:
                        Put(put.Key, put.Fields);
                        break;
                    case RowWrite.Delete delete:
                        _rows.Remove(delete.Key);
                        break;
                }
            }

            return new CommitResult.Done();
        }
    }

    private void Put(string key, IReadOnlyDictionary<string, string> fields) =>
        _rows[key] = new(key, fields.ToDictionary(), (++_etags).ToString(CultureInfo.InvariantCulture));

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Death.ThrowIfCancellationRequested();
        if (Yields)
        {
            await Task.Yield();
        }
    }
}

/// <summary>The process ended here.</summary>
internal sealed class DiedException : OperationCanceledException;
