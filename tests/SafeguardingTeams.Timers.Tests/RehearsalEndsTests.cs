using System.Diagnostics;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>The rehearsal as a program of its own.</summary>
[Trait(Needs.Name, Needs.Processes)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class RehearsalEndsTests
{
    [Theory]
    [InlineData("Open this page in a browser", 3)] // the emulator, the worker, the rehearsal
    [InlineData("Starting the storage emulator", 1)] // whatever there is by then
    [InlineData("-- doctor", 3, "--practice")]
    public async Task Asked_to_end_it_ends_and_leaves_no_process_behind(string once, int processes, params string[] options)
    {
        var marker = $"REHEARSAL_{Guid.NewGuid():N}";
        var program = Path.Combine(
            Path.GetFullPath(Path.Combine(FunctionsHost.Published, "..", "net10.0")),
            "SafeguardingTeams.Rehearsal.dll"
        );
        var start = new ProcessStartInfo("dotnet", [program, "--port", $"{Azurite.FreePort()}", .. options])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment[marker] = "yes";
        using var rehearsal = Process.Start(start)!;
        while (await rehearsal.StandardOutput.ReadLineAsync() is { } line && !line.Contains(once, StringComparison.Ordinal)) { }

        Assert.InRange(Signals.Marked(marker).Count, processes, int.MaxValue);
        await Signals.SendAsync("TERM", rehearsal.Id);
        await rehearsal.StandardOutput.ReadToEndAsync();
        await rehearsal.WaitForExitAsync();
        Assert.Equal(0, rehearsal.ExitCode);
        Assert.Empty(Signals.Marked(marker));
    }
}
