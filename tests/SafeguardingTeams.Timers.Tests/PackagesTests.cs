using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>
/// Both hosts as they are deployed: published, packed as azd packs them, unpacked elsewhere, started with the settings infra gives them.
/// Of those only what names a place or an identity of Azure is another here: the emulator's, the stand-ins'.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class PackagesTests(TheStorage storage)
{
    private const string Snapshot = "tests/SafeguardingTeams.House.Tests/Infra/usual.snapshot.json";

    private static readonly string[] Azures =
    [
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "Bot__ManagedIdentityClientId",
        "Storage__TableEndpoint",
    ];

    [Fact]
    public async Task Both_start_from_their_packages_answer_a_press_in_Teams_and_sweep()
    {
        await using var host = await RehearsalHost.StartAsync(
            new()
            {
                Azurite = await storage.AzuriteAsync(),
                TablePrefix = storage.Prefix(),
                InstallsForEverybody = false,
            }
        );
        var chair = host.Member("chair");
        var standIns = await host.HandOverAsync();
        var folders = await Task.WhenAll(
            UnpackedAsync(Path.GetFullPath(Path.Combine(FunctionsHost.Published, "..", "bot"))),
            UnpackedAsync(FunctionsHost.Published)
        );
        var (command, settings) = Given("bot", standIns, [.. Azures, "Storage__CookieKey"]);
        var (none, timerSettings) = Given(
            "timers",
            standIns,
            [.. Azures, "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AzureWebJobsStorage__clientId"]
        );
        Assert.Equal("", none);
        using var bot = Start(command, folders[0], settings);
        try
        {
            await using var timers = await FunctionsHost.StartAsync(
                new() { Folder = folders[1], Settings = timerSettings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value) }
            );
            using var http = new HttpClient { BaseAddress = host.WebPage };
            await Testing.Until.SoAsync(() => AnswersAsync(http, bot), "the packed bot answers");
            var home = await host.Teams.PressAsync(chair, null, "home", new Dictionary<string, string>());
            Assert.Equal(("", ""), (home.Error, home.Message));
            using var nobody = await http.PostAsync("/api/messages", new StringContent("{}", null, "application/json"));
            Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
            Assert.Equal(
                ["DeadlineSweep", "DispatchSweep", "ExportSweep", "FlowSweep", "ReconcileSweep", "WatchSweep"],
                timers.Timers.Select(timer => timer.Name).Order()
            );
            Assert.Null(await timers.FireAsync("DeadlineSweep"));
            var health = await http.GetStringAsync("/health");
            Assert.StartsWith("healthy\n", health, StringComparison.Ordinal);
            Assert.Contains("\nTimers: last sweep", health, StringComparison.Ordinal);
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
            await bot.WaitForExitAsync();
            Array.ForEach(folders, folder => System.IO.Directory.Delete(folder, recursive: true));
        }
    }

    /// <summary>Zipped with what is hidden, as azd does, and unzipped as the platform does.</summary>
    private static Task<string> UnpackedAsync(string published) =>
        Task.Run(() =>
        {
            var folder = System.IO.Directory.CreateTempSubdirectory("package").FullName;
            var zip = $"{folder}.zip";
            ZipFile.CreateFromDirectory(published, zip, CompressionLevel.NoCompression, includeBaseDirectory: false);
            ZipFile.ExtractToDirectory(zip, folder);
            File.Delete(zip);
            return folder;
        });

    /// <summary>How infra starts a host, and with what.</summary>
    /// <param name="azures">What names something of Azure: exactly these are left out or are the stand-ins'.</param>
    private static (string Command, Dictionary<string, string> Settings) Given(
        string service,
        IReadOnlyDictionary<string, string> standIns,
        IEnumerable<string> azures
    )
    {
        var site = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, Snapshot)))!["predictedResources"]!
            .AsArray()
            .Single(one => (string)one!["type"]! == "Microsoft.Web/sites" && (string)one["tags"]!["azd-service-name"]! == service)!;
        var config = site["properties"]!["siteConfig"]!;
        var given = config["appSettings"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => (string)one!["value"]!);
        Assert.Equal(azures.Append("Bot__AppId").Order(), given.Where(one => one.Value.StartsWith('[')).Select(one => one.Key).Order());
        var settings = given.Where(one => !one.Value.StartsWith('[')).ToDictionary();
        foreach (var (name, value) in standIns)
        {
            settings[name] = value;
        }

        return ((string?)config["appCommandLine"] ?? "", settings);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, Process bot)
    {
        Assert.False(bot.HasExited, "The packed bot has ended.");
        try
        {
            return (await http.GetAsync("/health/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Start(string command, string folder, IReadOnlyDictionary<string, string> settings)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
