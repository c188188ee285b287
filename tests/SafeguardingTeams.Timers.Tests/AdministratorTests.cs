using System.Diagnostics;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>
/// What an administrator does by the runbook, with the bot as it is published in a process of its own, the published timers, and stand-ins
/// for Microsoft 365: a referral goes through, the doctor finds all well, a record is given out, a copy is put back into another table.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public sealed class AdministratorTests(TheStorage storage) : IDisposable
{
    private static readonly string Program = Path.GetFullPath(
        Path.Combine(FunctionsHost.Published, "..", "bot", "SafeguardingTeams.Bot.dll")
    );

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("administrator").FullName;

    [Fact]
    public async Task Set_up_examined_given_out_copied_and_put_back()
    {
        await using var host = await RehearsalHost.StartAsync(
            new() { Azurite = await storage.AzuriteAsync(), TablePrefix = storage.Prefix() }
        );
        var settings = new Dictionary<string, string>(await host.HandOverAsync());
        await using var timers = await host.StartTimersAsync();
        string reference;
        using (var bot = await StartAsync(host, settings))
        {
            reference = await new Story(host, TextWriter.Null).ReferAsync();
            foreach (var timer in timers.Timers)
            {
                Assert.Null(await timers.FireAsync(timer.Name, host.Clock.GetUtcNow()));
            }

            await SaysAsync(0, "All is well, as far as it can be seen from here.", settings, "doctor");
            await SaysAsync(0, "Nothing is wrong.", settings, "check");
            await SaysAsync(0, "agree", settings, "verify");
            string[] export = ["export", "--record", reference, "--to", _folder, "--by", "operations-officer", "--reason", "Practice."];
            await SaysAsync(0, "files written.", settings, export);
            Assert.True(File.Exists(Path.Combine(_folder, reference, "SHA256SUMS")));
            await SaysAsync(0, "The table is copied to table.br.", settings, "backup", "--to", _folder);
            await SaysAsync(0, "sessions ended", settings, "sign-out-everybody");
            await EndAsync(bot);
        }

        settings["Storage__Table"] += "restored";
        await SaysAsync(0, "Until then no reminder goes.", settings, "restore", "--from", Path.Combine(_folder, "table.br"));
        await SaysAsync(0, "Nothing is wrong.", settings, "check");
        await SaysAsync(0, "Reminders go again after release", settings, "release");
        await SaysAsync(0, "reminders go on", settings, "release", "--drop");
        await SaysAsync(0, "Nothing is held: reminders go.", settings, "release");
        using var back = await StartAsync(host, settings);
        var operations = host.Member("operations-officer");
        var home = await host.Teams.PressAsync(operations, null, "home", new Dictionary<string, string>());
        Assert.Equal(("", ""), (home.Error, home.Message));
        await EndAsync(back);
    }

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    private static async Task SaysAsync(int code, string words, Dictionary<string, string> settings, params string[] args)
    {
        using var command = Begin(settings, args);
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        Assert.True(command.ExitCode == code && output.Contains(words, StringComparison.Ordinal), $"{command.ExitCode} {output}");
    }

    private static async Task<Process> StartAsync(RehearsalHost host, Dictionary<string, string> settings)
    {
        var bot = Begin(settings);
        bot.OutputDataReceived += (_, _) => { };
        bot.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = host.WebPage };
        await Testing.Until.SoAsync(
            async () =>
            {
                Assert.False(bot.HasExited, "The bot has ended.");
                try
                {
                    return (await http.GetAsync("/health/live")).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "the bot answers"
        );
        return bot;
    }

    private static async Task EndAsync(Process bot)
    {
        bot.Kill(entireProcessTree: true);
        await bot.WaitForExitAsync();
    }

    private static Process Begin(Dictionary<string, string> settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args]) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
