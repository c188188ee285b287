using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Bundle;

namespace SafeguardingTeams.App.Audit;

/// <summary>
/// What people keep in SharePoint for a case: every file below the folder of its reference in each library, written into a bundle as it
/// comes. What could not be brought is named with why, so that nobody takes the bundle for whole.
/// </summary>
/// <param name="folders">The site.</param>
/// <param name="place">Where the files go.</param>
/// <param name="time">For a service that asks to wait.</param>
internal sealed class RecordFolders(IFolders folders, IBundlePlace place, TimeProvider time)
{
    private const int Tries = 3;

    private readonly ImmutableList<BundledFile>.Builder _found = ImmutableList.CreateBuilder<BundledFile>();

    /// <summary>Brings them; names in the bundle hold the reference and a number, whatever a file is called.</summary>
    internal async Task<ImmutableList<BundledFile>> BringAsync(CaseId id, CancellationToken stop)
    {
        foreach (var library in Enum.GetValues<Library>())
        {
            switch (await AgainAsync(() => folders.FindFolderAsync(library, id.Value, stop), stop))
            {
                case GraphResult<StoredItem>.Done { Value: var folder }:
                    await WithinAsync(id, library, folder, $"{library}/{folder.Name}", stop);
                    break;
                case GraphResult<StoredItem>.NotFound:
                    break;
                case var end:
                    _found.Add(new($"{library}/{id}", "", 0, "", "", Why(end)));
                    break;
            }
        }

        return _found.ToImmutable();
    }

    private async Task WithinAsync(CaseId id, Library library, StoredItem folder, string path, CancellationToken stop)
    {
        var end = await AgainAsync(() => folders.ListAsync(library, folder.Id, stop), stop);
        if (end is not GraphResult<ImmutableList<StoredItem>>.Done { Value: var items })
        {
            _found.Add(new(path, folder.WebUrl.ToString(), 0, "", "", Why(end)));
            return;
        }

        foreach (var item in items.OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            if (item.IsFolder)
            {
                await WithinAsync(id, library, item, $"{path}/{item.Name}", stop);
            }
            else
            {
                var name = $"{id}-file-{_found.Count + 1:D3}{BundleNames.Ending(item.Name)}";
                var (sha256, why) = await CopyAsync(library, item, name, stop);
                _found.Add(new($"{path}/{item.Name}", item.WebUrl.ToString(), item.Size, why.Length == 0 ? name : "", sha256, why));
            }
        }
    }

    private async Task<(string Sha256, string Why)> CopyAsync(Library library, StoredItem item, string name, CancellationToken stop)
    {
        var sum = "";
        var end = await AgainAsync(
            async () =>
            {
                using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                await using var to = new HashedStream(place.Create(name), sha256);
                var copied = await folders.CopyAsync(library, item.Id, to, stop);
                sum = Convert.ToHexStringLower(sha256.GetHashAndReset());
                return copied is GraphResult<Nothing>.Done && to.Position != item.Size
                    ? new GraphResult<Nothing>.Refused("It was changed while it was brought, or did not come whole.")
                    : copied;
            },
            stop
        );
        if (end is GraphResult<Nothing>.Done)
        {
            return (sum, "");
        }

        place.Remove(name);
        return ("", Why(end));
    }

    /// <summary>What a call gives; where it is asked to wait, after that again, a few times.</summary>
    private async Task<GraphResult<T>> AgainAsync<T>(Func<Task<GraphResult<T>>> call, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var end = await call();
            if (end is not GraphResult<T>.Later later || tries == Tries)
            {
                return end;
            }

            await Task.Delay(later.Wait, time, stop);
        }
    }

    private static string Why<T>(GraphResult<T> end) =>
        end switch
        {
            GraphResult<T>.Refused refused => refused.Why,
            GraphResult<T>.NotFound => "It is not there any more.",
            _ => "SharePoint did not answer.",
        };
}
