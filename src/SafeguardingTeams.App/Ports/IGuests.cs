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

    /// <summary>When it was made, where the directory says so.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Whether they were invited and have not accepted yet: SharePoint may not list them before.</summary>
    public bool IsPending { get; init; }

    /// <summary>
    /// Where they accept; known only from an invitation. Whoever has it can come in as them: it is for their mail and for no log.
    /// </summary>
    public Uri? AcceptAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
