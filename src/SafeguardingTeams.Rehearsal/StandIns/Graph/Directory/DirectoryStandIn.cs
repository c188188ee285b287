using System.Collections.Immutable;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Directory;

/// <summary>The accounts of the site's tenant: its members, and guests of other organisations.</summary>
public sealed class DirectoryStandIn
{
    private ImmutableSortedDictionary<string, Account> _accounts = ImmutableSortedDictionary<string, Account>.Empty;

    /// <summary>All of them, by object id.</summary>
    public ImmutableSortedDictionary<string, Account> Accounts => _accounts;

    /// <summary>Puts an account in, or another in its place.</summary>
    public void Add(Account account) => ImmutableInterlocked.Update(ref _accounts, (all, one) => all.SetItem(one.Id, one), account);

    /// <summary>A guest opens the invitation's link and is in.</summary>
    public void Accept(string address) => With(address).ToList().ForEach(account => Add(account with { IsPending = false }));

    /// <summary>Deletes an account, as when somebody has left.</summary>
    public void Delete(string id) => ImmutableInterlocked.Update(ref _accounts, (all, one) => all.Remove(one), id);

    /// <summary>The accounts with an address.</summary>
    public IEnumerable<Account> With(string address) => _accounts.Values.Where(account => account.Has(address));

    internal void Clear() => _accounts = _accounts.Clear();
}

/// <param name="Id">Its object id in this tenant.</param>
/// <param name="Display">As people see it.</param>
/// <param name="Mail">Its address.</param>
/// <param name="SignInName">What it signs in with; a guest's is made of their address at home.</param>
/// <param name="IsGuest">Whether it is somebody of another organisation.</param>
/// <param name="OtherMails">Further addresses.</param>
public sealed record Account(string Id, string Display, string Mail, string SignInName, bool IsGuest, ImmutableList<string> OtherMails)
{
    /// <summary>When it was made here; long ago unless told.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether somebody invited has not accepted yet.</summary>
    public bool IsPending { get; init; }

    /// <summary>Whether nobody can sign in with it, as of somebody who has left.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>A member of the tenant, who signs in with their address.</summary>
    public static Account Member(string id, string display, string mail) => new(id, display, mail, mail, IsGuest: false, []);

    /// <summary>Somebody of another organisation.</summary>
    public static Account Guest(string id, string display, string mail) =>
        new(id, display, mail, $"{mail.Replace('@', '_')}#EXT#@partnership.example", IsGuest: true, [mail]);

    internal bool Has(string address) => OtherMails.Add(Mail).Add(SignInName).Contains(address, StringComparer.OrdinalIgnoreCase);
}
