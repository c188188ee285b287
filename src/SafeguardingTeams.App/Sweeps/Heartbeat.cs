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

    /// <summary>The sweep of deadlines, by the name its heartbeat is stored under; so the others.</summary>
    public const string Deadlines = "deadlines";

    /// <summary>The sweep of messages.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>The sweep of what is to be done in Outlook and SharePoint.</summary>
    public const string Jobs = "errands";

    /// <summary>The sweep of what flows are told.</summary>
    public const string Flows = "flows";

    /// <summary>The watch over answers, folders and calendars. It comes every quarter of an hour.</summary>
    public const string Watch = "watch";

    /// <summary>The export of the audit, and the copy of the table. It comes every night.</summary>
    public const string Export = "export";

    /// <summary>Every sweep, the timer that runs it, and how old its heartbeat may be.</summary>
    private static readonly (string Sweep, string Timer, TimeSpan Patience)[] All =
    [
        (Deadlines, "DeadlineSweep", Patience),
        (Dispatch, "DispatchSweep", Patience),
        (Jobs, "ReconcileSweep", Patience),
        (Flows, "FlowSweep", Patience),
        (Watch, "WatchSweep", TimeSpan.FromMinutes(35)),
        (Export, "ExportSweep", TimeSpan.FromHours(26)),
    ];

    /// <summary>Notes that a sweep has just ended.</summary>
    /// <param name="sweep">Which.</param>
    /// <param name="cancellationToken">Lets go at once, unlike other writes: whether this one is done makes no difference to a
    /// case.</param>
    /// <param name="failed">For how many records it failed: they are tried again with the next.</param>
    public async Task BeatAsync(string sweep, CancellationToken cancellationToken, int failed = 0) =>
        await rows.CommitAsync(
                [
                    new RowWrite.Put(
                        Keys.Heartbeat(sweep),
                        new Dictionary<string, string>
                        {
                            ["at"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                            ["failed"] = failed.ToString(CultureInfo.InvariantCulture),
                        }
                    ),
                ],
                cancellationToken
            )
            .WaitAsync(cancellationToken);

    /// <summary>How long ago the last sweep of deadlines ended; null where there was none.</summary>
    public async Task<TimeSpan?> AgeAsync(CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.Heartbeat(Deadlines), cancellationToken) is { } row
            ? TimeProvider.System.GetUtcNow() - DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture)
            : null;

    /// <summary>How long ago each sweep last ended.</summary>
    public async Task<IReadOnlyList<SweepAge>> AgesAsync(CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var beats = (await rows.ReadAsync(Keys.Heartbeat(""), cancellationToken)).ToDictionary(row => row.Key);
        return
        [
            .. All.Select(one => new SweepAge(
                one.Sweep,
                one.Timer,
                beats.TryGetValue(Keys.Heartbeat(one.Sweep), out var beat)
                    ? now - DateTimeOffset.Parse(beat["at"], CultureInfo.InvariantCulture)
                    : null,
                one.Patience,
                int.TryParse(beat?["failed"], CultureInfo.InvariantCulture, out var failed) ? failed : 0
            )),
        ];
    }
}

/// <summary>How long ago a sweep last ended.</summary>
/// <param name="Sweep">Which, as its heartbeat is stored.</param>
/// <param name="Timer">The timer that runs it.</param>
/// <param name="Age">How long ago; null where it never has.</param>
/// <param name="Patience">Older than this, it is taken to have stopped.</param>
/// <param name="Failed">For how many records it failed then: one that cannot be read is among them as soon as it is due.</param>
public sealed record SweepAge(string Sweep, string Timer, TimeSpan? Age, TimeSpan Patience, int Failed)
{
    /// <summary>Whether it has stopped. One that never came has, once it should have.</summary>
    /// <param name="waitedFor">How long whoever asks has been waiting for a first one.</param>
    public bool HasStopped(TimeSpan waitedFor) => (Age ?? waitedFor) > Patience;
}
