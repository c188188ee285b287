using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Where a guest who was invited accepts: Microsoft sends nothing, so that it stands first in our mail to them. Whoever has it comes in as
/// them: it is for that mail alone.
/// </summary>
internal static class GuestInvitations
{
    private const string AcceptAt = "acceptAt";

    /// <summary>The write that keeps it; none where it is not known.</summary>
    internal static IEnumerable<RowWrite> Row(string personId, DirectoryAccount account) =>
        account.AcceptAt is { } acceptAt
            ? [new RowWrite.Put(Keys.GuestInvitation(personId), new Dictionary<string, string> { [AcceptAt] = acceptAt.AbsoluteUri })]
            : [];

    /// <summary>Where somebody accepts; null where that is not known.</summary>
    internal static async Task<Uri?> OfAsync(IRows rows, string personId, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.GuestInvitation(personId), cancellationToken) is { } row ? new(row[AcceptAt]) : null;
}
