using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>How a worker begins and ends, by the real host's rules.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[Trait(Needs.Name, Needs.Emulator)]
public class StopRuleTests(TheStorage storage)
{
    /// <summary>What Azure's own tools, and a developer's machine, may call the environment.</summary>
    private static readonly string[] Environments = ["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT"];

    [Fact]
    public async Task In_an_environment_called_Development_too_it_starts_with_the_published_timers_and_sweeps_and_ends_when_asked_to()
    {
        var settings = await storage.SettingsAsync();
        foreach (var name in Environments)
        {
            settings[name] = "Development";
        }

        await using var host = await FunctionsHost.StartAsync(new() { Settings = settings });
        foreach (var timer in host.Timers)
        {
            Assert.Null(await host.FireAsync(timer.Name));
        }

        using var published = System.Text.Json.JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(FunctionsHost.Published, "functions.metadata"))
        );
        Assert.Equal(
            published.RootElement.EnumerateArray().Select(one => one.GetProperty("name").GetString()).Order(StringComparer.Ordinal),
            host.Timers.Select(timer => timer.Name)
        );
        Assert.Equal(
            [
                ("DeadlineSweep", 1.0, 0),
                ("DispatchSweep", 1, 30),
                ("ExportSweep", 24 * 60, 50),
                ("FlowSweep", 1, 15),
                ("ReconcileSweep", 1, 45),
                ("WatchSweep", 15, 20),
            ],
            host.Timers.Select(timer => (timer.Name, Between(timer), Second(timer)))
        );
        Assert.All(host.Timers, timer => Assert.Equal((2, TimeSpan.FromSeconds(10)), (timer.Retries, timer.RetryPause)));
        var process = host.ProcessId;
        await host.StopAsync();
        await Signals.GoneAsync(process);
        Assert.Equal(1, host.ExitCode);
    }

    [Fact]
    public async Task A_stop_ends_the_worker_and_all_it_has_started_where_it_does_not_end_by_itself()
    {
        await using var host = await FunctionsHost.StartAsync(
            new()
            {
                Settings = await storage.SettingsAsync(),
                Folder = TheStorage.BehindAShellThatEndsWith0(),
                Limits = new() { End = TimeSpan.Zero },
            }
        );
        var shell = host.ProcessId;
        var worker = Assert.Single(Signals.Children(shell));
        await Signals.SendAsync("STOP", worker);
        await host.StopAsync();
        await Signals.GoneAsync(shell);
        await Signals.GoneAsync(worker);
        Assert.Equal(137, host.ExitCode);
    }

    [Fact]
    public async Task With_a_wrong_configuration_it_says_what_to_put_right_and_after_three_tries_the_host_gives_up()
    {
        var emulator = await storage.AzuriteAsync();
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            FunctionsHost.StartAsync(
                new() { Settings = new Dictionary<string, string?> { ["Storage__ConnectionString"] = emulator.ConnectionString } }
            )
        );
        Assert.Contains("ended with 2", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Bot:AppId: set it to an id", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo once >> starts; exit 200", "ended with 200", 3)]
    [InlineData("echo once >> starts; exit 0", "ended with 0", 3)]
    [InlineData("echo once >> starts; sleep 1000", "did not call or answer in time", 3)]
    public async Task A_worker_that_does_not_come_up_is_tried_three_times_and_leaves_nothing_behind(string lines, string why, int starts)
    {
        var folder = TheStorage.Shell(lines);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            FunctionsHost.StartAsync(
                new()
                {
                    Folder = folder,
                    Settings = new Dictionary<string, string?> { ["MARKER"] = folder },
                    Limits = new() { Call = TimeSpan.FromMilliseconds(300) },
                }
            )
        );
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.Equal(starts, (await File.ReadAllLinesAsync(Path.Combine(folder, "starts"))).Length);
        Assert.Empty(Signals.Marked(folder));
    }

    [Theory]
    [InlineData("host.json", null)]
    [InlineData("worker.config.json", null)]
    [InlineData("functions.metadata", null)]
    [InlineData("extensions.json", null)]
    [InlineData(".azurefunctions", null)]
    [InlineData("worker.sh", null)]
    [InlineData("host.json", "{\"version\":\"2.0\",\"functionTimeout\":\"00:05:00\",\"customHandler\":{}}")]
    [InlineData("host.json", "{\"version\":\"1.0\",\"functionTimeout\":\"00:05:00\"}")]
    [InlineData(
        "worker.config.json",
        "{\"description\":{\"language\":\"node\",\"defaultExecutablePath\":\"node\",\"defaultWorkerPath\":\"worker.sh\"}}"
    )]
    public void An_app_the_host_would_not_take_is_refused(string part, string? with)
    {
        var folder = TheStorage.Shell("");
        FunctionApp.Read(folder);
        File.Delete(Path.Combine(folder, part));
        if (with is not null)
        {
            File.WriteAllText(Path.Combine(folder, part), with);
        }

        Assert.Throws<InvalidOperationException>(() => FunctionApp.Read(folder));
    }

    /// <summary>Minutes from one run to the next.</summary>
    private static double Between(TimerFunction timer) => (timer.Schedule.GetNextOccurrence(First(timer)) - First(timer)).TotalMinutes;

    private static int Second(TimerFunction timer) => First(timer).Second;

    private static DateTime First(TimerFunction timer) =>
        timer.Schedule.GetNextOccurrence(new DateTime(2026, 11, 2, 10, 0, 0, DateTimeKind.Utc).AddTicks(-1));
}
