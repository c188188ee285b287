using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>The published timers under the stand-in for the Functions host.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ShippedTimersTests(TheStorage storage)
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_tick_a_millisecond_early_still_does_what_is_due_on_the_minute_and_posts_it_with_the_managed_identity()
    {
        await using var host = await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await storage.AzuriteAsync(),
                TablePrefix = storage.Prefix(),
                Clock = new(Monday),
            }
        );
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        await using var timers = await host.StartTimersAsync();
        var tick = new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);
        host.Clock.Set(tick.AddMilliseconds(-1));
        Assert.Null(await timers.FireAsync("DeadlineSweep", tick));
        Assert.Null(await timers.FireAsync("DispatchSweep", tick));
        await Story.ComesAsync(new(host.Teams, host.Member("chair")), $"{reference}: Due today: Chair to inform the three lead");
        var heartbeat = await host.Services.GetRequiredService<Heartbeat>().AgeAsync(CancellationToken.None);
        Assert.InRange(heartbeat!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Killed_it_is_started_again_and_does_what_was_due()
    {
        await using var host = await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await storage.AzuriteAsync(),
                TablePrefix = storage.Prefix(),
                Clock = new(Monday),
                InstallsForEverybody = false,
            }
        );
        await using var timers = await host.StartTimersAsync();
        await timers.KillWorkerAsync();
        await Testing.Until.SoAsync(() => timers.Starts >= 2, "the worker is started again");

        Assert.Null(await timers.FireAsync("DeadlineSweep"));
        Assert.False(timers.HasGivenUp);
    }

    [Fact]
    public async Task Two_hosts_at_once_one_of_them_killed_again_and_again_remind_of_nothing_twice_and_miss_nothing()
    {
        await using var host = await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await storage.AzuriteAsync(),
                TablePrefix = storage.Prefix(),
                Clock = new(Monday),
            }
        );
        var story = new Story(host, TextWriter.Null);
        var references = new List<string>();
        for (var n = 0; n < 4; n++)
        {
            references.Add(await story.AskedAsync(met: true));
        }

        await using var first = await host.StartTimersAsync(new() { Run = TimeSpan.FromSeconds(5) });
        await using var second = await host.StartTimersAsync(new() { Run = TimeSpan.FromSeconds(5) });
        var fallback = host.Services.GetRequiredService<DeadlineSweep>();
        for (var day = 3; day <= 6; day++)
        {
            var tick = new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero);
            host.Clock.Set(tick);
            var killed = KillSoonAsync(second, TimeSpan.FromMilliseconds(15 * day));
            await Task.WhenAll(
                first.FireAsync("DeadlineSweep", tick),
                second.FireAsync("DeadlineSweep", tick),
                fallback.RunAsync(CancellationToken.None),
                killed
            );
            Assert.Null(await first.FireAsync("DeadlineSweep", tick.AddMinutes(1)));
        }

        while (await host.Services.GetRequiredService<App.Dispatch.Dispatcher>().WaitingAsync(CancellationToken.None) is not null)
        {
            host.Clock.Set(host.Clock.GetUtcNow().AddSeconds(2));
            await first.FireAsync("DispatchSweep");
        }

        foreach (var file in await host.Services.GetRequiredService<App.Upkeeping.Upkeep>().CasesAsync(CancellationToken.None))
        {
            var chased = file.History.Select(recorded => recorded.Event).OfType<Domain.Steps.Chasing.DeadlineChased>().ToList();
            Assert.Equal([0, 1, 2, 3], chased.Where(one => one.TimescaleId == "leads-decision").Select(one => one.Index));
            Assert.All(chased, one => Assert.Equal(0, one.Missed));
        }

        Assert.All(references, reference =>
            Assert.Equal(
                [
                    "03 Due today: three leads to agree or disagree with the Chair's recommendation",
                    "04 Late: three leads to agree or disagree with the Chair's recommendation",
                ],
                story.Reminders("lead-health", reference)
            )
        );
    }

    private static async Task KillSoonAsync(FunctionsHost timers, TimeSpan after)
    {
        await Task.Delay(after);
        await timers.KillWorkerAsync();
    }
}
