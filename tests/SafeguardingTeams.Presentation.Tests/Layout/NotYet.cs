using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>
/// The cards that do not follow a rule yet, one list a rule, checked in. A card that is not on the list has to follow it, and one
/// that follows it has to come off the list: lists only get shorter.
/// </summary>
internal static class NotYet
{
    internal static string[] On(string rule) =>
        File.ReadAllLines(Path.Combine(Approved.Root, "tests/SafeguardingTeams.Presentation.Tests/Layout/NotYet", $"{rule}.txt"));

    /// <summary>What is wrong with a list; empty where nothing is.</summary>
    /// <param name="rule">Its name.</param>
    /// <param name="list">The list.</param>
    /// <param name="faults">The cards that break the rule, each with why.</param>
    internal static IEnumerable<string> Faults(string rule, IReadOnlyCollection<string> list, IReadOnlyDictionary<string, string> faults) =>
        [
            .. faults.Where(fault => !list.Contains(fault.Key)).Select(fault => $"{rule}: {fault.Key}: {fault.Value}"),
            .. list.Where(name => !faults.ContainsKey(name))
                .Select(name => $"{rule}: {name} follows the rule now, or is gone: take it off the list."),
            .. list.Order(StringComparer.Ordinal).SequenceEqual(list) ? Array.Empty<string>() : [$"{rule}: the list is not in order."],
        ];
}
