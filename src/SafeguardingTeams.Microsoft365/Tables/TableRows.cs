using Azure;
using Azure.Data.Tables;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.Microsoft365.Tables;

/// <summary>
/// Rows in Azure Table Storage: one partition, its name the partnership's code. Guards what the emulator lets pass and
/// the real service refuses, before anything is sent.
/// </summary>
internal sealed class TableRows(TableClient table, string partition) : IRows
{
    /// <summary>The most entities of one transaction.</summary>
    internal const int MaxWrites = 100;

    /// <summary>The most bytes of one transaction, with room for its envelope (the service takes 4 MiB).</summary>
    internal const int MaxBytes = 3_500_000;

    public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
        ReadRangeAsync(prefix, prefix[..^1] + (char)(prefix[^1] + 1), cancellationToken);

    public async Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<Row>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            rows.Add(StoredFields.Read(entity));
        }

        return rows;
    }

    public async Task<Row?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return found.HasValue ? StoredFields.Read(found.Value!) : null;
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        Guard(writes);
        try
        {
            await table.SubmitTransactionAsync(writes.Select(Action), CancellationToken.None);
            return new CommitResult.Done();
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412 && e.FailedTransactionActionIndex is { } at)
        {
            return new CommitResult.Conflict(writes[at].Key);
        }
        catch (TableTransactionFailedException e) when (e.Status == 404 && e.FailedTransactionActionIndex is { } at)
        {
            return writes[at] is RowWrite.Replace ? new CommitResult.Conflict(writes[at].Key) : new CommitResult.Missing(writes[at].Key);
        }
    }

    internal static void Guard(IReadOnlyList<RowWrite> writes)
    {
        if (writes.Count is 0 or > MaxWrites)
        {
            throw new ArgumentException($"A transaction has 1 to {MaxWrites} writes, not {writes.Count}.", nameof(writes));
        }

        var twice = writes.GroupBy(write => write.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The row {twice.Key} stands twice in a transaction.", nameof(writes));
        }

        if (
            writes.FirstOrDefault(write =>
                write.Key.Length > 500 || write.Key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c))
            ) is
            { } bad
        )
        {
            throw new ArgumentException(
                $"The key of row {bad.Key.Length} characters long has a character, or a length, the storage refuses.",
                nameof(writes)
            );
        }

        if (writes.Sum(StoredFields.Size) > MaxBytes)
        {
            throw new ArgumentException("The transaction is larger than the storage takes.", nameof(writes));
        }
    }

    private TableTransactionAction Action(RowWrite write) =>
        write switch
        {
            RowWrite.Insert insert => new(TableTransactionActionType.Add, StoredFields.Entity(partition, write.Key, insert.Fields)),
            RowWrite.Replace replace => new(
                TableTransactionActionType.UpdateReplace,
                StoredFields.Entity(partition, write.Key, replace.Fields),
                new ETag(replace.ETag)
            ),
            RowWrite.Put put => new(TableTransactionActionType.UpsertReplace, StoredFields.Entity(partition, write.Key, put.Fields)),
            RowWrite.Delete delete => new(
                TableTransactionActionType.Delete,
                new TableEntity(partition, write.Key),
                delete.ETag is { } etag ? new ETag(etag) : ETag.All
            ),
            _ => throw new InvalidOperationException("An unknown kind of write."),
        };
}
