namespace SafeguardingTeams.App.Ports;

/// <summary>
/// The directory of the tenant the SharePoint site is in, where people of other tenants are guests with another object id than at
/// home.
/// </summary>
public interface IGuests
{
    /// <summary>
    /// The object id of the account with an address, member or guest; <see cref="GraphResult{T}.NotFound"/> where there is none.
    /// </summary>
    Task<GraphResult<string>> FindAsync(string address, CancellationToken cancellationToken);

    /// <summary>
    /// Brings somebody in as a guest, without a message of Microsoft's own. Gives the object id; for one who is in already, theirs.
    /// </summary>
    Task<GraphResult<string>> InviteAsync(string address, string display, CancellationToken cancellationToken);
}
