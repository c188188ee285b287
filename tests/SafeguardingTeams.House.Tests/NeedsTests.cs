using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>What starts something says so by its trait, so that the fast set starts nothing (<c>build/fast-tests.sh</c>).</summary>
public partial class NeedsTests
{
    [Fact]
    public void A_class_that_starts_something_says_what_it_needs()
    {
        // A class in several files says it in one of them.
        var classes = Repository
            .CSharp.Where(file => file.StartsWith("tests/", StringComparison.Ordinal))
            .GroupBy(file => file[..file.IndexOf('.', file.LastIndexOf('/'))], Repository.Read, StringComparer.Ordinal)
            .Select(one => (Name: one.Key, Source: string.Concat(one)))
            .ToList();
        Assert.True(classes.Count(one => Starts(one.Source)) > 50, "Too few were found to start anything.");
        Assert.Equal([], classes.Where(one => Missing(one.Source)).Select(one => one.Name));
    }

    [Theory]
    [InlineData("public class OneTests(Emulator emulator) { [Fact] public void A() { } }", true)]
    [InlineData(
        "public class OneTests { [Fact] public async Task A() { await using var graph = await GraphFixture.StartAsync(); } }",
        true
    )]
    [InlineData("[Trait(Needs.Name, Needs.Emulator)] public class OneTests(Emulator emulator) { [Fact] public void A() { } }", false)]
    [InlineData("public class OneTests { [Fact] public void A() { } }", false)]
    public void What_says_nothing_is_found(string source, bool missing) => Assert.Equal(missing, Missing(source));

    private static bool Missing(string source) => Starts(source) && !source.Contains("Needs.Name", StringComparison.Ordinal);

    private static bool Starts(string source) => Tests().IsMatch(source) && Starters().IsMatch(source);

    [GeneratedRegex(@"\[(Fact|Theory)\b")]
    private static partial Regex Tests();

    [GeneratedRegex(
        @"\bEmulator emulator\b|\bBrowser browser\b|\bWebApplication\.Create|\b(GraphFixture|ReconcileFixture|TeamsDoorFixture)\.\w+Async\("
    )]
    private static partial Regex Starters();
}
