using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests;

/// <summary>The files of the repository as they lie on the disk, without what was built or installed.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "node_modules",
        "TestResults",
        "artifacts",
        "BenchmarkDotNet.Artifacts",
    };

    /// <summary>Every file, by its path from the root with slashes, in order.</summary>
    internal static IReadOnlyList<string> Files { get; } =
    [.. Under(new DirectoryInfo(Approved.Root)).Select(Path).Order(StringComparer.Ordinal)];

    /// <summary>The C# of the program, its tests and its benchmarks.</summary>
    internal static IReadOnlyList<string> CSharp { get; } =
    [.. Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && Area(file) is "src" or "tests" or "bench")];

    /// <summary>Every page of Markdown.</summary>
    internal static IReadOnlyList<string> Pages { get; } = [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    internal static string Area(string file) => file.Split('/')[0];

    /// <summary>Whether it is part of what is deployed: the rehearsal is not.</summary>
    internal static bool IsProduct(string file) =>
        Area(file) == "src" && !file.StartsWith("src/SafeguardingTeams.Rehearsal/", StringComparison.Ordinal);

    internal static string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Approved.Root, file)).ReplaceLineEndings("\n");

    internal static bool Has(string path)
    {
        var place = System.IO.Path.Combine(Approved.Root, path);
        return File.Exists(place) || Directory.Exists(place);
    }

    private static string Path(FileInfo file) => System.IO.Path.GetRelativePath(Approved.Root, file.FullName).Replace('\\', '/');

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Concat(
                folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name) && !inner.Name.StartsWith('.')).SelectMany(Under)
            );
}
