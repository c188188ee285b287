using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>A sweep with several cases before it, under the stand-in for the Functions host.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LongSweepTests(TheStorage storage)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_stop_in_a_long_sweep_leaves_nothing_half_done_and_the_next_tick_does_the_rest()
    {
        await using var door = await StorageDoor.OpenAsync(await storage.AzuriteAsync());
        await using var host = await StartAsync();
        for (var n = 0; n < 3; n++)
        {
            await new Story(host, TextWriter.Null).ReferAsync();
        }

        // Timers that sweep by now, as the bot would otherwise in their place.
        await host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Deadlines, CancellationToken.None);
        var tick = new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);
        host.Clock.Set(tick);
        await using (
            var timers = await host.StartTimersAsync(
                new() { Drain = TimeSpan.Zero, LetGo = TimeSpan.FromMinutes(1) },
                ("Storage__ConnectionString", door.ConnectionString)
            )
        )
        {
            // The second reminder waits at its commit; whatever is asked of storage after it waits for good.
            var (reminders, second, never) = (0, new TaskCompletionSource(), new TaskCompletionSource());
            door.Holds = body =>
                reminders == 2 ? never.Task
                : body.Contains("chase-", StringComparison.Ordinal) && ++reminders == 2 ? second.Task
                : null;
            var run = timers.FireAsync("DeadlineSweep", tick);
            await door.SomebodyWaitsAsync();
            var stop = timers.StopAsync();
            second.SetResult();
            await stop;
            Assert.Contains("TaskCanceledException", await run, StringComparison.Ordinal);
            Assert.Equal(1, timers.ExitCode);
            never.SetCanceled();
        }

        Assert.Equal(2, (await ChasedAsync(host)).Sum(one => one.Count));
        await using var next = await host.StartTimersAsync();
        Assert.Null(await next.FireAsync("DeadlineSweep", tick.AddMinutes(1)));
        var chased = await ChasedAsync(host);
        Assert.Equal(3, chased.Count);
        Assert.NotEmpty(chased[0]);
        Assert.All(chased, one => Assert.Equal(chased[0], one));
        Assert.Equal(chased[0].Distinct(), chased[0]);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_clock_that_jumps_over_days_has_everything_done_by_the_next_tick_once_with_what_was_missed_said()
    {
        await using var host = await StartAsync();
        await new Story(host, TextWriter.Null).AskedAsync(met: true);
        await host.Services.GetRequiredService<Heartbeat>().BeatAsync(Heartbeat.Deadlines, CancellationToken.None);
        await using var timers = await host.StartTimersAsync();
        var friday = new DateTimeOffset(2026, 11, 6, 9, 0, 0, TimeSpan.Zero);
        host.Clock.Set(friday.AddMilliseconds(-1));
        Assert.Null(await timers.FireAsync("DeadlineSweep", friday));
        Assert.Equal([("leads-decision", 3, 3)], Assert.Single(await ChasedAsync(host)).Where(one => one.Id == "leads-decision"));
        Assert.Contains(timers.Said, line => line.StartsWith("Information Function.DeadlineSweep.User: Sweep: ", StringComparison.Ordinal));
        var once = await ChasedAsync(host);
        Assert.Null(await timers.FireAsync("DeadlineSweep", friday.AddMinutes(1)));
        Assert.Equal(once[0], (await ChasedAsync(host))[0]);

        // By years: past the end of the known bank holidays it says so, in the host's log.
        host.Clock.Set(new(2031, 2, 3, 10, 0, 0, TimeSpan.Zero));
        Assert.Null(await timers.FireAsync("DeadlineSweep"));
        Assert.Contains(timers.Said, line =>
            line.Contains("Error Function.DeadlineSweep.User: The bank holidays are known only to", StringComparison.Ordinal)
        );
    }

    private async Task<RehearsalHost> StartAsync() =>
        await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await storage.AzuriteAsync(),
                TablePrefix = storage.Prefix(),
                Clock = new(Monday),
            }
        );

    /// <summary>The reminders each case has recorded: of which clock, which of its reminders, and how many before it were missed.</summary>
    private static async Task<List<List<(string Id, int Index, int Missed)>>> ChasedAsync(RehearsalHost host) =>
        [
            .. (await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None)).Select(file =>
                file.History.Select(recorded => recorded.Event)
                    .OfType<DeadlineChased>()
                    .Select(one => (one.TimescaleId, one.Index, one.Missed))
                    .Order()
                    .ToList()
            ),
        ];
}
