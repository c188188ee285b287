using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Rehearsal;

/// <summary>For an administrator's practice: the settings of a bot that they start themselves on this run's stand-ins.</summary>
internal static class Practice
{
    private const string Name = ".rehearsal/practice.env";

    /// <summary>Writes them into a file that a shell reads.</summary>
    /// <returns>The file, from the repository's folder.</returns>
    internal static async Task<string> WriteAsync(IReadOnlyDictionary<string, string> settings)
    {
        var path = Path.Combine(Repository.Root, Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllLinesAsync(path, settings.Select(one => $"{one.Key}='{one.Value}'"));
        return Name;
    }
}
