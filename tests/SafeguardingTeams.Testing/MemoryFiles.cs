using System.Collections.Concurrent;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Testing;

/// <summary>Kept files in memory: what is there stays as it is.</summary>
public sealed class MemoryFiles : IKeptFiles
{
    private readonly ConcurrentDictionary<(RecordRef, string), byte[]> _files = new();

    /// <inheritdoc/>
    public Task PutAsync(RecordRef record, string sha256, FileContent content, CancellationToken cancellationToken)
    {
        using var held = new MemoryStream();
        using var bytes = content.Open();
        bytes.CopyTo(held);
        _files.TryAdd((record, sha256), held.ToArray());
        return Task.CompletedTask;
    }

    /// <summary>Those that nobody can remove yet.</summary>
    public HashSet<string> Locked { get; } = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> NamesAsync(RecordRef record, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. _files.Keys.Where(key => key.Item1 == record).Select(key => key.Item2).Order(StringComparer.Ordinal),
        ]);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(RecordRef record, string sha256, CancellationToken cancellationToken)
    {
        if (Locked.Contains(sha256))
        {
            return Task.FromResult(false);
        }

        _files.TryRemove((record, sha256), out _);
        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(RecordRef record, string sha256, CancellationToken cancellationToken) =>
        Task.FromResult(_files.TryGetValue((record, sha256), out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);
}
