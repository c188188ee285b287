using System.Collections.Concurrent;
using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>
/// Whose a sign-in name is: SharePoint lists guests by that alone, and folders are given to accounts. The directory is asked once for each
/// name; only an account that was found is kept.
/// </summary>
internal sealed class SignInNames(IGuests directory)
{
    private readonly ConcurrentDictionary<string, string> _accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries with the accounts of those that have a sign-in name alone; one the directory does not know stays unknown.</summary>
    internal async Task<GraphResult<ImmutableList<ItemPermission>>> IdentifiedAsync(
        ImmutableList<ItemPermission> entries,
        CancellationToken cancellationToken
    )
    {
        foreach (var entry in entries.Where(entry => entry.SignInName.Length > 0))
        {
            if (!_accounts.TryGetValue(entry.SignInName, out var account))
            {
                switch (await directory.FindAsync(entry.SignInName, cancellationToken))
                {
                    case GraphResult<DirectoryAccount>.Done found:
                        account = _accounts[entry.SignInName] = found.Value.Id;
                        break;
                    case GraphResult<DirectoryAccount>.Later later:
                        return new GraphResult<ImmutableList<ItemPermission>>.Later(later.Wait, OutcomeUnknown: false);
                    default:
                        continue;
                }
            }

            entries = entries.Replace(entry, entry with { Keys = entry.Keys.Add(account), IsKnown = true });
        }

        return new GraphResult<ImmutableList<ItemPermission>>.Done(entries);
    }
}
