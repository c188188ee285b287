namespace SafeguardingTeams.App.Storage;

/// <summary>
/// The partnership's one partition of a table: rows by key, range reads, and transactions that happen wholly or not at
/// all. Everything that changes together lives here together (one command, one transaction).
/// </summary>
public interface IRows
{
    /// <summary>All rows with <paramref name="prefix"/>, in key order.</summary>
    /// <param name="prefix">The start of the key.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The rows from <paramref name="from"/> up to and without <paramref name="to"/>, in key order.</summary>
    Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken);

    /// <summary>One row, or null.</summary>
    Task<Row?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Does all the writes, or none. At most 100.</summary>
    /// <exception cref="ArgumentException">A limit of the storage is passed; nothing was sent.</exception>
    Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken);
}

/// <summary>One stored row.</summary>
/// <param name="Key">Its place in the partition.</param>
/// <param name="Fields">Named texts; the adapter splits long ones.</param>
/// <param name="ETag">Which state of the row this is.</param>
public sealed record Row(string Key, IReadOnlyDictionary<string, string> Fields, string ETag)
{
    /// <summary>A field, or empty.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}

/// <summary>One write of a transaction.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>A new row; the transaction fails where there is one already.</summary>
    public sealed record Insert(string Key, IReadOnlyDictionary<string, string> Fields) : RowWrite(Key);

    /// <summary>In place of the state <paramref name="ETag"/>; the transaction fails where the row has changed since.</summary>
    public sealed record Replace(string Key, IReadOnlyDictionary<string, string> Fields, string ETag) : RowWrite(Key);

    /// <summary>Whatever was there.</summary>
    public sealed record Put(string Key, IReadOnlyDictionary<string, string> Fields) : RowWrite(Key);

    /// <summary>Takes the row away; with an ETag, only that state of it.</summary>
    public sealed record Delete(string Key, string? ETag = null) : RowWrite(Key);
}

/// <summary>How a transaction ended.</summary>
public abstract record CommitResult
{
    /// <summary>All of it is stored.</summary>
    public sealed record Done : CommitResult;

    /// <summary>None of it: this row exists already, or is not in the state expected.</summary>
    public sealed record Conflict(string Key) : CommitResult;

    /// <summary>None of it: this row, to be deleted, is not there.</summary>
    public sealed record Missing(string Key) : CommitResult;
}
