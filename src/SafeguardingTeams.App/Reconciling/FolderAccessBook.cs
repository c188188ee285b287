using System.Collections.Immutable;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases.Reviewing;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Who can open a folder, against who should (B9): access is only ever given to one person on one folder, and every giving is read
/// back.
/// </summary>
internal sealed class FolderAccessBook(IFolders folders, IGuests guests, IPeople people, GraphTenant tenant, LondonClock clock)
{
    private const string Read = "read";

    private const string Write = "write";

    /// <summary>The account somebody has in the site's tenant: their own, a guest's, or one that is made for them now.</summary>
    /// <exception cref="ReconcileStopped">The directory did not do it.</exception>
    internal async Task<string> AccountOfAsync(Contact contact, CancellationToken cancellationToken)
    {
        var own = people
            .Find(contact.PersonId)
            ?.Accounts.Find(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase));
        return own?.ObjectId
            ?? (
                await guests.FindAsync(contact.Email, cancellationToken).FoundAsync()
                ?? await guests.InviteAsync(contact.Email, contact.Display, cancellationToken).ValueAsync()
            ).Id;
    }

    /// <summary>
    /// Opens each folder to exactly those who should, beside those who have it by the library's root: who can do more than they should
    /// is brought down first, then who is new is let in, then who should no longer is taken away, then all is read back. Records are never
    /// without somebody who can reach them: there the old access stays until the new stands (B9). Elsewhere one who cannot be let in keeps
    /// nobody out and nobody in.
    /// </summary>
    /// <returns>What is wrong all the same, in plain words; empty where it is as it should be.</returns>
    /// <exception cref="ReconcileStopped">SharePoint did not do it.</exception>
    internal async Task<string> OpenAsync(ImmutableList<OpenFolder> all, CancellationToken cancellationToken)
    {
        ReconcileStopped? stopped = null;
        foreach (var (library, item, should, access) in all)
        {
            var root = Holders(await folders.RootPermissionsAsync(library, cancellationToken).ValueAsync());
            var now = await folders.PermissionsAsync(library, item, cancellationToken).ValueAsync();
            var tooMuch = now.RemoveAll(permission =>
                !should.Contains(permission.Holder) || root.Contains(permission.Holder) || !IsTooMuch(permission, access)
            );
            foreach (var permission in tooMuch)
            {
                await folders.RevokeAsync(library, item, permission.Id, cancellationToken).ValueAsync();
            }

            foreach (
                var person in should.Except(Holders(now.RemoveAll(permission => !Is(permission, access) || tooMuch.Contains(permission))))
            )
            {
                try
                {
                    await folders.GrantAsync(library, item, person, access, cancellationToken).ValueAsync();
                }
                catch (ReconcileStopped e) when (library != Library.SecuredRecords)
                {
                    stopped ??= e;
                }
            }

            foreach (var extra in now.Where(permission => !should.Contains(permission.Holder) && !root.Contains(permission.Holder)))
            {
                await folders.RevokeAsync(library, item, extra.Id, cancellationToken).ValueAsync();
            }
        }

        return stopped is null ? await WrongAsync(all, cancellationToken) : throw stopped;
    }

    /// <summary>
    /// Compares who can open each folder with who should. By the library's root that may be groups and applications, and single
    /// people only of operations.
    /// </summary>
    /// <returns>What is wrong, in plain words; empty where all is as it should be.</returns>
    /// <exception cref="ReconcileStopped">SharePoint did not say.</exception>
    internal async Task<string> WrongAsync(ImmutableList<OpenFolder> all, CancellationToken cancellationToken)
    {
        var wrong = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var folder in all)
        {
            wrong.Add(await WrongAsync(folder, cancellationToken));
        }

        return string.Join(' ', wrong.Where(text => text.Length > 0));
    }

    private async Task<string> WrongAsync(OpenFolder folder, CancellationToken cancellationToken)
    {
        var (library, item, should, access) = folder;
        var operations = Operations();
        var root = Holders([
            .. (await folders.RootPermissionsAsync(library, cancellationToken).ValueAsync()).Where(permission =>
                permission.IsOfMany || operations.Contains(permission.Holder)
            ),
        ]);
        var permissions = await folders.PermissionsAsync(library, item, cancellationToken).ValueAsync();
        var now = Holders(permissions);
        var (extra, missing) = (
            now.Except(should).Except(root).Count,
            should.Except(Holders(permissions.RemoveAll(permission => !Is(permission, access)))).Count
        );
        return (extra, missing) switch
        {
            (0, 0) => permissions.Exists(permission =>
                should.Contains(permission.Holder) && !root.Contains(permission.Holder) && IsTooMuch(permission, access)
            )
                ? "Somebody can do more than they should."
                : "",
            (_, 0) => $"{(now.Contains("link") ? "There is a sharing link, or somebody" : "Somebody")} has access who should not.",
            (0, _) => "Somebody who should have access does not have it.",
            _ => "Somebody has access who should not, and somebody who should does not.",
        };
    }

    /// <summary>Whether a permission lets somebody do what they should be able to: who may add may open as well.</summary>
    private static bool Is(ItemPermission permission, FolderAccess access) =>
        access == FolderAccess.Read ? !permission.Roles.IsEmpty : permission.Roles.Exists(role => role is not Read);

    private static bool IsTooMuch(ItemPermission permission, FolderAccess access) =>
        permission.Roles.Exists(role => role is not Read && (access == FolderAccess.Read || role is not Write));

    private ImmutableHashSet<string> Operations() =>
        people
            .Actors(clock.Today)
            .Where(person => person.MayHold.Contains(Role.Operations))
            .SelectMany(person => people.Find(person.PersonId)?.Accounts ?? [])
            .Where(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase))
            .Select(account => account.ObjectId)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private static ImmutableHashSet<string> Holders(ImmutableList<ItemPermission> permissions) =>
        permissions.Select(permission => permission.Holder).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A folder, and who should be able to do what in it.</summary>
/// <param name="Item">The folder.</param>
/// <param name="Should">Account ids of those who should have access, beside those who have it by the library's root.</param>
/// <param name="Access">What they may do.</param>
internal sealed record OpenFolder(Library Library, string Item, ImmutableHashSet<string> Should, FolderAccess Access)
{
    /// <summary>Nobody's.</summary>
    internal static readonly ImmutableHashSet<string> Nobody = ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The accounts in a line of a checkpoint.</summary>
    internal static ImmutableHashSet<string> Noted(string accounts) =>
        Nobody.Union(accounts.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
