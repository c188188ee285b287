using System.Text;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests;

/// <summary>docs/trace.md: from each rule to the code and the tests that cite it.</summary>
public class TraceTests
{
    [Fact]
    public void From_rule_to_code_and_tests_is_the_page_that_was_approved() =>
        Approved.Same("docs/trace.md", Page(Rules.All, Citations.CSharp));

    [Fact]
    public void The_page_names_types_and_links_to_their_files()
    {
        Rule[] rules = [new("A3", "A. Part", "Told at once", State.Built), new("C1", "C. Part", "Later.", State.NotBuiltYet)];
        Citation[] citations =
        [
            new("A3", false, "src/P/Steps/Told.cs", 3, "Told"),
            new("A3", false, "src/P/Steps/Told.cs", 9, "Told"),
            new("A3", false, "src/P/Alert.cs", 3, "Alert"),
            new("A3", true, "src/P/Permissions.cs", 3, "Permissions"),
            new("A3", true, "tests/P/ToldTests.cs", 3, "ToldTests"),
        ];
        var lines = Page(rules, citations).Split('\n');
        Assert.Contains(
            "| [A3](requirements.md#a3) | Told at once | [Alert](../src/P/Alert.cs), [Told](../src/P/Steps/Told.cs) "
                + "| [ToldTests](../tests/P/ToldTests.cs) |",
            lines
        );
        Assert.Contains("Not built yet: [C1](requirements.md#c1).", lines);
    }

    private static string Page(IEnumerable<Rule> rules, IReadOnlyCollection<Citation> citations)
    {
        var text = new StringBuilder("# From rule to code to test\n\nWritten by a test from what comments and the domain's data cite. ");
        text.Append("Run the tests of `tests/SafeguardingTeams.House.Tests` with `APPROVE=yes` to write it anew.\n");
        foreach (var section in rules.GroupBy(rule => rule.Section))
        {
            text.Append($"\n## {section.Key}\n");
            var cited = section.Where(rule => citations.Any(citation => citation.Id == rule.Id)).ToList();
            if (cited.Count > 0)
            {
                text.Append("\n| rule | in short | code | tests |\n|---|---|---|---|\n");
            }

            foreach (var rule in cited)
            {
                var own = citations.Where(citation => citation.Id == rule.Id).ToList();
                var code = Links(own.Where(citation => !citation.InRange && Repository.IsProduct(citation.File)));
                var tests = Links(own.Where(citation => Repository.Area(citation.File) == "tests"));
                text.Append($"| {Link(rule)} | {rule.Short} | {code} | {tests} |\n");
            }

            var others = section.Except(cited).ToList();
            if (others.Count > 0)
            {
                text.Append($"\nNot built yet: {string.Join(", ", others.Select(Link))}.\n");
            }
        }

        return text.ToString();
    }

    private static string Link(Rule rule) => $"[{rule.Id}](requirements.md#{rule.Id.ToLowerInvariant()})";

    private static string Links(IEnumerable<Citation> citations) =>
        string.Join(
            ", ",
            citations
                .Select(citation => (citation.Type, citation.File))
                .Distinct()
                .OrderBy(one => one.Type, StringComparer.Ordinal)
                .ThenBy(one => one.File, StringComparer.Ordinal)
                .Select(one => $"[{one.Type}](../{one.File})")
        );
}
