using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// What a reconcile job has got done so far: ids in Outlook and SharePoint, kept after each call, so that a crash between any two of
/// them is taken up where it was. Whoever holds the checkpoint is the only one at work on its subject.
/// </summary>
internal sealed class Checkpoint(IRows rows, Row row, DateTimeOffset leaseUntil)
{
    private const string Looks = "looks";

    private Row _row = row;

    /// <summary>Something noted, or empty.</summary>
    internal string this[string field] => _row[field];

    /// <summary>All that is noted.</summary>
    internal IReadOnlyDictionary<string, string> Fields => _row.Fields;

    /// <summary>Whether somebody is at work on its subject.</summary>
    internal static bool IsLeased(Row checkpoint, DateTimeOffset now) => Lease.IsHeld(checkpoint, now);

    /// <summary>Notes some things, and empties others.</summary>
    /// <exception cref="LeaseLostException">The hold ran out and somebody else has the checkpoint.</exception>
    internal Task SaveAsync(CancellationToken cancellationToken, params IEnumerable<(string Field, string Value)> noted) =>
        SaveWithAsync([], noted, cancellationToken);

    /// <summary>Notes some things, together with rows that are so from then on.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    internal async Task SaveWithAsync(
        IEnumerable<RowWrite> withIt,
        IEnumerable<(string Field, string Value)> noted,
        CancellationToken cancellationToken
    )
    {
        var fields = _row.Fields.ToDictionary();
        foreach (var (field, value) in noted)
        {
            fields[field] = value;
        }

        await CommitAsync([.. withIt, new RowWrite.Replace(_row.Key, Lease.Held(fields, leaseUntil), _row.ETag)], cancellationToken);
        _row = await rows.FindAsync(_row.Key, cancellationToken) ?? throw new LeaseLostException();
    }

    /// <summary>
    /// How many looks in a row have found access wrong, this one included; none where it is right. SharePoint may show late what was just
    /// done, so that one look alone says little.
    /// </summary>
    internal async Task<int> WrongLooksAsync(bool isRight, CancellationToken cancellationToken)
    {
        var before = LooksOf(Fields);
        var now = isRight ? 0 : before + 1;
        if (now != before)
        {
            await SaveAsync(cancellationToken, (Looks, now.ToString(CultureInfo.InvariantCulture)));
        }

        return now;
    }

    /// <summary>How many looks in a row have found access wrong, as noted.</summary>
    internal static int LooksOf(IReadOnlyDictionary<string, string> noted) =>
        int.TryParse(noted.GetValueOrDefault(Looks), CultureInfo.InvariantCulture, out var counted) ? counted : 0;

    /// <summary>What is noted, with another number of looks and something more.</summary>
    internal static Dictionary<string, string> WithLooks(
        IReadOnlyDictionary<string, string> noted,
        int looks,
        (string Field, string Value) more
    ) => new(noted) { [Looks] = looks.ToString(CultureInfo.InvariantCulture), [more.Field] = more.Value };

    /// <summary>
    /// Whether something made earlier is there. What is not found is looked for again before it is held to be gone: Microsoft 365
    /// may show it
    /// late. What is gone was deleted by a person, and waits for one; put back by them, it is made anew.
    /// </summary>
    internal async Task<Sight> SightAsync(string what, bool found, CancellationToken cancellationToken)
    {
        var field = $"missed-{what}";
        var (sight, noted) = (found, this[field]) switch
        {
            (true, _) => (Sight.There, ""),
            (_, "") => (Sight.NotSeen, "once"),
            (_, "once") => (Sight.Deleted, "deleted"),
            _ => (Sight.ToBeMadeAnew, ""),
        };
        if (noted != this[field])
        {
            await SaveAsync(cancellationToken, (field, noted));
        }

        return sight;
    }

    /// <summary>Lets go of the checkpoint, together with what becomes of the reconcile job.</summary>
    internal Task ReleaseAsync(IEnumerable<RowWrite> withIt, CancellationToken cancellationToken) =>
        CommitAsync([.. withIt, new RowWrite.Replace(_row.Key, Lease.LetGo(_row.Fields), _row.ETag)], cancellationToken);

    private async Task CommitAsync(ImmutableList<RowWrite> writes, CancellationToken cancellationToken)
    {
        if (await rows.CommitAsync(writes, cancellationToken) is not CommitResult.Done)
        {
            throw new LeaseLostException();
        }
    }
}

/// <summary>Whether something made earlier is still there.</summary>
internal enum Sight
{
    There,

    /// <summary>Not seen this once.</summary>
    NotSeen,

    /// <summary>Somebody has deleted it.</summary>
    Deleted,

    /// <summary>It was deleted, and a person wants it made anew.</summary>
    ToBeMadeAnew,
}
