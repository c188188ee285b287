using System.Globalization;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Says when a sweep last ended, on the machine's own clock, so that a timer that has stopped is noticed: the bot then
/// sweeps itself, and says so.
/// </summary>
public sealed class Heartbeat(IRows rows)
{
    /// <summary>Older than this, the timers are taken to have stopped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The sweep whose heartbeat is watched.</summary>
    public const string Deadlines = "deadlines";

    /// <summary>Notes that a sweep has just ended.</summary>
    /// <param name="sweep">Which.</param>
    /// <param name="cancellationToken">Lets go at once, unlike other writes: whether this one is done makes no difference to a case.</param>
    public async Task BeatAsync(string sweep, CancellationToken cancellationToken) => await rows.CommitAsync(
        [new RowWrite.Put(Keys.Heartbeat(sweep), new Dictionary<string, string> { ["at"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) })], cancellationToken).WaitAsync(cancellationToken);

    /// <summary>How long ago the last sweep of deadlines ended; null where there was none.</summary>
    public async Task<TimeSpan?> AgeAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Heartbeat(Deadlines), cancellationToken) is { } row
            ? TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture) : null;
}
