namespace SafeguardingTeams.House.Tests;

/// <summary>Files of C# and of the infrastructure can be read without scrolling sideways, and to their end.</summary>
public class LayoutTests
{
    private const int Wide = 140;
    private const int Long = 300;

    [Fact]
    public void No_line_is_too_wide_and_no_file_too_long()
    {
        Assert.True(Repository.CSharp.Count > 500, $"Only {Repository.CSharp.Count} files found.");
        Assert.All(new[] { "src", "tests", "bench" }, area => Assert.Contains(Repository.CSharp, file => Repository.Area(file) == area));
        Assert.Contains(Infra, file => file.EndsWith(".bicep", StringComparison.Ordinal));
        Assert.Contains(Infra, file => file.EndsWith(".cs", StringComparison.Ordinal));
        var wrong = Repository.CSharp.Concat(Infra).SelectMany(file => Wrong(file, Repository.Read(file))).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join("\n", wrong)}");
    }

    [Fact]
    public void What_is_too_wide_or_too_long_is_found()
    {
        Assert.Empty(Wrong("A.cs", new string('a', Wide) + "\n" + string.Concat(Enumerable.Repeat("a\n", Long - 1))));
        Assert.Equal(["A.cs:2 has 141 characters"], Wrong("A.cs", "a\n" + new string('a', Wide + 1) + "\n"));
        Assert.Equal(["A.cs has 301 lines"], Wrong("A.cs", string.Concat(Enumerable.Repeat("a\n", Long + 1))));
    }

    private static IEnumerable<string> Infra =>
        Repository.Files.Where(file => Repository.Area(file) == "infra" && Path.GetExtension(file) is ".cs" or ".bicep" or ".bicepparam");

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    private static IEnumerable<string> Wrong(string file, string text)
    {
        var lines = Lines(text);
        var wide = lines
            .Select((line, i) => (line.Length, Line: i + 1))
            .Where(line => line.Length > Wide)
            .Select(line => $"{file}:{line.Line} has {line.Length} characters");
        return lines.Length > Long ? wide.Append($"{file} has {lines.Length} lines") : wide;
    }
}
