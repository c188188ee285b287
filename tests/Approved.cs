namespace SafeguardingTeams.Tests;

/// <summary>
/// Compares a text with the one approved in the repository. To approve what is new, run the tests with
/// <c>APPROVE=yes</c> and read the difference before committing it.
/// </summary>
internal static class Approved
{
    internal static string Root { get; } = Find();

    internal static void Same(string path, string text)
    {
        var place = Path.Combine(Root, path);
        var now = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("APPROVE") == "yes")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.WriteAllText(place, now);
        }

        Assert.True(File.Exists(place), $"{path} is not there yet. Run with APPROVE=yes, then read it.");
        Assert.Equal(File.ReadAllText(place).ReplaceLineEndings("\n"), now);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SafeguardingTeams.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run from within the repository.");
        }

        return folder.FullName;
    }
}
