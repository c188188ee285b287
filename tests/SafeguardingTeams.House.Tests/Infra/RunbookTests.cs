using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>Each page of the runbook says what to do, how to see that it worked and how to undo it, and stands in its index.</summary>
public partial class RunbookTests
{
    private const string Folder = "docs/runbook/";

    [Fact]
    public void Every_page_has_its_three_parts_and_its_place()
    {
        var pages = Repository
            .Pages.Where(page => page.StartsWith(Folder, StringComparison.Ordinal) && !page.EndsWith("README.md", StringComparison.Ordinal))
            .ToList();
        Assert.True(pages.Count >= 10, $"Only {pages.Count} pages.");
        var index = Repository.Read($"{Folder}README.md");
        Assert.Equal(pages.Select(page => page[Folder.Length..]), Link().Matches(index).Select(link => link.Groups[1].Value).Distinct());
        Assert.Equal(Enumerable.Range(1, pages.Count), pages.Select(page => int.Parse(page[Folder.Length..].Split('-')[0])));
        Assert.Equal([], pages.SelectMany(page => Lacking(Repository.Read(page)).Select(part => $"{page}: {part}")));
    }

    [Theory]
    [InlineData("# 1. A\n\nWho: x\n\n## Do\n\na\n\n## Check that it worked\n\nb\n\n## Undo\n\nc\n", "")]
    [InlineData("# 1. A\n\nWho: x\n\n## Do\n\na\n\n## Undo\n\nc\n", "Check that it worked")]
    [InlineData("# 1. A\n\nWho: x\n\n## Do\n\n## Check that it worked\n\nb\n\n## Undo\n\nc\n", "Do")]
    public void What_is_missing_is_found(string page, string missing) => Assert.Equal(missing, string.Join(",", Lacking(page)));

    private static IEnumerable<string> Lacking(string page) =>
        new[] { "Do", "Check that it worked", "Undo" }
            .Where(part => !Regex.IsMatch(page, $@"^## {part}(?>\n+)(?!## |\z)", RegexOptions.Multiline))
            .Concat(Regex.IsMatch(page, "^Who: .+", RegexOptions.Multiline) ? [] : ["Who"]);

    [GeneratedRegex(@"\((\d\d-[a-z-]+\.md)\)")]
    private static partial Regex Link();
}
