using System.Collections.Immutable;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.App.Errands;

/// <summary>Who can open a folder, against who should (B9): access is only ever given to one person on one folder, and every giving is read back.</summary>
internal sealed class FolderAccessBook(IFolders folders, IGuests guests, IPeople people, GraphTenant tenant, LondonClock clock)
{
    /// <summary>The account somebody has in the site's tenant: their own, a guest's, or one that is made for them now.</summary>
    /// <exception cref="ErrandStopped">The directory did not do it.</exception>
    internal async Task<string> AccountOfAsync(Contact contact, CancellationToken cancellationToken)
    {
        var own = people.Find(contact.PersonId)?.Accounts.Find(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase));
        return own?.ObjectId
            ?? await guests.FindAsync(contact.Email, cancellationToken).FoundAsync()
            ?? await guests.InviteAsync(contact.Email, contact.Display, cancellationToken).ValueAsync();
    }

    /// <summary>
    /// Opens an item to exactly these people, beside those who have it by the library's root: who is new first, then who should no
    /// longer is taken away, then all is read back.
    /// </summary>
    /// <returns>What is wrong all the same, in plain words; empty where it is as it should be.</returns>
    /// <exception cref="ErrandStopped">SharePoint did not do it.</exception>
    internal async Task<string> OpenToAsync(Library library, string itemId, ImmutableHashSet<string> should, FolderAccess access, CancellationToken cancellationToken)
    {
        var root = Holders(await folders.RootPermissionsAsync(library, cancellationToken).ValueAsync());
        var now = await folders.PermissionsAsync(library, itemId, cancellationToken).ValueAsync();
        foreach (var person in should.Except(Holders(now)))
        {
            await folders.GrantAsync(library, itemId, person, access, cancellationToken).ValueAsync();
        }

        foreach (var extra in now.Where(permission => !should.Contains(permission.Holder) && !root.Contains(permission.Holder)))
        {
            await folders.RevokeAsync(library, itemId, extra.Id, cancellationToken).ValueAsync();
        }

        return await WrongAsync(library, itemId, should, cancellationToken);
    }

    /// <summary>Compares who can open an item with who should. By the library's root that may be groups and applications, and single people only of operations.</summary>
    /// <exception cref="ErrandStopped">SharePoint did not say.</exception>
    internal async Task<string> WrongAsync(Library library, string itemId, ImmutableHashSet<string> should, CancellationToken cancellationToken)
    {
        var operations = Operations();
        var root = Holders([.. (await folders.RootPermissionsAsync(library, cancellationToken).ValueAsync()).Where(permission => permission.IsOfMany || operations.Contains(permission.Holder))]);
        var now = Holders(await folders.PermissionsAsync(library, itemId, cancellationToken).ValueAsync());
        var (extra, missing) = (now.Except(should).Except(root).Count, should.Except(now).Count);
        return (extra, missing) switch
        {
            (0, 0) => "",
            (_, 0) => $"{(now.Contains("link") ? "There is a sharing link, or somebody" : "Somebody")} has access who should not.",
            (0, _) => "Somebody who should have access does not have it.",
            _ => "Somebody has access who should not, and somebody who should does not.",
        };
    }

    private ImmutableHashSet<string> Operations() => people.Actors(clock.Today).Where(person => person.MayHold.Contains(Role.Operations))
        .SelectMany(person => people.Find(person.PersonId)?.Accounts ?? []).Where(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase))
        .Select(account => account.ObjectId).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private static ImmutableHashSet<string> Holders(ImmutableList<ItemPermission> permissions) => permissions.Select(permission => permission.Holder).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The tenant the SharePoint site is in.</summary>
/// <param name="Id">Its id.</param>
public sealed record GraphTenant(string Id);
