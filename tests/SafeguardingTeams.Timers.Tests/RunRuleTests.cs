using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>What becomes of a run that does not end well, by the real host's rules, each against the shipped worker.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[Trait(Needs.Name, Needs.Emulator)]
public class RunRuleTests(TheStorage storage)
{
    private const string Sweep = "DeadlineSweep";

    /// <summary>What a storage account may say, and nobody is to read in a log.</summary>
    private const string Marker = "Marker-Child-Name";

    /// <summary>No waiting between tries: it is not about how long ten seconds are.</summary>
    private static readonly HostLimits Brisk = new() { RetryPause = TimeSpan.Zero };

    /// <summary>For a worker that cannot let go: nor is this about how long five are.</summary>
    private static readonly HostLimits Harsh = Brisk with { LetGo = TimeSpan.Zero, End = TimeSpan.Zero };

    [Fact]
    public async Task Killed_in_a_run_the_run_fails_at_once_and_is_done_by_a_new_worker_as_the_same_tick()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync(door, Brisk);
        var killed = host.ProcessId;
        door.Close();
        var run = host.FireAsync(Sweep);
        await door.SomebodyWaitsAsync();
        door.Holds = _ => null;
        await Signals.SendAsync("KILL", killed);
        Assert.Null(await run);
        Assert.Equal([(0, "DeadlineSweep failed: the worker ended with 137"), (1, null)], Of(host).Select(one => (one.Attempt, one.Fault)));
        Assert.Single(Of(host).Select(one => one.Tick).Distinct());
        Assert.Equal(2, host.Starts);
        Assert.NotEqual(killed, host.ProcessId);
    }

    [Fact]
    public async Task Asked_to_end_by_somebody_else_than_the_host_it_never_ends_with_0_and_so_is_started_again_at_once()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync(door, Brisk);
        door.Close();
        var run = host.FireAsync(Sweep);
        await door.SomebodyWaitsAsync();
        door.Holds = _ => null;
        await Signals.SendAsync("TERM", host.ProcessId);
        Assert.Null(await run);
        Assert.Equal("DeadlineSweep failed: the worker ended with 1", Of(host).First().Fault);
        Assert.False(host.HasGivenUp);
    }

    [Fact]
    public async Task An_exit_with_0_in_a_run_is_noticed_only_when_the_run_has_had_its_time_and_then_the_run_is_done_by_a_new_worker()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync(door, Harsh, TheStorage.BehindAShellThatEndsWith0());
        var shell = host.ProcessId;
        door.Close();
        var run = host.FireAsync(Sweep);
        await door.SomebodyWaitsAsync();
        door.Holds = _ => null;
        await Signals.SendAsync("KILL", Assert.Single(Signals.Children(shell)));
        await Signals.GoneAsync(shell);
        var later = host.FireAsync("DispatchSweep");
        Assert.False(run.IsCompleted || later.IsCompleted);
        Assert.Equal((1, false), (host.Starts, host.HasGivenUp));
        host.LetTimeRunOut();
        Assert.Null(await run);
        Assert.Null(await later);
        Assert.Equal("DeadlineSweep failed: timed out, the worker was replaced", Of(host).First().Fault);
        Assert.Equal(2, host.Starts);
    }

    [Fact]
    public async Task An_exception_is_in_the_hosts_log_with_type_and_stack_and_without_its_message_and_the_run_is_tried_again_twice()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await FunctionsHost.StartAsync(await OptionsAsync(door, Brisk));
        door.Refuses = $"<error><code>AuthorizationFailure</code><message>{Marker}</message></error>";
        var fault = await host.FireAsync(Sweep);
        Assert.StartsWith("DeadlineSweep failed", fault, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], Of(host).Select(one => one.Attempt));
        Assert.Single(Of(host).Select(one => one.Tick).Distinct());
        var log = string.Join('\n', host.Said);
        Assert.Contains("DeadlineSweep failed: Azure.RequestFailedException", log, StringComparison.Ordinal);
        Assert.Contains("at SafeguardingTeams.Microsoft365.Tables.TablesSetup.PrepareTablesAsync", log, StringComparison.Ordinal);

        // Storage could not be prepared: the next tick tries that again. What fails then fails in the tick itself, which looks
        // at the table's stamp before it sweeps.
        door.Refuses = null;
        Assert.Null(await host.FireAsync(Sweep));
        door.Refuses = Marker;
        Assert.NotNull(await host.FireAsync(Sweep));
        log = string.Join('\n', host.Said);
        Assert.Contains("at SafeguardingTeams.App.Storage.StorageVersion.CheckAsync", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, log, StringComparison.Ordinal);
        Assert.Equal(1, host.Starts);

        // Nothing here says that this is a rehearsal: that the ticks came in 2031 was not taken in.
        Assert.DoesNotContain("The bank holidays are known only to", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_past_its_time_is_called_off_and_lets_go_and_is_not_tried_again_and_the_worker_stays()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync(door, Brisk with { LetGo = TimeSpan.FromMinutes(1) });
        foreach (var sweep in host.Timers.Select(timer => timer.Name))
        {
            door.Close();
            var run = host.FireAsync(sweep);
            await door.SomebodyWaitsAsync();
            host.LetTimeRunOut();
            Assert.Equal($"{sweep} failed: timed out and let go", await run);
            Assert.Single(host.Runs, one => one.Timer == sweep && one.Fault is not null);
            Assert.Contains(host.Said, line => line.Contains($"{sweep} was called off and has let go", StringComparison.Ordinal));
            door.Holds = _ => null;
            Assert.Null(await host.FireAsync(sweep));
        }

        Assert.Equal(1, host.Starts);
    }

    [Fact]
    public async Task A_worker_that_does_not_let_go_is_killed_and_the_run_done_by_another()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync(door, Harsh);
        var frozen = host.ProcessId;
        await Signals.SendAsync("STOP", frozen);
        var run = host.FireAsync(Sweep);
        host.LetTimeRunOut();
        Assert.Null(await run);
        await Signals.GoneAsync(frozen);
        Assert.Equal(["DeadlineSweep failed: timed out, the worker was replaced", null], Of(host).Select(one => one.Fault));
    }

    private static IEnumerable<TimerRun> Of(FunctionsHost host) => host.Runs.Where(one => one.Timer == Sweep);

    /// <summary>
    /// The shipped worker, with storage prepared, on ticks that come in 2031 by a time that is not taken without the rehearsal's setting.
    /// </summary>
    private async Task<FunctionsHost> StartAsync(StorageDoor door, HostLimits limits, string? folder = null)
    {
        var host = await FunctionsHost.StartAsync((await OptionsAsync(door, limits)) with { Folder = folder ?? FunctionsHost.Published });
        Assert.Null(await host.FireAsync("ReconcileSweep"));
        return host;
    }

    private async Task<FunctionsHostOptions> OptionsAsync(StorageDoor door, HostLimits limits) =>
        new()
        {
            Settings = await storage.SettingsAsync(door),
            Limits = limits,
            CaseTime = new RehearsalClock(new DateTimeOffset(2031, 2, 3, 10, 0, 0, TimeSpan.Zero)),
        };
}
