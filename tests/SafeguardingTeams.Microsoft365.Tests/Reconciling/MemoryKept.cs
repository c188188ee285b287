using System.Collections.Concurrent;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Kept files in memory, as strict as the container: what is there is never replaced but by a test.</summary>
internal sealed class MemoryKept : IKeptFiles
{
    /// <summary>By record and fingerprint.</summary>
    internal ConcurrentDictionary<(RecordRef Record, string Sha256), ReadOnlyMemory<byte>> Files { get; } = [];

    /// <summary>How many files were drawn and brought here, those that were there already as well.</summary>
    internal int Brought { get; private set; }

    /// <summary>Asked before each file is put: null to do it; else the process dies there, with the file put or not.</summary>
    internal Func<string, bool?>? Dies { get; set; }

    public Task PutAsync(RecordRef record, string sha256, FileContent content, CancellationToken cancellationToken)
    {
        using var held = new MemoryStream();
        using var bytes = content.Open();
        bytes.CopyTo(held);
        cancellationToken.ThrowIfCancellationRequested();
        Assert.Equal(64, sha256.Length);
        var dies = Dies?.Invoke(sha256);
        if (dies is not false)
        {
            Brought++;
            Files.TryAdd((record, sha256), held.ToArray());
        }

        return dies is null ? Task.CompletedTask : throw new DiedException();
    }

    public Task<IReadOnlyList<string>> NamesAsync(RecordRef record, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. Files.Keys.Where(key => key.Record == record).Select(key => key.Sha256).Order(StringComparer.Ordinal),
        ]);

    public Task<bool> RemoveAsync(RecordRef record, string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Files.TryRemove((record, sha256), out _);
        return Task.FromResult(true);
    }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(RecordRef record, string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Files.TryGetValue((record, sha256), out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null);
    }
}
