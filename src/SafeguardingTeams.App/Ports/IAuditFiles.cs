namespace SafeguardingTeams.App.Ports;

/// <summary>
/// Where the nightly exports lie, out of reach of whoever can write to the table: what is there is never replaced, and in Azure nobody can
/// remove it before its time.
/// </summary>
public interface IAuditFiles
{
    /// <summary>Puts a file there. False where one of that name is there already: it stays as it is.</summary>
    Task<bool> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The file as it lies there; null where there is none.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>The names that begin with a prefix, in ordinal order.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken);
}
