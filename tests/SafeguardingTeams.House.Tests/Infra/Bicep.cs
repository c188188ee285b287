using System.Diagnostics;
using System.Reflection;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>The Bicep compiler, on a copy of a folder: it writes beside what it reads.</summary>
internal static class Bicep
{
    internal const string Subscription = "00000000-0000-4000-8000-000000000001";

    internal const string Tenant = "00000000-0000-4000-8000-000000000002";

    private static string? Program { get; } =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(one => one.Key == "Bicep")?.Value;

    /// <summary>Ends a test here where there is no compiler.</summary>
    internal static void SkipWhereThereIsNone() =>
        Assert.SkipUnless(Program is not null, "The Bicep compiler is restored for Linux on x64 only.");

    /// <summary>Compiles, lints and evaluates a file of parameters to the resources it would make, without a network.</summary>
    /// <param name="folder">Of the repository.</param>
    /// <param name="file">The file of parameters in it.</param>
    /// <param name="environment">What the parameters are read from.</param>
    /// <returns>The snapshot, empty where there is none; every finding, one a line, each of which fails.</returns>
    internal static async Task<(string Snapshot, string Findings)> SnapshotAsync(
        string folder,
        string file,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var copy = Directory.CreateTempSubdirectory("bicep").FullName;
        foreach (var source in Directory.GetFiles(folder, "*.bicep*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(copy, Path.GetRelativePath(folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(source, place);
        }

        File.Copy(Path.Combine(Approved.Root, "infra", "bicepconfig.json"), Path.Combine(copy, "bicepconfig.json"));
        var start = new ProcessStartInfo(
            Program!,
            [
                "snapshot",
                Path.Combine(copy, file),
                "--mode",
                "overwrite",
                "--subscription-id",
                Subscription,
                "--tenant-id",
                Tenant,
                "--location",
                "uksouth",
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        // The program unpacks itself, once.
        start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(Path.GetTempPath(), "bicep-program");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bicep = Process.Start(start)!;
        var output = bicep.StandardOutput.ReadToEndAsync();
        var said = (await bicep.StandardError.ReadToEndAsync()).Replace(copy, "", StringComparison.Ordinal).Trim();
        await output;
        await bicep.WaitForExitAsync();
        var made = Path.Combine(copy, Path.ChangeExtension(file, ".snapshot.json"));
        var snapshot = File.Exists(made) ? await File.ReadAllTextAsync(made) : "";
        Directory.Delete(copy, recursive: true);
        return (snapshot, bicep.ExitCode == 0 || said.Length > 0 ? said : $"It ended with {bicep.ExitCode}.");
    }
}
