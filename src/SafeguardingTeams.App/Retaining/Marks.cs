using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Retaining;

/// <summary>Writes down how far a disposal has come.</summary>
internal static class Marks
{
    /// <summary>Writes what is so from now on, together with what goes.</summary>
    /// <exception cref="LeaseLostException">Somebody else is at it.</exception>
    internal static async Task<Tombstone> SaveAsync(
        this Tombstone before,
        IRows rows,
        Tombstone now,
        IEnumerable<RowWrite> withIt,
        CancellationToken cancellationToken
    ) =>
        await rows.CommitAsync([.. withIt, new RowWrite.Replace(Keys.Gone(before.Record), now.Fields(), before.ETag)], cancellationToken)
            is CommitResult.Done
        && await Tombstone.FindAsync(rows, before.Record, cancellationToken) is { } saved
            ? saved
            : throw new LeaseLostException();
}
