using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Sweeps;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The bot sweeps itself while the timers do not, and says so.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class SweepWatchTests(HostFixture stage)
{
    [Fact]
    public async Task The_bot_sweeps_while_the_timers_are_away_says_so_and_stops_when_they_are_back()
    {
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        var watch = host.Services.GetRequiredService<SweepWatch>();
        await using var timers = await host.StartTimersAsync();
        Assert.Null(await timers.FireAsync("DeadlineSweep"));
        Assert.False(await watch.LookAsync(CancellationToken.None));

        host.Clock.Set(new(2026, 11, 3, 9, 1, 0, TimeSpan.Zero));
        await BeatAsync(host, TimeSpan.FromMinutes(6));
        using var spans = new Spyglass();
        Assert.True(await watch.LookAsync(CancellationToken.None));
        Assert.Contains(spans.Lines, line => line.StartsWith("sweep: safeguarding.sweep=deadlines", StringComparison.Ordinal));
        Assert.True(await watch.LookAsync(CancellationToken.None));
        Assert.Contains("Timers: stopped", await HealthAsync(host), StringComparison.Ordinal);
        await Story.ComesAsync(host.Player("chair"), $"{reference}: Due today: Chair to inform the three lead");

        Assert.Null(await timers.FireAsync("DeadlineSweep"));
        Assert.False(await watch.LookAsync(CancellationToken.None));
        Assert.Contains("Timers: last sweep", await HealthAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_before_the_known_bank_holidays_end_the_health_endpoint_says_so()
    {
        await using var host = await stage.StartAsync(installs: false);
        Assert.DoesNotContain("extend the list", await HealthAsync(host), StringComparison.Ordinal);
        host.Clock.Set(new(2028, 1, 10, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("extend the list", await HealthAsync(host), StringComparison.Ordinal);
        using var heard = new Heard();
        await host.Services.GetRequiredService<SweepWatch>().TellAsync(CancellationToken.None);
        Assert.Contains("safeguarding.calendar.days_known calendar=england-and-wales: 356", heard.Told);
    }

    [Theory]
    [InlineData("deadlines", "DeadlineSweep", 6)]
    [InlineData("dispatch", "DispatchSweep", 6)]
    [InlineData("errands", "ReconcileSweep", 6)]
    [InlineData("flows", "FlowSweep", 6)]
    [InlineData("watch", "WatchSweep", 36)]
    public async Task A_sweep_that_has_stopped_is_named_on_the_health_endpoint_and_in_the_log(string sweep, string timer, int minutes)
    {
        var logs = new Logbook();
        await using var host = await stage.StartAsync(logs, installs: false);
        var watch = host.Services.GetRequiredService<SweepWatch>();
        await BeatAsync(host, TimeSpan.FromMinutes(minutes - 2), sweep);
        Assert.StartsWith("healthy\n", await HealthAsync(host), StringComparison.Ordinal);
        await BeatAsync(host, TimeSpan.FromMinutes(minutes), sweep);
        Assert.StartsWith($"degraded: {timer} stopped\n", await HealthAsync(host), StringComparison.Ordinal);
        await watch.TellAsync(CancellationToken.None);
        Assert.Contains(logs.Lines, line => line.Contains($"{timer} has stopped", StringComparison.Ordinal));
        await BeatAsync(host, TimeSpan.Zero, sweep);
        Assert.StartsWith("healthy\n", await HealthAsync(host), StringComparison.Ordinal);
    }

    private static async Task<string> HealthAsync(Rehearsal.RehearsalHost host)
    {
        using var http = new HttpClient { BaseAddress = host.WebPage };
        using var answer = await http.GetAsync("/health");
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Equal(said.StartsWith("healthy\n", StringComparison.Ordinal), answer.IsSuccessStatusCode);
        return said;
    }

    private static Task BeatAsync(Rehearsal.RehearsalHost host, TimeSpan ago, string sweep = "deadlines") =>
        host
            .Services.GetRequiredService<IRows>()
            .CommitAsync(
                [
                    new RowWrite.Put(
                        $"meta|heartbeat|{sweep}",
                        new Dictionary<string, string> { ["at"] = (TimeProvider.System.GetUtcNow() - ago).ToString("O") }
                    ),
                ],
                CancellationToken.None
            );
}
