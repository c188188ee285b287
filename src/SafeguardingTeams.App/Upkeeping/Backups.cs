using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// Copies of the table, one each night, and the way back. Kept files are not in them: they lie where nothing is replaced, under their own
/// fingerprints. Keys of cookies and heartbeats are left out: everybody signs in again. What waited in the queues of a copy may have gone
/// since it was made: it waits, and so do reminders, until a person has looked (<see cref="ReleaseAsync"/>).
/// </summary>
public sealed class Backups(
    IRows rows,
    IAuditFiles files,
    Partnership partnership,
    LondonClock clock,
    DeferredWrites deferredWrites,
    StorageVersion version
)
{
    private const string Suffix = ".table.br";

    private const int AtOnce = 90;

    /// <summary>Of one transaction, in characters; the storage takes 4 MiB.</summary>
    private const int MaxText = 1_500_000;

    private static readonly string[] LeftOut = [Keys.CookieKeys, Keys.Heartbeat(""), Keys.Restoring];

    private static readonly string[] Queues = [Keys.Outbox, Keys.ReconcileJobs, Keys.Announcements, Keys.FlowDeliveries];

    /// <summary>The name of the copy of a day.</summary>
    public static string NameOf(DateOnly day) => $"{Audit.AuditDay.Folder}{day:yyyy-MM-dd}{Suffix}";

    /// <summary>Puts a copy of the table beside the exports, once a day.</summary>
    internal async Task KeepAsync(CancellationToken cancellationToken)
    {
        var name = NameOf(clock.Today.AddDays(-1));
        if (!(await files.NamesAsync(name, cancellationToken)).Contains(name, StringComparer.Ordinal))
        {
            await files.PutAsync(name, await CopyAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>The names of all copies, oldest first.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken) =>
        [
            .. (await files.NamesAsync(Audit.AuditDay.Folder, cancellationToken)).Where(name =>
                name.EndsWith(Suffix, StringComparison.Ordinal)
            ),
        ];

    /// <summary>A copy that was kept; null where there is none of that name.</summary>
    public Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken) =>
        files.ReadAsync(name, cancellationToken);

    /// <summary>A copy of the table as it is now.</summary>
    public async Task<ReadOnlyMemory<byte>> CopyAsync(CancellationToken cancellationToken) =>
        TableCopy.Write(partnership.Code, [.. (await AllAsync(cancellationToken)).Where(row => !IsLeftOut(row.Key))]);

    /// <summary>
    /// Puts a copy into an empty table. Cut off and begun again with the same copy, it goes on. The hosts have to be stopped meanwhile.
    /// </summary>
    /// <returns>Why it was not done, in words; null where it was.</returns>
    public async Task<string?> RestoreAsync(ReadOnlyMemory<byte> copy, CancellationToken cancellationToken)
    {
        var (code, read) = TableCopy.Read(copy);
        if (code != partnership.Code)
        {
            return $"The copy is of the partnership {code}, and this is {partnership.Code}.";
        }

        if (read.FirstOrDefault(row => row.Key == Keys.Version) is { } stamp && version.Refuses(stamp) is { } newer)
        {
            return newer;
        }

        var fingerprint = Audit.AuditDay.Fingerprint(copy);
        var restoring = await rows.FindAsync(Keys.Restoring, cancellationToken);
        if (restoring is null && (await AllAsync(cancellationToken)).Any(row => IsData(row.Key)))
        {
            return "The table is not empty. Name a new one in Storage:Table; this one stays as it is.";
        }

        if (restoring is not null && restoring["copy"] != fingerprint)
        {
            return "Another copy is being put into this table. Go on with that one, or name a new table.";
        }

        await rows.CommitAsync(
            [
                new RowWrite.Put(Keys.Restoring, new Dictionary<string, string> { ["copy"] = fingerprint }),
                new RowWrite.Put(Keys.Held, new Dictionary<string, string> { ["copy"] = fingerprint, ["at"] = $"{clock.Now:O}" }),
            ],
            cancellationToken
        );
        await PutAsync(
            read.Where(row => row.Key != Keys.Held)
                .Select(row => new RowWrite.Put(Queued(row.Key) ? $"{Keys.HeldBack}{row.Key}" : row.Key, row.Fields)),
            cancellationToken
        );

        // What did not fit into its transaction is finished, so that what it sends is held back with the rest.
        await deferredWrites.FinishAllAsync(cancellationToken);
        foreach (var queue in Queues)
        {
            await MoveAsync(await rows.ReadAsync(queue, cancellationToken), key => $"{Keys.HeldBack}{key}", cancellationToken);
        }

        await rows.CommitAsync([new RowWrite.Delete(Keys.Restoring)], cancellationToken);
        return null;
    }

    /// <summary>What waits since a copy was put back, by queue: how many.</summary>
    public async Task<IReadOnlyList<(string Queue, int Count)>> HeldBackAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.HeldBack, cancellationToken))
                .GroupBy(row => row.Key[Keys.HeldBack.Length..].Split('|')[0], StringComparer.Ordinal)
                .Select(queue => (queue.Key, queue.Count())),
        ];

    /// <summary>Whether reminders wait, and what waited in the queues of a copy, until somebody has looked.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Held, cancellationToken) is not null
        || await rows.FindAsync(Keys.Restoring, cancellationToken) is not null;

    /// <summary>
    /// Lets reminders go on, and what waited in the queues of the copy: it goes, or is dropped because it has gone before.
    /// </summary>
    /// <returns>How many items went or were dropped; null where nothing is held.</returns>
    public async Task<int?> ReleaseAsync(bool sends, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(Keys.Restoring, cancellationToken) is not null)
        {
            return null;
        }

        var held = await rows.ReadAsync(Keys.HeldBack, cancellationToken);
        var isHeld = await rows.FindAsync(Keys.Held, cancellationToken) is not null;
        await MoveAsync(held, key => sends ? key[Keys.HeldBack.Length..] : null, cancellationToken);
        if (isHeld)
        {
            await rows.CommitAsync([new RowWrite.Delete(Keys.Held)], cancellationToken);
        }

        return isHeld || held.Count > 0 ? held.Count : null;
    }

    private async Task MoveAsync(IEnumerable<Row> from, Func<string, string?> to, CancellationToken cancellationToken)
    {
        foreach (var row in from)
        {
            RowWrite[] put = to(row.Key) is { } key ? [new RowWrite.Put(key, row.Fields)] : [];
            await rows.CommitAsync([new RowWrite.Delete(row.Key), .. put], cancellationToken);
        }
    }

    private async Task PutAsync(IEnumerable<RowWrite.Put> writes, CancellationToken cancellationToken)
    {
        var (batch, size) = (new List<RowWrite>(), 0);
        foreach (var write in writes)
        {
            var own = write.Fields.Sum(field => field.Value.Length);
            if (batch.Count == AtOnce || (batch.Count > 0 && size + own > MaxText))
            {
                await rows.CommitAsync(batch, cancellationToken);
                (batch, size) = ([], 0);
            }

            batch.Add(write);
            size += own;
        }

        if (batch.Count > 0)
        {
            await rows.CommitAsync(batch, cancellationToken);
        }
    }

    private Task<IReadOnlyList<Row>> AllAsync(CancellationToken cancellationToken) => rows.ReadRangeAsync("!", "~", cancellationToken);

    private static bool Queued(string key) => Queues.Any(queue => key.StartsWith(queue, StringComparison.Ordinal));

    private static bool IsLeftOut(string key) => LeftOut.Any(one => key.StartsWith(one, StringComparison.Ordinal));

    /// <summary>Whether it is more than every host makes by itself when it starts.</summary>
    private static bool IsData(string key) => !IsLeftOut(key) && key is not (Keys.FindSecret or Keys.Version or Keys.Held);
}
