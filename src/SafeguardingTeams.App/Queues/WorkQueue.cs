using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Queues;

/// <summary>
/// What the two queues do alike: find what is due, claim it together with a lease on what it is about, count the tries, put off, give up
/// after enough of them, and put back. What is done, and what has to keep out of whose way, is each queue's own.
/// </summary>
/// <param name="name">What it is called where somebody looks after the service.</param>
/// <param name="prefixes">Where its rows stand, and where those that were given up.</param>
/// <param name="maxAttempts">After so many tries it is given up.</param>
/// <param name="life">How long whoever claims something has it.</param>
/// <param name="read">Reads a row.</param>
/// <param name="rows">Storage.</param>
/// <param name="backoff">How long what failed waits.</param>
internal sealed class WorkQueue<T>(
    string name,
    (string Waiting, string DeadLettered) prefixes,
    int maxAttempts,
    TimeSpan life,
    Func<Row, T> read,
    IRows rows,
    LondonClock clock,
    Backoff backoff
)
    where T : QueueItem
{
    /// <summary>Does all that is due, one after the other. Returns how many were ended.</summary>
    /// <param name="tryAsync">Tries one. Its token fires when what is in hand has had its time; whether it has ended.</param>
    /// <param name="grace">How long what is in hand may go on once all is called off.</param>
    /// <param name="cancellationToken">Calls it off: nothing more is begun.</param>
    internal async Task<int> RunDueAsync(
        Func<Row, T, CancellationToken, Task<bool>> tryAsync,
        TimeSpan grace,
        CancellationToken cancellationToken
    )
    {
        var ended = 0;
        foreach (var row in await rows.ReadAsync(prefixes.Waiting, cancellationToken))
        {
            using var inHand = new InHand(grace, cancellationToken);
            if (read(row) is var item && item.NotBefore <= clock.Now)
            {
                ended += await tryAsync(row, item, inHand.Token) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>Until when those that wait have to wait; null where none is left.</summary>
    internal async Task<DateTimeOffset?> WaitingAsync(CancellationToken cancellationToken) =>
        (await rows.ReadAsync(prefixes.Waiting, cancellationToken)).Select(row => (DateTimeOffset?)read(row).NotBefore).Min();

    /// <summary>How it stands.</summary>
    internal async Task<QueueState> StateAsync(CancellationToken cancellationToken)
    {
        var left = (await rows.ReadAsync(prefixes.Waiting, cancellationToken)).Select(read).ToList();
        var givenUp = await rows.ReadAsync(prefixes.DeadLettered, cancellationToken);
        return new(
            name,
            left.Count,
            left.Count(item => item.NotBefore <= clock.Now),
            left.Count(item => item.IsInHand && item.NotBefore > clock.Now),
            givenUp.Count,
            left.Count == 0 ? TimeSpan.Zero : clock.Now - left.Min(item => item.Since)
        );
    }

    /// <summary>The item as it is while whoever claims it now has it.</summary>
    internal T Begin(T item) => (T)item.Begun(clock.Now + life);

    /// <summary>
    /// Claims an item together with the lease on what it is about, in one transaction; null where somebody else was there first.
    /// </summary>
    /// <param name="row">The item's row as it was read.</param>
    /// <param name="begun">What it is from now on, see <see cref="Begin"/>.</param>
    /// <param name="leaseKey">The key of the lease.</param>
    /// <param name="lease">The lease's row as it was read; null where there is none yet.</param>
    /// <param name="withIt">What is claimed in the same transaction.</param>
    /// <param name="cancellationToken">Stops before the transaction.</param>
    internal async Task<Claimed?> TakeAsync(
        Row row,
        T begun,
        string leaseKey,
        Row? lease,
        IEnumerable<RowWrite> withIt,
        CancellationToken cancellationToken
    )
    {
        if (lease is not null && Lease.IsHeld(lease, clock.Now))
        {
            return null;
        }

        var held = Lease.Held(lease?.Fields ?? new Dictionary<string, string>(), begun.NotBefore);
        RowWrite hold = lease is null ? new RowWrite.Insert(leaseKey, held) : new RowWrite.Replace(leaseKey, held, lease.ETag);
        return
            await rows.CommitAsync([new RowWrite.Replace(row.Key, begun.Fields(), row.ETag), hold, .. withIt], cancellationToken)
                is CommitResult.Done
            && await rows.FindAsync(row.Key, cancellationToken) is { } item
            && read(item) == begun
            && await rows.FindAsync(leaseKey, cancellationToken) is { } mine
            && Lease.UntilOf(mine) == begun.NotBefore
            ? new(item, mine)
            : null;
    }

    /// <summary>Has an item wait without having tried it.</summary>
    internal static RowWrite PutOff(Row row, T item, DateTimeOffset until) =>
        new RowWrite.Replace(row.Key, item.Waiting(until).Fields(), row.ETag);

    /// <summary>The end of a try that failed.</summary>
    internal QueueEnd.Later Failed(T item) => new(backoff.After(item.Attempts));

    /// <summary>Whether it is not tried again after this time.</summary>
    internal bool IsLast(T item) => item.Attempts >= maxAttempts;

    /// <summary>The end, or that it is given up where it would be tried again and has been often enough.</summary>
    internal QueueEnd Limited(T item, QueueEnd end, string why) =>
        end is QueueEnd.Later && IsLast(item) ? new QueueEnd.DeadLettered(why) : end;

    /// <summary>What becomes of the item's row.</summary>
    internal IReadOnlyList<RowWrite> After(Row row, T item, QueueEnd end) =>
        end switch
        {
            QueueEnd.Done => [new RowWrite.Delete(row.Key, row.ETag)],
            QueueEnd.Later later => [PutOff(row, item, clock.Now + later.Wait)],
            QueueEnd.DeadLettered given =>
            [
                new RowWrite.Delete(row.Key, row.ETag),
                new RowWrite.Put(prefixes.DeadLettered + row.Key[prefixes.Waiting.Length..], item.DeadLettered(given.Why).Fields()),
            ],
            _ => throw new InvalidOperationException("An unknown end of a try."),
        };

    /// <summary>Puts one that was given up back among those to be done.</summary>
    /// <param name="line">Where it stood; null where its key says it.</param>
    internal IReadOnlyList<RowWrite> PutBack(Row kept, string? line = null) =>
        [
            new RowWrite.Delete(kept.Key, kept.ETag),
            new RowWrite.Put(prefixes.Waiting + (line ?? kept.Key[prefixes.DeadLettered.Length..]), read(kept).PutBack().Fields()),
        ];
}

/// <summary>How a queue stands.</summary>
/// <param name="Length">How many are not done yet.</param>
/// <param name="Due">How many of them could be begun now.</param>
/// <param name="InHand">How many somebody is at.</param>
/// <param name="DeadLettered">How many wait for a person.</param>
/// <param name="Oldest">How long the oldest has been waiting.</param>
public sealed record QueueState(string Name, int Length, int Due, int InHand, int DeadLettered, TimeSpan Oldest);
