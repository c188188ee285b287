using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>Links between pages lead somewhere.</summary>
public partial class LinkTests
{
    [Fact]
    public void Every_link_within_the_repository_leads_to_a_file_and_to_a_heading_in_it()
    {
        Assert.True(Repository.Pages.Count > 30, $"Only {Repository.Pages.Count} pages found.");
        var found = Repository.Pages.Sum(page => Links(Repository.Read(page)).Count());
        Assert.True(found > 60, $"Only {found} links found.");
        var broken = Repository.Pages.SelectMany(page => Broken(page, Repository.Read(page), Repository.Has, Repository.Read)).ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Theory]
    [InlineData("[a](there.md)", null)]
    [InlineData("[a](there.md#a-heading-of-it)", null)]
    [InlineData("[a](there.md#a-heading-of-it-1)", null)]
    [InlineData("[a](there.md#made)", null)]
    [InlineData("[a](../docs/there.md \"title\")", null)]
    [InlineData("[a](https://example.org/x)", null)]
    [InlineData("`[a](nowhere.md)`", null)]
    [InlineData("```\n[a](nowhere.md)\n```", null)]
    [InlineData("[a](nowhere.md)", "docs/here.md: nowhere.md")]
    [InlineData("![a](nowhere.png)", "docs/here.md: nowhere.png")]
    [InlineData("[a](there.md#nothing)", "docs/here.md: there.md#nothing")]
    [InlineData("[a](#nothing)", "docs/here.md: #nothing")]
    [InlineData("[a](../../outside.md)", "docs/here.md: ../../outside.md")]
    [InlineData("[a]: nowhere.md", "docs/here.md: nowhere.md")]
    public void A_link_that_leads_nowhere_is_found(string text, string? broken)
    {
        const string there = "# A heading, `of` it!\n\n```\n# nothing\n```\n\n# A heading, of it\n\n<a id=\"made\"></a>\n";
        var found = Broken("docs/here.md", text, path => path == "docs/there.md", path => path == "docs/there.md" ? there : text);
        Assert.Equal(broken is null ? [] : [broken.Replace("``", "`")], found);
    }

    [Fact]
    public void Every_file_named_in_the_pages_for_the_next_person_is_there()
    {
        string[] pages = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"];
        var named = pages.SelectMany(page => Named(Repository.Read(page)).Select(path => (Page: page, Path: path))).ToList();
        Assert.True(named.Count > 50, $"Only {named.Count} found.");
        Assert.Equal([], named.Where(one => !IsThere(one.Path)).Select(one => $"{one.Page}: {one.Path}"));
    }

    [Theory]
    [InlineData("see `Domain/Steps` and `App/Storage/Keys.cs`", "Domain/Steps", "App/Storage/Keys.cs")]
    [InlineData("`Keys.cs`, `docs/nothing.md`; `dotnet test`, `Steps/<Step>/Offer.cs`, `A.B`, `out|`", "Keys.cs", "docs/nothing.md")]
    public void Files_are_found_in_code(string text, params string[] paths) => Assert.Equal(paths, Named(text));

    [Theory]
    [InlineData("App/Storage/Keys.cs", true)]
    [InlineData("Keys.cs", true)]
    [InlineData("Domain.Tests/Steps", true)]
    [InlineData("App/Storage/Nothing.cs", false)]
    [InlineData("Nothing.cs", false)]
    public void A_file_that_is_not_there_is_found(string path, bool there) => Assert.Equal(there, IsThere(path));

    /// <summary>Files and folders of the repository in pieces of code; placeholders left out.</summary>
    private static IEnumerable<string> Named(string text) =>
        InlineCode()
            .Matches(Fenced().Replace(text, ""))
            .Select(code => code.Value.Trim('`').TrimEnd('/'))
            .Where(code => Place().IsMatch(code));

    /// <summary>From the root, or as the projects are called for short; a file alone wherever it is.</summary>
    private static bool IsThere(string path) =>
        path.Contains('/', StringComparison.Ordinal)
            ? new[]
            {
                "",
                "src/SafeguardingTeams.",
                "src/",
                "tests/SafeguardingTeams.",
                "tests/SafeguardingTeams.Presentation.Tests/",
                "src/SafeguardingTeams.Domain/",
                "src/SafeguardingTeams.App/",
            }.Any(before => Repository.Has($"{before}{path}"))
            : Repository.Files.Any(file => file.EndsWith($"/{path}", StringComparison.Ordinal) || file == path);

    private static IEnumerable<string> Broken(string page, string text, Func<string, bool> has, Func<string, string> read)
    {
        foreach (var link in Links(text))
        {
            var parts = link.Split('#', 2);
            var path = parts[0].Length == 0 ? page : Resolved(page, Uri.UnescapeDataString(parts[0]));
            var leads =
                path is not null
                && (parts[0].Length == 0 || has(path))
                && (parts.Length == 1 || (path.EndsWith(".md", StringComparison.Ordinal) && Anchors(read(path)).Contains(parts[1])));
            if (!leads)
            {
                yield return $"{page}: {link}";
            }
        }
    }

    private static IEnumerable<string> Links(string text) =>
        Link()
            .Matches(InlineCode().Replace(Fenced().Replace(text, ""), ""))
            .Select(match => match.Groups["to"].Value)
            .Where(link => !Scheme().IsMatch(link));

    private static string? Resolved(string page, string link)
    {
        var path = page.Split('/')[..^1].ToList();
        foreach (var part in link.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && path.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (part != ".")
            {
                path.Add(part);
            }
        }

        return string.Join('/', path);
    }

    /// <summary>As GitHub makes them of headings, and those that are set.</summary>
    private static HashSet<string> Anchors(string text)
    {
        text = Fenced().Replace(text, "");
        var anchors = Set().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (Match heading in Heading().Matches(text))
        {
            var words = Link().Replace(heading.Groups[1].Value.Trim(), match => match.Groups["text"].Value).ToLowerInvariant();
            var slug = NotInSlug().Replace(words, "").Replace(' ', '-');
            for (var n = 1; !anchors.Add(n == 1 ? slug : $"{slug}-{n - 1}"); n++) { }
        }

        return anchors;
    }

    [GeneratedRegex(@"^(```|~~~).*?^\1[^\n]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<to>[^)\s]+)(\s+""[^""]*"")?\)|^\[[^\]]+\]:\s+(?<to>\S+)", RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"<a (?:id|name)=""([^""]+)""")]
    private static partial Regex Set();

    [GeneratedRegex("^#{1,6} +(.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInSlug();

    [GeneratedRegex(
        @"^([\w.]+/)*[\w.-]+\.(cs|md|sh|json|csproj|props|html)$"
            + @"|^(src|tests|docs|bench|build|manifest|AdaptiveCards|Domain|Presentation|App|Microsoft365|Bot|Timers|Rehearsal|\w+\.Tests)"
            + @"/[\w./]+$"
    )]
    private static partial Regex Place();
}
