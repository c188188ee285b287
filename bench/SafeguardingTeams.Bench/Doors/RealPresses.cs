using System.Diagnostics;
using System.Globalization;
using SafeguardingTeams.Rehearsal;
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
        var (cast, nothing) = (host.Cast.Where(member => member.Key != "stranger").ToList(), new Dictionary<string, string>());
        var chair = host.Member("chair");
        var settings = await host.HandOverAsync();
        using var process = Start(Path.Combine(bot, "SafeguardingTeams.Bot"), settings);
        try
        {
            await Listening.WaitAsync(process, host.WebPage);
            Console.WriteLine("| | presses | p50 ms | p99 ms | longest ms | over 250 ms | CPU ms each | failed |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            foreach (var name in new[] { "the first minute after the start", "the second minute" })
            {
                var before = process.TotalProcessorTime;
                var taken = await Load.OpenAsync(PerSecond, TimeSpan.FromMinutes(1), async i =>
                {
                    var answer = await (
                        i % 2 == 0
                            ? host.Teams.PressAsync(cast[i / 2 % cast.Count], null, "home", nothing)
                            : host.Teams.PressAsync(chair, null, "open-case", open)
                    );
                    return answer is { Error.Length: 0, Message.Length: 0 };
                });
                process.Refresh();
                var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / taken.Sorted.Count;
                var over = taken.Sorted.Count(ms => ms > 250);
                var figures = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{taken.At(0.5):0.0} | {taken.At(0.99):0.0} | {taken.At(1):0.0} | {over} | {cpu:0.0}"
                );
                Console.WriteLine($"| {name} | {taken.Sorted.Count} | {figures} | {taken.Failed} |");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    internal static Process Start(string program, IReadOnlyDictionary<string, string> settings)
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
