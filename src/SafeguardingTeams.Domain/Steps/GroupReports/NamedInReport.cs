using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// A word of what people wrote for a report that is also a name on record: of a child, a relative, a practitioner (E24, F2). Names of all
/// records are many, and some are words like any other: whoever puts the report forward changes it, or says that it names nobody.
/// </summary>
/// <param name="Field">In which text.</param>
/// <param name="Word">As it stands there.</param>
public sealed record NamedInReport(string Field, string Word)
{
    /// <summary>The words of a report that are names on record, each once for a text.</summary>
    /// <param name="names">The names of all records.</param>
    public static ImmutableList<NamedInReport> In(ReportTexts texts, SourceNames names) =>
        [
            .. new[] { ("changed", texts.Changed), ("notmoved", texts.NotMoved), ("longest", texts.Longest) }
                .SelectMany(text =>
                    names.Find(text.Item2).Where(found => found.IsWhole).Select(found => new NamedInReport(text.Item1, found.Text))
                )
                .Distinct(),
        ];

    /// <summary>What is wrong with the texts, beside each; words of which somebody said that they name nobody are not.</summary>
    internal static IEnumerable<Refusal> Refusals(IEnumerable<NamedInReport> named, ImmutableList<string> notNames) =>
        named
            .Where(one => !notNames.Contains(one.Word))
            .GroupBy(one => one.Field, StringComparer.Ordinal)
            .Select(one => new Refusal(
                "name-in-text",
                $"Also a name on record: {string.Join(", ", one.Select(found => $"\"{found.Word}\""))}. Say the role instead; where it "
                    + "names nobody, say so below.",
                one.Key
            ));
}
