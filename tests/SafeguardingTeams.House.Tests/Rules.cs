using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>How far a rule is built, as its page says.</summary>
internal enum State
{
    Built,
    Partly,
    NotBuiltYet,
}

/// <summary>A row of docs/requirements.md.</summary>
/// <param name="Id">Such as <c>A3</c>.</param>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Short">Enough of it to know which it is.</param>
/// <param name="State">How far it is built.</param>
internal sealed record Rule(string Id, string Section, string Short, State State);

/// <summary>The rules as docs/requirements.md has them.</summary>
internal static partial class Rules
{
    internal const string Page = "docs/requirements.md";

    internal static IReadOnlyList<Rule> All { get; } = [.. Parse(Repository.Read(Page))];

    internal static IReadOnlyDictionary<string, Rule> ById { get; } = All.ToDictionary(rule => rule.Id);

    internal static IEnumerable<Rule> Parse(string page)
    {
        var section = "";
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
            }
            else if (Row().Match(line) is { Success: true } row)
            {
                Assert.Equal(row.Groups["id"].Value.ToLowerInvariant(), row.Groups["anchor"].Value);
                yield return new(
                    row.Groups["id"].Value,
                    section,
                    row.Groups["short"].Value,
                    row.Groups["state"].Value switch
                    {
                        "built" => State.Built,
                        "partly" => State.Partly,
                        "not built yet" => State.NotBuiltYet,
                        var other => throw new InvalidOperationException($"{row.Groups["id"]} is \"{other}\", which is no mark."),
                    }
                );
            }
        }
    }

    [GeneratedRegex(@"^\| <a id=""(?<anchor>[^""]*)""></a>(?<id>[A-Z]+\d+[a-z]?) \| (?<short>[^|]+) \| [^|]+ \| (?<state>[^|]*) \|$")]
    private static partial Regex Row();
}
