using System.Collections.Concurrent;
using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests;

/// <summary>The emulator, started once; each test has a table of its own.</summary>
public sealed class Emulator : OneEmulator
{
    /// <summary>How many rows one transaction takes.</summary>
    private const int MostRows = 100;

    private readonly ConcurrentDictionary<string, Lazy<Task<(DateTimeOffset At, ImmutableList<Row> Rows)>>> _stored = new(
        StringComparer.Ordinal
    );

    /// <summary>With another partnership's file than the shipped one.</summary>
    internal async Task<AppFixture> OpenAsync(Func<PartnershipFile, PartnershipFile> change) =>
        await AppFixture.OpenAsync(await AzuriteAsync(), NewName("app"), change);

    internal async Task<AppFixture> OpenAsync() => await AppFixture.OpenAsync(await AzuriteAsync(), NewName("app"));

    /// <summary>
    /// On rows in memory, which do what storage does (a test of the tables holds them to it): for plays that are cut off at every place,
    /// where the same begins a hundred times.
    /// </summary>
    internal static Task<AppFixture> OpenInMemoryAsync() => AppFixture.OpenAsync(new MemoryRows());

    /// <summary>A program of another version on the same storage.</summary>
    internal async Task<AppFixture> OpenBesideAsync(AppFixture fixture, ProgramVersion version) =>
        await AppFixture.OpenAsync(await AzuriteAsync(), fixture.Table, version: version);

    /// <summary>Another process on the same storage.</summary>
    internal async Task<AppFixture> OpenBesideAsync(AppFixture fixture) => await AppFixture.OpenAsync(await AzuriteAsync(), fixture.Table);

    /// <summary>
    /// A table that holds what was stored once by these commands, row for row, at the time they ended at: the application as after a
    /// start. Many tests begin from the same place, and a copy costs a transaction for what took dozens.
    /// </summary>
    /// <param name="place">Names it, the same for all who begin there.</param>
    /// <param name="goThere">Goes there from an empty table.</param>
    internal async Task<AppFixture> OpenAtAsync(string place, Func<AppFixture, Task> goThere)
    {
        var (at, rows) = await _stored.GetOrAdd(place, _ => new(() => StoreAsync(goThere))).Value;
        using var copy = await OpenAsync();
        foreach (var some in rows.Chunk(MostRows))
        {
            Assert.IsType<CommitResult.Done>(
                await copy.Rows.CommitAsync(
                    [.. some.Select(row => new RowWrite.Put(row.Key, row.Fields.Where(field => field.Key != "Timestamp").ToDictionary()))],
                    CancellationToken.None
                )
            );
        }

        // Opened beside it, so that nothing is remembered of the table as it was empty: its secrets are those of the copy.
        var fixture = await OpenBesideAsync(copy);
        fixture.Clock.Set(at);
        return fixture;
    }

    /// <summary>
    /// The same, where the way there goes over real storage and what begins there is in memory: for all of a standing list but the one
    /// play of each step over real storage.
    /// </summary>
    internal async Task<AppFixture> OpenInMemoryAtAsync(string place, Func<AppFixture, Task> goThere)
    {
        var (at, rows) = await _stored.GetOrAdd(place, _ => new(() => StoreAsync(goThere))).Value;
        var fixture = await AppFixture.OpenAsync(new MemoryRows(rows));
        fixture.Clock.Set(at);
        return fixture;
    }

    /// <summary>
    /// The same, where everybody has the app and has been told what was to be told. The way there goes over real storage; what begins
    /// there is in memory, since a command that is cut off at every place begins there a dozen times.
    /// </summary>
    internal async Task<AppFixture> OpenToldAtAsync(string place, Func<AppFixture, Task> goThere)
    {
        return await OpenInMemoryAtAsync($"{place}|told", ToldThereAsync);

        async Task ToldThereAsync(AppFixture one)
        {
            await one.EverybodyHasTheAppAsync();
            await goThere(one);
            await one.Dispatcher.DispatchAsync(CancellationToken.None);
            await one.Dispatcher.DispatchAsync(CancellationToken.None);
        }
    }

    private async Task<(DateTimeOffset At, ImmutableList<Row> Rows)> StoreAsync(Func<AppFixture, Task> goThere)
    {
        using var fixture = await OpenAsync();
        await goThere(fixture);
        return (fixture.Clock.GetUtcNow(), [.. await fixture.Rows.ReadRangeAsync("!", "~", CancellationToken.None)]);
    }
}
