using System.Text.RegularExpressions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests;

/// <summary>A refusal is a value with a code: each code of Domain and App stands in a test, so that each was seen to refuse.</summary>
public partial class RefusalCodeTests
{
    /// <summary>Those that no test names yet. A list that can only get shorter.</summary>
    private static readonly HashSet<string> NotNamedYet = [.. "not-checked request-id-needed time-needed written-down".Split(' ')];

    [Fact]
    public void Every_code_of_a_refusal_stands_in_a_test()
    {
        var codes = Sources("src/SafeguardingTeams.Domain", "src/SafeguardingTeams.App")
            .SelectMany(text => Refused().Matches(text).Select(match => match.Groups["code"].Value))
            .ToHashSet();
        Assert.True(codes.Count > 130, $"Only {codes.Count} codes were found: are they written in another way?");
        var tests = string.Concat(Sources("tests").Where(text => !text.Contains(nameof(NotNamedYet), StringComparison.Ordinal)));
        Assert.Equal(
            NotNamedYet.Order(StringComparer.Ordinal),
            codes.Where(code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Approved.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !Built().IsMatch(file) && !NoRefusals().IsMatch(file)
        select File.ReadAllText(file);

    /// <summary>A code, and a sentence for people that begins with a capital letter.</summary>
    [GeneratedRegex("""new(?: Refusal)?\(\s*"(?<code>[a-z]+(?:-[a-z]+)*)",\s*(?:\w+\s*==\s*[\w.]+\s*\?\s*)?\$?"[A-Z{]""")]
    private static partial Regex Refused();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();

    /// <summary>
    /// Where a lower-case word before a sentence is something else: a choice of a form, a clock, a line of the report, a place in the
    /// partnership's file.
    /// </summary>
    [GeneratedRegex(@"Domain[\\/](Forms|Calendar)[\\/]|App[\\/]Configuration[\\/]|ReportContent\.cs")]
    private static partial Regex NoRefusals();
}
