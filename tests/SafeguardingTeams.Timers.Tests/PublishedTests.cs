using Microsoft.Extensions.Logging;
using SafeguardingTeams.Rehearsal.StandIns.Functions;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>What <c>dotnet publish</c> of the timers gives: the folder that is the function app.</summary>
public class PublishedTests
{
    [Theory]
    [InlineData("host.json")]
    [InlineData("worker.config.json")]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData("partnership.json")]
    [InlineData("SafeguardingTeams.Timers.dll")]
    [InlineData("SafeguardingTeams.Timers.runtimeconfig.json")]
    [InlineData(".azurefunctions/function.deps.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll")]
    [InlineData(".azurefunctions/Microsoft.Azure.Functions.Worker.Extensions.dll")]
    public void It_has_what_the_host_reads_the_hidden_folder_too(string part) =>
        Assert.True(File.Exists(Path.Combine(FunctionsHost.Published, part)));

    [Fact]
    public void Nothing_of_a_custom_handler_is_left() =>
        Assert.Empty(System.IO.Directory.GetFiles(FunctionsHost.Published, "function.json", SearchOption.AllDirectories));

    [Fact]
    public void A_run_has_five_minutes_and_the_log_keeps_what_the_sweeps_say_of_themselves()
    {
        var app = FunctionApp.Read(FunctionsHost.Published);
        Assert.Equal(TimeSpan.FromMinutes(5), app.Timeout);
        Assert.Equal(("dotnet", "SafeguardingTeams.Timers.dll"), (app.Executable, app.Worker));
        foreach (var sweep in new[] { "DeadlineSweep", "DispatchSweep", "ReconcileSweep", "FlowSweep", "WatchSweep", "ExportSweep" })
        {
            Assert.True(app.Keeps($"Function.{sweep}.User", LogLevel.Information));
        }

        Assert.False(app.Keeps("Host.General", LogLevel.Information));
        Assert.True(app.Keeps("Host.General", LogLevel.Warning));
    }
}
