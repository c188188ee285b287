using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>What comments and data cite stands on docs/requirements.md, and its marks are true.</summary>
public partial class CitationTests
{
    [Fact]
    public void The_page_has_the_rules_each_once()
    {
        Assert.Equal(Rules.All.Count, Rules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(
            "RO 15, A 17, B 26, C 24, D 11, E 26, F 4, PD 27",
            string.Join(", ", Rules.All.GroupBy(rule => Letters().Match(rule.Id).Value).Select(group => $"{group.Key} {group.Count()}"))
        );
    }

    [Fact]
    public void Every_id_in_a_comment_or_in_data_is_a_rule()
    {
        var ids = Citations.CSharp;
        Assert.True(ids.Count(id => !id.InRange) > 500, $"Only {ids.Count} found.");
        Nothing(ids.Where(id => !Rules.ById.ContainsKey(id.Id)));
    }

    [Fact]
    public void Every_id_in_comments_of_other_files_is_a_rule()
    {
        var comments = OtherComments().ToList();
        Assert.True(comments.Count > 20, $"Only {comments.Count} comments found.");
        Nothing(comments.SelectMany(one => Citations.InWords(one.File, one.Words, one.Line)).Where(id => !Rules.ById.ContainsKey(id.Id)));
    }

    [Fact]
    public void Every_id_in_the_documents_is_a_rule()
    {
        var ids = Repository.Pages.SelectMany(page => Citations.InWords(page, Links().Replace(Repository.Read(page), "$1"), 1)).ToList();
        Assert.True(ids.Count > 200, $"Only {ids.Count} found.");
        Nothing(ids.Where(id => !Rules.ById.ContainsKey(id.Id)));
    }

    [Fact]
    public void The_partnerships_decisions_are_cited_as_PD_and_the_programs_as_ADR()
    {
        var comments = Repository
            .CSharp.Where(file => !file.StartsWith("tests/SafeguardingTeams.House.Tests/", StringComparison.Ordinal))
            .SelectMany(file => Repository.Read(file).Split('\n').Select((line, i) => (File: file, Line: i + 1, Words: line)))
            .Concat(OtherComments())
            .Concat(Repository.Pages.Select(page => (File: page, Line: 1, Words: Repository.Read(page))))
            .ToList();
        Assert.True(comments.Count > 2000, $"Only {comments.Count} comments found.");
        Nothing(comments.SelectMany(one => DecisionsByNumber(one.Words).Select(found => $"\"{found}\" at {one.File}:{one.Line}")));

        var records = comments
            .SelectMany(one => Adr().Matches(one.Words).Select(found => (one.File, Number: found.Groups[1].Value)))
            .ToList();
        Assert.True(records.Count > 2, "No ADR is cited anywhere.");
        Nothing(
            records.Where(one =>
                !Repository.Files.Any(file => file.StartsWith($"docs/decisions/{int.Parse(one.Number):0000}-", StringComparison.Ordinal))
            )
        );
    }

    /// <summary>Whoever has the repository has everything it speaks of.</summary>
    [Fact]
    public void Nothing_outside_the_repository_is_cited() =>
        Nothing(
            Repository
                .Files.Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".props" or ".targets" or ".mjs" or ".sh" or ".js")
                .Where(file => !file.StartsWith("tests/SafeguardingTeams.House.Tests/", StringComparison.Ordinal))
                .SelectMany(file => Outside().Matches(Repository.Read(file)).Select(found => $"\"{found}\" in {file}"))
        );

    [Theory]
    [InlineData("counted again (design, \"Time\"). The design gives drafts; Issue 3, (issue 4)", 4)]
    [InlineData("by design; an issue of 4 pages; the design of cards; the facts of a case", 0)]
    public void What_is_outside_is_found(string words, int found) => Assert.Equal(found, Outside().Count(words));

    [Fact]
    public void What_is_marked_built_is_cited_in_code_and_tests()
    {
        var built = Rules.All.Where(rule => rule.State == State.Built).ToList();
        Assert.True(built.Count > 60, $"Only {built.Count} are built.");
        var code = InProduct().Where(citation => !citation.InRange).Select(citation => citation.Id).ToHashSet();
        var tests = In("tests").Select(citation => citation.Id).ToHashSet();
        Nothing(
            built
                .Where(rule => !code.Contains(rule.Id))
                .Select(rule => $"{rule.Id} is marked built and not cited in src")
                .Concat(built.Where(rule => !tests.Contains(rule.Id)).Select(rule => $"{rule.Id} is marked built and not cited in tests"))
        );
    }

    [Fact]
    public void What_is_marked_partly_is_cited_in_code()
    {
        var partly = Rules.All.Where(rule => rule.State == State.Partly).ToList();
        Assert.NotEmpty(partly);
        var code = InProduct().Where(citation => !citation.InRange).Select(citation => citation.Id).ToHashSet();
        Nothing(partly.Where(rule => !code.Contains(rule.Id)).Select(rule => $"{rule.Id} is marked partly and not cited in src"));
    }

    [Fact]
    public void What_the_code_cites_is_not_marked_not_built_yet() =>
        Nothing(
            In("src")
                .Where(citation => Rules.ById.TryGetValue(citation.Id, out var rule) && rule.State == State.NotBuiltYet)
                .Select(citation => $"{citation}, which is marked not built yet")
        );

