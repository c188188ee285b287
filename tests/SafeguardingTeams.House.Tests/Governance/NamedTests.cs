using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>What the pages for the board name as what meets a threat is there.</summary>
public partial class NamedTests
{
    [Fact]
    public void Every_test_and_file_that_the_pages_for_the_board_name_is_there()
    {
        var pages = Repository.Pages.Where(page => page.StartsWith("docs/governance/", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 8, $"Only {pages.Count} pages found.");
        var named = pages
            .SelectMany(page => Named().Matches(Repository.Read(page)).Select(found => (page, Name: found.Groups[1].Value)))
            .ToList();
        Assert.True(named.Count > 30, $"Only {named.Count} found.");
        Assert.Equal([], named.Where(one => !IsThere(one.Name)).Select(one => $"{one.page}: {one.Name}"));
    }

    [Theory]
    [InlineData("DataMapTests", true)]
    [InlineData("Keys.cs", true)]
    [InlineData("NothingOfThisTests", false)]
    [InlineData("NothingOfThis.cs", false)]
    public void One_that_is_not_there_is_found(string name, bool there) => Assert.Equal(there, IsThere(name));

    /// <summary>A file of C#, or a class of tests, which stands in a file of its name.</summary>
    private static bool IsThere(string name) =>
        name.EndsWith(".cs", StringComparison.Ordinal)
            ? Repository.CSharp.Any(file => file.EndsWith($"/{name}", StringComparison.Ordinal))
            : Repository.CSharp.Any(file => file.EndsWith($"/{name}.cs", StringComparison.Ordinal));

    [GeneratedRegex(@"`(\w+Tests|[\w.]+\.cs)`")]
    private static partial Regex Named();
}
