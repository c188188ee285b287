namespace SafeguardingTeams.Rehearsal.Parts;

/// <summary>Where the repository is: the parts from npm are taken from there.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SafeguardingTeams.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The rehearsal runs from within the repository.");
    }
}
