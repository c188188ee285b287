using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Which cases the watch looks at, those first that it did not look at for longest, so that none that fails keeps the others waiting: at
/// every sweep in office hours and about once an hour outside them; once access has ended about once a day, a few at a time.
/// </summary>
internal sealed class WatchOrder(IRows rows, CurrentRules currentRules, LondonClock clock)
{
    /// <summary>Of the cases whose access has ended, looked at in one sweep.</summary>
    private const int MaxEnded = 10;

    /// <summary>A sweep that comes a little early is an hour after the other.</summary>
    private static readonly TimeSpan AboutAnHour = TimeSpan.FromMinutes(55);

    /// <summary>Those that are due, and whether access has ended.</summary>
    internal async Task<ImmutableList<(CaseId Id, bool HasEnded)>> DueAsync(CancellationToken cancellationToken)
    {
        var watched = (await rows.ReadAsync(Keys.Watched, cancellationToken)).ToLookup(
            row => row["ended"] == "yes",
            row => CaseId.Parse(row["case"])
        );
        var looked = (await rows.ReadAsync(Keys.Looked, cancellationToken)).ToDictionary(row => row["case"]);
        string On(CaseId id) => looked.GetValueOrDefault(id.Value)?["on"] ?? "";
        // A line that says only the day is of before.
        var at = looked.ToDictionary(
            one => one.Key,
            one =>
                one.Value["at"] is { Length: > 0 } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue
        );
        DateTimeOffset At(CaseId id) => at.GetValueOrDefault(id.Value, DateTimeOffset.MinValue);
        var every = currentRules.Office.AreOpen(clock.Now, currentRules.Calendar) ? TimeSpan.Zero : AboutAnHour;
        return
        [
            .. watched[false].Where(id => clock.Now - At(id) >= every).OrderBy(At).Select(id => (id, false)),
            .. watched[true].Where(id => On(id) != Today).OrderBy(On, StringComparer.Ordinal).Take(MaxEnded).Select(id => (id, true)),
        ];
    }

    /// <summary>Notes that a case was looked at now, however that ended.</summary>
    internal async Task LookedAsync(CaseId id, CancellationToken cancellationToken) =>
        await rows.CommitAsync(
            [
                new RowWrite.Put(
                    Keys.LookedLine(id),
                    new Dictionary<string, string>
                    {
                        ["case"] = id.Value,
                        ["on"] = Today,
                        ["at"] = clock.Now.ToString("O", CultureInfo.InvariantCulture),
                    }
                ),
            ],
            cancellationToken
        );

    private string Today => clock.Today.ToString("O", CultureInfo.InvariantCulture);
}
