using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>When the host fires a timer, by the schedule the worker announces.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ScheduleTests(TheStorage storage)
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_was_missed_while_the_host_was_down_is_one_run_at_once_and_what_was_not_comes_in_its_time()
    {
        var down = new HostStorage
        {
            ["DeadlineSweep"] = new(Ten.AddHours(-3), Ten.AddHours(-3).AddMinutes(1)), // a hundred and eighty ticks
            ["WatchSweep"] = new(Ten.AddMinutes(-15), Ten.AddSeconds(-3.8)), // some seconds
            ["ReconcileSweep"] = new(Ten.AddSeconds(-15), Ten.AddSeconds(45)), // nothing
        };
        var clock = new RehearsalClock();
        await using var host = await FunctionsHost.StartAsync(
            new()
            {
                Settings = await storage.SettingsAsync(),
                Storage = down,
                ScheduleTime = clock,
            }
        );
        clock.Set(Ten.AddSeconds(-0.5));
        host.RunOnSchedule();
        await Testing.Until.SoAsync(
            () => host.Runs.Count(one => one.Timer == "DeadlineSweep") >= 2 && host.Runs.Any(one => one.Timer == "WatchSweep"),
            "what was missed and what comes next have run"
        );

        await host.StopAsync();
        Assert.Equal(["DeadlineSweep", "WatchSweep"], host.Runs.Where(one => one.IsPastDue).Select(one => one.Timer).Order());
        Assert.All(["DeadlineSweep", "WatchSweep"], timer => Assert.True(host.Runs.First(one => one.Timer == timer).IsPastDue));
        Assert.All(host.Runs.Where(one => !one.IsPastDue), one =>
            Assert.True(one.At >= Ten.AddSeconds(Second(one.Timer)).AddMilliseconds(-1))
        );
        Assert.All(host.Runs, one => Assert.Null(one.Fault));
        Assert.Equal(host.Runs.Count(), host.Runs.Select(one => one.Tick).Distinct().Count());
        Assert.All(host.Runs, one => Assert.True(down[one.Timer]!.Next > one.At));
    }

    /// <summary>Which second of the minute a timer comes at.</summary>
    private static int Second(string timer) =>
        timer switch
        {
            "DeadlineSweep" => 0,
            "FlowSweep" => 15,
            "WatchSweep" => 20,
            "DispatchSweep" => 30,
            _ => 45,
        };
}
