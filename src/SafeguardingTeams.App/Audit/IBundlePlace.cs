namespace SafeguardingTeams.App.Audit;

/// <summary>Where the files of a bundle are written; each name holds the reference and nothing of what the file says (F2).</summary>
public interface IBundlePlace
{
    /// <summary>A new file, or the same again from its beginning.</summary>
    Stream Create(string name);

    /// <summary>Takes away one that did not come whole.</summary>
    void Remove(string name);
}

/// <summary>What was written.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Missing">How many belong to the record and are not among them: the page names each, and why.</param>
public sealed record RecordBundle(int Files, int Missing);

/// <summary>Names in a bundle.</summary>
internal static class BundleNames
{
    /// <summary>The ending of a name, where it is one of a kind of file.</summary>
    internal static string Ending(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= 6 } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending.ToLowerInvariant()
            : "";
}