    [Theory]
    [InlineData("/// <summary>Tells them (A3, A15; PD16).</summary>", "A3 A15 PD16")]
    [InlineData("/// <summary>A8 to A11; PD6a.</summary>", "A8 A11 PD6a A9 A10")]
    [InlineData("var url = \"https://example.org/B3\"; // what B22 requires", "B22")]
    [InlineData("/* (Z9), found as (W14) */ var x = \"(A1)\";", "Z9 W14")]
    [InlineData("// A4 paper, `D2`, \"F2\", <c>B1</c>, SHA256, #A1, 'A1', A1-B2, B7.5", "")]
    [InlineData("var raw = \"\"\"\n// (A1) \"quoted\" (A2)\n\"\"\"; // (A3)", "A3")]
    [InlineData("var path = @\"C:\\\"; var c = '\"'; var d = '\\''; // (B4)", "B4")]
    public void Ids_are_found_in_comments_and_nowhere_else(string source, string ids) =>
        Assert.Equal(ids, string.Join(" ", Citations.InCSharp("src/Some/File.cs", source).Select(citation => citation.Id)));

    [Fact]
    public void Ids_are_found_in_the_domains_data()
    {
        const string source = "var page = new(\"B16, F4\"); var text = \"see B16\"; var at = \"D\";";
        Assert.Equal(["B16", "F4"], Citations.InCSharp("src/SafeguardingTeams.Domain/File.cs", source).Select(citation => citation.Id));
        Assert.Empty(Citations.InCSharp("src/SafeguardingTeams.App/File.cs", source));
    }

    [Fact]
    public void Ids_are_found_in_the_names_of_tests()
    {
        const string source = "class SomeTests\n{\n    public async Task It_is_told_A15_PD16() => await Told_A3();\n}\n";
        var found = Citations.InCSharp("tests/Some/File.cs", source).ToList();
        Assert.Equal(["A15", "PD16"], found.Select(citation => citation.Id));
        Assert.All(found, citation => Assert.Equal(("SomeTests", 3), (citation.Type, citation.Line)));
        Assert.Empty(Citations.InCSharp("src/Some/File.cs", source));
    }

    [Fact]
    public void An_id_belongs_to_the_type_it_stands_on_or_in()
    {
        const string source = """
            namespace N;

            /// <summary>First (A1).</summary>
            [Some]
            public sealed record First(int X)
            {
                /// <summary>Member (A2).</summary>
                public int Y { get; }

                private sealed class Inner
                {
                    int z; // (A3)
                }

                /// <summary>Another member (A4).</summary>
                public int V { get; }
            }

            /// <summary>Second (A5).</summary>
            internal enum Second
            {
            }
            """;
        Assert.Equal(
            ["A1 First", "A2 First", "A3 Inner", "A4 First", "A5 Second"],
            Citations.InCSharp("src/Some/File.cs", source).Select(citation => $"{citation.Id} {citation.Type}")
        );
    }

    [Theory]
    [InlineData("put right (decision 16)", 1)]
    [InlineData("put_right_decision_16()", 1)]
    [InlineData("Decisions 3, 4 and decision record 15", 2)]
    [InlineData("the decision of 16 people; PD16; ADR 16; a decision", 0)]
    public void A_decision_by_its_bare_number_is_found(string words, int found) => Assert.Equal(found, DecisionsByNumber(words).Count());

    private static IEnumerable<string> DecisionsByNumber(string words) => BareDecision().Matches(words).Select(match => match.Value);

    private static IEnumerable<Citation> InProduct() => Citations.CSharp.Where(citation => Repository.IsProduct(citation.File));

    private static IEnumerable<Citation> In(string area) => Citations.CSharp.Where(citation => Repository.Area(citation.File) == area);

    private static IEnumerable<(string File, int Line, string Words)> OtherComments() =>
        from file in Repository.Files
        where
            Path.GetExtension(file) is ".js" or ".mjs" or ".css" or ".html" or ".csproj" or ".props" or ".targets" or ".proj" or ".proto"
            || file.StartsWith("build/", StringComparison.Ordinal)
        let text = Repository.Read(file)
        from comment in OtherComment().Matches(text)
        select (file, text.AsSpan(0, comment.Index).Count('\n') + 1, comment.Value);

    private static void Nothing<T>(IEnumerable<T> wrong)
    {
        var lines = wrong.Select(one => one!.ToString()).Distinct().ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }

    [GeneratedRegex("^[A-Z]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\]\([^)]*\)|(`)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![A-Za-z])[Dd]ecisions?([ _]record)?[ _]\d+")]
    private static partial Regex BareDecision();

    [GeneratedRegex(@"\([Dd]esign[,:)]|[Tt]he design (gives|says|asks)|\b[Ii]ssue \d|the facts mark")]
    private static partial Regex Outside();

    [GeneratedRegex(@"\bADR (\d+)\b")]
    private static partial Regex Adr();

    [GeneratedRegex(
        @"/\*.*?\*/|(?<![:\w])//[^\n]*|<!--.*?-->|(?<=^[PMTF]:[^\n;]*;)[^\n]*",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex OtherComment();
}
