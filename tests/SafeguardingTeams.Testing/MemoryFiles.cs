using System.Collections.Concurrent;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Testing;

/// <summary>Kept files in memory: what is there stays as it is.</summary>
public sealed class MemoryFiles : IKeptFiles
{
    private readonly ConcurrentDictionary<(RecordRef, string), byte[]> _files = new();

    /// <inheritdoc/>
    public Task PutAsync(RecordRef record, string sha256, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        _files.TryAdd((record, sha256), bytes.ToArray());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(RecordRef record, string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryGetValue((record, sha256), out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);
}
