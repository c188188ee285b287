using System.Collections.Concurrent;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Testing;

/// <summary>Exports and copies in memory: what is there is never replaced.</summary>
public sealed class MemoryAudit : IAuditFiles
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryAdd(name, bytes.ToArray()));

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryGetValue(name, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. _files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ]);
}
