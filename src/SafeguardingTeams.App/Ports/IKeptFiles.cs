using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Ports;

/// <summary>
/// Where the files that have left the house are kept, each under its record and the fingerprint of its bytes. What is there is never
/// replaced.
/// </summary>
public interface IKeptFiles
{
    /// <summary>Puts a file there; one that is there already stays as it is.</summary>
    Task PutAsync(RecordRef record, string sha256, FileContent content, CancellationToken cancellationToken);

    /// <summary>The file as it lies there; null where there is none. Whether it is what was put is for the caller to check.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(RecordRef record, string sha256, CancellationToken cancellationToken);

    /// <summary>The fingerprints of everything that lies there of a record, in their order.</summary>
    Task<IReadOnlyList<string>> NamesAsync(RecordRef record, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a file for good, with every version of it: of a record that is disposed of (F3). False where nobody can yet, because its
    /// time has not run out; one that is not there is removed.
    /// </summary>
    Task<bool> RemoveAsync(RecordRef record, string sha256, CancellationToken cancellationToken);
}
