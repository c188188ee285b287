using System.Diagnostics;
using System.Globalization;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>What is done to a process from outside, and what is left of it.</summary>
internal static class Signals
{
    /// <summary>Sends a signal.</summary>
    /// <param name="name">TERM, KILL, STOP.</param>
    /// <param name="processId">To whom.</param>
    internal static async Task SendAsync(string name, int processId)
    {
        using var kill = Process.Start("kill", ["-s", name, processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>The processes started by one that still run.</summary>
    internal static List<int> Children(int processId) =>
        [.. Every().Where(one => Stat(one) is { } stat && stat.Parent == processId && stat.State != "Z")];

    /// <summary>The processes that have something in their environment that a process hands on to those it starts.</summary>
    internal static List<int> Marked(string marker) =>
        [.. Every().Where(one => Stat(one) is { State: not "Z" } && Read(one, "environ").Contains(marker, StringComparison.Ordinal))];

    /// <summary>Ends when a process has.</summary>
    internal static async Task GoneAsync(int processId)
    {
        await Testing.Until.SoAsync(() => Stat(processId) is not { State: not "Z" }, $"process {processId} has ended");
    }

    private static IEnumerable<int> Every() =>
        System
            .IO.Directory.GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    /// <summary>After the name in brackets, which may hold anything: the state, the parent.</summary>
    private static (string State, int Parent)? Stat(int processId) =>
        Read(processId, "stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var state, var parent, ..]
            ? (state, int.Parse(parent, CultureInfo.InvariantCulture))
            : null;

    private static string Read(int processId, string what)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/{what}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
