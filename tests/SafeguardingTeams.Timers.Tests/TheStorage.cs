using SafeguardingTeams.Rehearsal.StandIns.Functions;
using SafeguardingTeams.Testing;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.Timers.Tests.TheStorage))]

namespace SafeguardingTeams.Timers.Tests;

/// <summary>One storage emulator, and the shipped timers on tables of it, with nothing in them and nobody else there.</summary>
public sealed class TheStorage : OneEmulator
{
    /// <summary>A prefix for the tables of a rehearsal of its own.</summary>
    internal string Prefix() => $"{NewName("timers")}x";

    /// <summary>App settings that are right, for a table of their own.</summary>
    internal async Task<Dictionary<string, string?>> SettingsAsync(StorageDoor? door = null) =>
        new()
        {
            ["WebPage__Address"] = "https://cases.partnership.example/",
            ["Bot__AppId"] = Guid.NewGuid().ToString(),
            ["Bot__TenantId"] = Guid.NewGuid().ToString(),
            ["Storage__ConnectionString"] = door?.ConnectionString ?? (await AzuriteAsync()).ConnectionString,
            ["Storage__Table"] = Prefix(),
        };

    /// <summary>The shipped app, its worker started by a shell that ends with 0 whatever the worker ends with.</summary>
    internal static string BehindAShellThatEndsWith0(string then = "exit 0")
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("functionapp").FullName;
        foreach (var part in System.IO.Directory.GetFileSystemEntries(FunctionsHost.Published))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(part)), part);
        }

        File.WriteAllText(Path.Combine(folder, "worker.sh"), $"dotnet SafeguardingTeams.Timers.dll \"$@\"\n{then}\n");
        Describe(folder, "sh", "worker.sh");
        return folder;
    }

    /// <summary>An app whose worker is a few lines of shell.</summary>
    internal static string Shell(string lines)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("functionapp").FullName;
        foreach (var part in new[] { "host.json", "functions.metadata", "extensions.json", ".azurefunctions" })
        {
            File.CreateSymbolicLink(Path.Combine(folder, part), Path.Combine(FunctionsHost.Published, part));
        }

        File.WriteAllText(Path.Combine(folder, "worker.sh"), lines);
        Describe(folder, "sh", "worker.sh");
        return folder;
    }

    private static void Describe(string folder, string executable, string worker)
    {
        var config = Path.Combine(folder, "worker.config.json");
        File.Delete(config);
        File.WriteAllText(
            config,
            """{"description":{"language":"dotnet-isolated", """
                + $$$""" "defaultExecutablePath":"{{{executable}}}","defaultWorkerPath":"{{{worker}}}"}}"""
        );
    }
}
