using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>The hooks of azure.yaml, run as azd runs them: they say everything that is missing, and stop azd by how they end.</summary>
[Trait(Needs.Name, Needs.Processes)]
public class HookTests
{
    [Fact]
    public async Task Each_says_what_is_missing_and_the_apps_package_carries_what_was_set()
    {
        var all = await Task.WhenAll(
            RunAsync("preprovision", new() { ["TEAMS_PUBLISHER"] = "Thirty-three characters are a few", ["OWN_LETTERS"] = "true" }),
            RunAsync("postdeploy", []),
            RunAsync(
                "postprovision",
                new()
                {
                    ["TEAMS_APP_ID"] = "11111111-2222-4333-8444-555555555555",
                    ["BOT_ID"] = "11111111-2222-4333-8444-555555555556",
                    ["PAGE_CLIENT_ID"] = "11111111-2222-4333-8444-555555555557",
                    ["PAGE_HOST"] = "cases.partnership.example",
                    ["TEAMS_PUBLISHER"] = "Partnership, 100%; Example's",
                    ["TEAMS_APP_VERSION"] = "1.2.3",
                }
            )
        );
        var (before, after, made) = (all[0], all[1], all[2]);
        Assert.Equal(1, before.Code);
        foreach (var name in new[] { "PARTNERSHIP_NAME", "PAGE_CLIENT_ID", "ALERT_TEAM", "ALERT_EMAIL", "TEAMS_APP_ID" })
        {
            Assert.Contains($"- {name}: set it", before.Said, StringComparison.Ordinal);
        }

        Assert.Contains("TEAMS_PUBLISHER: it has 33 characters and may have 32", before.Said, StringComparison.Ordinal);
        Assert.Contains("OWN_LETTERS: it is true, and there is no folder partnership/letters", before.Said, StringComparison.Ordinal);
        Assert.Equal((1, true), (after.Code, after.Said.Contains("PAGE_HOST: it is not set", StringComparison.Ordinal)));
        Assert.Equal((0, ""), (made.Code, made.Said));
        await using var package = await ZipFile.OpenReadAsync(Path.Combine(Approved.Root, "artifacts", "teams-app.zip"));
        await using var stream = await package.GetEntry("manifest.json")!.OpenAsync();
        var manifest = (await JsonNode.ParseAsync(stream))!;
        Assert.Equal(("1.2.3", "Partnership, 100%; Example's"), ((string)manifest["version"]!, (string)manifest["developer"]!["name"]!));
    }

    private static async Task<(int Code, string Said)> RunAsync(string hook, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", ["run", $"infra/hooks/{hook}.cs"])
        {
            WorkingDirectory = Approved.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var said = await run.StandardError.ReadToEndAsync();
        await output;
        await run.WaitForExitAsync();
        return (run.ExitCode, said);
    }
}
