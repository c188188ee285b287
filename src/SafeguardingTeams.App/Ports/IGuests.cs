namespace SafeguardingTeams.App.Ports;

/// <summary>
/// The directory of the tenant the SharePoint site is in, where people of other tenants are guests with another object id than at
/// home.
/// </summary>
public interface IGuests
{
    /// <summary>
    /// The account with an address, member or guest; <see cref="GraphResult{T}.NotFound"/> where there is none.
    /// </summary>
    Task<GraphResult<DirectoryAccount>> FindAsync(string address, CancellationToken cancellationToken);

    /// <summary>
    /// An account by its object id; <see cref="GraphResult{T}.NotFound"/> where it was deleted or never was.
    /// </summary>
    Task<GraphResult<DirectoryAccount>> ReadAsync(string objectId, CancellationToken cancellationToken);

    /// <summary>
    /// Brings somebody in as a guest, without a message of Microsoft's own. Gives the account; for one who is in already, theirs.
    /// </summary>
    Task<GraphResult<DirectoryAccount>> InviteAsync(string address, string display, CancellationToken cancellationToken);
}

/// <summary>An account of the site's tenant.</summary>
/// <param name="Id">Its object id there.</param>
/// <param name="IsFromElsewhere">Whether it signs in with another organisation: a guest.</param>
public sealed record DirectoryAccount(string Id, bool IsFromElsewhere)
{
    /// <summary>Whether nobody can sign in with it, as of somebody who has left; said where it was read by its id.</summary>
    public bool IsBlocked { get; init; }
}
