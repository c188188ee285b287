using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>Where a case's files lie: a folder of the reference in each library, and in it one for each agency (B9, B10).</summary>
internal sealed class CaseFolders(IFolders folders)
{
    /// <summary>A case's own folder in a library.</summary>
    /// <exception cref="ReconcileStopped">SharePoint did not do it.</exception>
    internal async Task<string> OfCaseAsync(Library library, CaseId id, CancellationToken cancellationToken) =>
        (await folders.EnsureFolderAsync(library, null, id.Value, cancellationToken).ValueAsync()).Id;

    /// <summary>A folder in it.</summary>
    /// <inheritdoc cref="OfCaseAsync"/>
    internal async Task<StoredItem> WithinAsync(Library library, CaseId id, string name, CancellationToken cancellationToken) =>
        await folders.EnsureFolderAsync(library, await OfCaseAsync(library, id, cancellationToken), name, cancellationToken).ValueAsync();

    /// <summary>Puts a file there, or finds the one of that name that is there already.</summary>
    /// <inheritdoc cref="OfCaseAsync"/>
    internal async Task<StoredItem> KeepAsync(
        Library library,
        string folderId,
        string name,
        Func<FileContent> content,
        CancellationToken cancellationToken
    )
    {
        if (await NamedAsync(library, folderId, name, cancellationToken) is { } there)
        {
            return there;
        }

        // Refused may mean that it has come there meanwhile, or was there and not shown yet.
        var end = await folders.UploadAsync(library, folderId, name, content(), cancellationToken);
        return end is GraphResult<StoredItem>.Refused && await NamedAsync(library, folderId, name, cancellationToken) is { } now
            ? now
            : await Task.FromResult(end).ValueAsync();
    }

    /// <summary>A file of the case; null where it is not there.</summary>
    /// <inheritdoc cref="OfCaseAsync"/>
    internal async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Library library,
        CaseId id,
        string folder,
        string name,
        CancellationToken cancellationToken
    ) =>
        await NamedAsync(library, (await WithinAsync(library, id, folder, cancellationToken)).Id, name, cancellationToken) is { } there
            ? await folders.DownloadAsync(library, there.Id, cancellationToken).ValueAsync()
            : null;

    private async Task<StoredItem?> NamedAsync(Library library, string folderId, string name, CancellationToken cancellationToken) =>
        (await folders.ListAsync(library, folderId, cancellationToken).ValueAsync()).Find(item =>
            item.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        );
}
