using System.Collections.Immutable;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases.Reviewing;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Who can open a folder, against who should (B9): access is only ever given to one person on one folder, and every giving is read
/// back. What cannot be identified is never taken away, only said.
/// </summary>
internal sealed class FolderAccessBook(IFolders folders, IGuests guests, IPeople people, GraphTenant tenant, LondonClock clock)
{
    /// <summary>So long after an account was made SharePoint may not know it.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromHours(1);

    private static readonly TimeSpan NotKnownYet = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The account somebody has in the site's tenant: their own, a guest's, or one that is made for them now. Who has not accepted is
    /// invited again where it is not known where they do that: it stays the same account.
    /// </summary>
    /// <exception cref="ReconcileStopped">The directory did not do it.</exception>
    internal async Task<DirectoryAccount> AccountOfAsync(Contact contact, bool knowsWhereToAccept, CancellationToken cancellationToken)
    {
        var own = people
            .Find(contact.PersonId)
            ?.Accounts.Find(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase));
        if (own is not null)
        {
            return new(own.ObjectId, IsFromElsewhere: false);
        }

        var found = await guests.FindAsync(contact.Email, cancellationToken).FoundAsync();
        return found is not null && (!found.IsPending || knowsWhereToAccept)
            ? found
            : await guests.InviteAsync(contact.Email, contact.Display, cancellationToken).ValueAsync() with
            {
                MadeAt = found?.MadeAt ?? clock.Now,
            };
    }

    /// <summary>Whether SharePoint may not know an account yet.</summary>
    internal bool IsYoung(DirectoryAccount account) => account.MadeAt is { } at && clock.Now - at < Young;

    /// <summary>
    /// Opens each folder to exactly those who should, beside those who have it by the library's root: who can do more than they should
    /// is brought down first, then who is new is let in, then who should no longer is taken away, then all is read back. Records are never
    /// without somebody who can reach them: there the old access stays until the new stands (B9). Elsewhere one who cannot be let in keeps
    /// nobody out and nobody in.
    /// </summary>
    /// <param name="young">Accounts that SharePoint may not know yet.</param>
    /// <param name="given">Notes what was given to somebody who may not be listed.</param>
    /// <returns>What is wrong all the same.</returns>
    /// <exception cref="ReconcileStopped">SharePoint did not do it.</exception>
    internal async Task<AccessFault> OpenAsync(
        ImmutableList<OpenFolder> all,
        ImmutableHashSet<string> young,
        Func<string, string, Task> given,
        CancellationToken cancellationToken
    )
    {
        ReconcileStopped? stopped = null;
        var look = new AccessLook(folders);
        foreach (var folder in all)
        {
            var root = await look.RootAsync(folder.Library, cancellationToken);
            var now = await look.OfAsync(folder, cancellationToken);
            // What is the same at the root comes from there, or would change nothing.
            var own = now.RemoveAll(entry => root.Exists(other => other.IsOneWith(entry) && entry.Roles.TrueForAll(other.Roles.Contains)));
            var tooMuch = own.FindAll(entry => entry.IsAnyOf(folder.Should) && entry.IsTooMuchFor(folder.Access));
            await RevokeAsync(folder, tooMuch, cancellationToken);
            foreach (var person in folder.Missing(now.RemoveAll(tooMuch.Contains)))
            {
                try
                {
                    var entry = await GrantAsync(folder, person, young.Contains(person), cancellationToken);
                    await (folder.Pending.Contains(person) ? given(person, entry) : Task.CompletedTask);
                }
                catch (ReconcileStopped e) when (folder.Library != Library.SecuredRecords)
                {
                    stopped ??= e;
                }
            }

            await RevokeAsync(folder, own.FindAll(entry => entry.IsKnown && !entry.IsAnyOf(folder.Should)), cancellationToken);
            foreach (
                var (_, entry) in folder.Given.Where(one => !folder.Should.Contains(one.Key) && !now.Exists(entry => entry.Id == one.Value))
            )
            {
                // Nobody can see whether it is gone, and "not found" may be said of what is only late: it is asked for twice.
                await RevokeAsync(folder, [new(entry, OpenFolder.Nobody, []), new(entry, OpenFolder.Nobody, [])], cancellationToken);
            }
        }

        return stopped is null ? await WrongAsync(all, new(folders), cancellationToken) : throw stopped;
    }

    /// <summary>
    /// Compares who can open each folder with who should. By the library's root that may be groups and applications, and single
    /// people only of operations.
    /// </summary>
    /// <param name="look">What is read for it, the roots once.</param>
    /// <exception cref="ReconcileStopped">SharePoint did not say.</exception>
    internal async Task<AccessFault> WrongAsync(ImmutableList<OpenFolder> all, AccessLook look, CancellationToken cancellationToken)
    {
        var found = ImmutableList.CreateBuilder<AccessFinding>();
        var notListed = OpenFolder.Nobody;
        var operations = Operations();
        foreach (var folder in all)
        {
            var root = (await look.RootAsync(folder.Library, cancellationToken)).FindAll(entry =>
                entry.IsOfMany || entry.IsAnyOf(operations)
            );
            var now = await look.OfAsync(folder, cancellationToken);
            bool IsByRoot(ItemPermission entry) => root.Exists(other => other.IsOneWith(entry));
            found.AddRange(
                now.Where(entry => !entry.IsAnyOf(folder.Should) && !IsByRoot(entry))
                    .Select(entry => new AccessFinding(
                        entry.IsLink ? AccessKind.Link
                            : entry.IsKnown ? AccessKind.Extra
                            : AccessKind.Unknown,
                        folder,
                        string.Join('+', entry.Keys.Order(StringComparer.Ordinal))
                    ))
            );
            foreach (var person in folder.Missing(now))
            {
                if (await IsStillPendingAsync(folder, person, cancellationToken))
                {
                    notListed = notListed.Add(person);
                }
                else
                {
                    found.Add(new(AccessKind.Missing, folder, person));
                }
            }

            found.AddRange(
                now.Where(entry => entry.IsAnyOf(folder.Should) && !IsByRoot(entry) && entry.IsTooMuchFor(folder.Access))
                    .Select(entry => new AccessFinding(AccessKind.TooMuch, folder, entry.Id))
            );
        }

        return AccessFault.Of(found.ToImmutable()) with
        {
            NotListed = notListed,
        };
    }

    /// <summary>A guest made a moment ago SharePoint may refuse as nobody it knows: that is not for good.</summary>
    private async Task<string> GrantAsync(OpenFolder folder, string person, bool isYoung, CancellationToken cancellationToken)
    {
        var end = await folders.GrantAsync(folder.Library, folder.Item, person, folder.Access, cancellationToken);
        if (isYoung && end is GraphResult<string>.Refused { Code: "noResolvedUsers" or "invalidRequest" })
        {
            throw new ReconcileStopped(new ReconcileResult.Later(NotKnownYet));
        }

        return await Task.FromResult(end).ValueAsync();
    }

    /// <summary>
    /// Whether somebody who should have access and is not listed has been invited and not accepted yet: SharePoint may list them only then.
    /// </summary>
    private async Task<bool> IsStillPendingAsync(OpenFolder folder, string person, CancellationToken cancellationToken) =>
        folder.Pending.Contains(person) && await guests.ReadAsync(person, cancellationToken).FoundAsync() is { IsPending: true };

    private async Task RevokeAsync(OpenFolder folder, ImmutableList<ItemPermission> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await folders.RevokeAsync(folder.Library, folder.Item, entry.Id, cancellationToken).ValueAsync();
        }
    }

    private ImmutableHashSet<string> Operations() =>
        people
            .Actors(clock.Today)
            .Where(person => person.MayHold.Contains(Role.Operations))
            .SelectMany(person => people.Find(person.PersonId)?.Accounts ?? [])
            .Where(account => account.TenantId.Equals(tenant.Id, StringComparison.OrdinalIgnoreCase))
            .Select(account => account.ObjectId)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
