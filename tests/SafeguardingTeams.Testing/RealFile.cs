namespace SafeguardingTeams.Testing;

/// <summary>The shipped partnership's file as if it were somebody's: no example, so that a host takes it with real storage.</summary>
public static class RealFile
{
    private static readonly Lazy<string> Written = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"partnership-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partnership.json"))));
        return path;
    });

    /// <summary>Where it lies.</summary>
    public static string At => Written.Value;

    /// <summary>Its text, from that of the example.</summary>
    public static string Of(string example) =>
        example
            .Replace("\"example\": true,", "", StringComparison.Ordinal)
            .Replace(".example\"", ".gov.uk\"", StringComparison.Ordinal)
            .Replace("020 7946 0", "020 8921 0", StringComparison.Ordinal);
}
