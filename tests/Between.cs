namespace SafeguardingTeams.Tests;

/// <summary>A part of a page that is generated, between two comments that nobody sees; the rest is written by hand.</summary>
internal static class Between
{
    /// <summary>Compares the part with what is generated; with <c>APPROVE=yes</c> writes it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="name">The part's name, as its two comments have it.</param>
    /// <param name="text">What is generated.</param>
    internal static void Same(string path, string name, string text)
    {
        var page = File.ReadAllText(Path.Combine(Approved.Root, path)).ReplaceLineEndings("\n");
        var (start, end) = ($"<!-- {name}: generated -->\n", $"<!-- {name}: end -->");
        var (from, to) = (page.IndexOf(start, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{path} has no part between \"{start.Trim()}\" and \"{end}\".");
        Approved.Same(path, $"{page[..(from + start.Length)]}\n{text.ReplaceLineEndings("\n").Trim()}\n\n{page[to..]}");
    }
}
