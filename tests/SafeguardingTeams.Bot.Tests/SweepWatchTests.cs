using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Bot.Sweeps;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The bot sweeps itself while the timers do not, and says so.</summary>
public class SweepWatchTests(TheStage stage)
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
        Assert.True(await watch.LookAsync(CancellationToken.None));
        Assert.True(await watch.LookAsync(CancellationToken.None));
        Assert.Contains("Timers: stopped", await watch.HealthAsync(CancellationToken.None), StringComparison.Ordinal);
        await Story.ComesAsync(host.Player("chair"), $"{reference}: Due today: Chair to inform the three lead");

        Assert.Null(await timers.FireAsync("DeadlineSweep"));
        Assert.False(await watch.LookAsync(CancellationToken.None));
        Assert.Contains("Timers: last sweep", await watch.HealthAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_before_the_known_bank_holidays_end_the_health_endpoint_says_so()
    {
        await using var host = await stage.StartAsync(installs: false);
        var watch = host.Services.GetRequiredService<SweepWatch>();
        Assert.DoesNotContain("extend the list", await watch.HealthAsync(CancellationToken.None), StringComparison.Ordinal);
        host.Clock.Set(new(2028, 1, 10, 9, 0, 0, TimeSpan.Zero));
        Assert.Contains("extend the list", await watch.HealthAsync(CancellationToken.None), StringComparison.Ordinal);
    }

    private static Task BeatAsync(Rehearsal.RehearsalHost host, TimeSpan ago) => host.Services.GetRequiredService<IRows>().CommitAsync(
        [new RowWrite.Put("meta|heartbeat|deadlines", new Dictionary<string, string> { ["at"] = (TimeProvider.System.GetUtcNow() - ago).ToString("O") })], CancellationToken.None);
}
