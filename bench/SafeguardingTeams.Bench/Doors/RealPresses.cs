using System.Diagnostics;
using System.Globalization;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.Play;

namespace SafeguardingTeams.Bench.Doors;

/// <summary>
/// Presses at fifty a second on the published bot, in a process of its own that has just been started: half of them Home, of
/// everybody in turn, half the Chair's who opens a case, which reads it and records the reading. Storage is the emulator.
/// </summary>
internal static class RealPresses
{
    private const int PerSecond = 50;

    /// <param name="bot">The folder the bot was published to.</param>
    internal static async Task RunAsync(string bot)
    {
        await using var host = await RehearsalHost.StartAsync(new());
        var open = new Dictionary<string, string> { ["case"] = await new Story(host, TextWriter.Null).AskedAsync(met: true) };
        var (cast, chair, nothing) = (host.Cast.Where(member => member.Key != "stranger").ToList(), host.Member("chair"), new Dictionary<string, string>());
        var settings = await host.HandOverAsync();
        using var process = Start(Path.Combine(bot, "SafeguardingTeams.Bot"), settings);
        try
        {
            while (Azurite.IsFree(host.WebPage.Port))
            {
                await Task.Delay(20);
                if (process.HasExited)
                {
                    throw new InvalidOperationException("The published bot ended.");
                }
            }

            Console.WriteLine("| | presses | p50 ms | p99 ms | longest ms | failed |\n|---|---|---|---|---|---|");
            foreach (var name in new[] { "the first minute after the start", "the second minute" })
            {
                var taken = await Load.OpenAsync(PerSecond, TimeSpan.FromMinutes(1), async i =>
                {
                    var answer = i % 2 == 0 ? await host.Teams.PressAsync(cast[i / 2 % cast.Count], null, "home", nothing) : await host.Teams.PressAsync(chair, null, "open-case", open);
                    return answer is { Error.Length: 0, Message.Length: 0 };
                });
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {taken.Sorted.Count} | {taken.At(0.5):0.0} | {taken.At(0.99):0.0} | {taken.At(1):0.0} | {taken.Failed} |"));
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static Process Start(string program, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The published bot could not be started.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
