using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>
/// The roles of a case in which nobody is left to act (PD17): somebody stood aside or went away, there was nobody
/// in their place, and the role has not been handed over since.
/// </summary>
internal static class LeftAlone
{
    /// <summary>
    /// Those in which something is still to be done, each with who is away; empty where they stood aside, which does not pass by
    /// itself.
    /// </summary>
    /// <param name="waiting">What waits for somebody in it.</param>
    internal static ImmutableSortedDictionary<Role, string> Of(CaseFile file, IEnumerable<CaseTask> waiting)
    {
        var asked = waiting.Select(task => task.For).ToHashSet();
        return file.NobodyLeft.RemoveRange(Roles.Where(role => !asked.Contains(role) && !IsAskedLater(role, file)));
    }

    private static readonly ImmutableArray<Role> Roles = [.. Enum.GetValues<Role>()];

    /// <summary>A lead is needed from the start, although nothing waits for them before the Chair has recommended.</summary>
    private static bool IsAskedLater(Role role, CaseFile file) =>
        Partners.Leads.Contains(role) && file.PartnersView is null && file.Round?.Of(role) is null && file.PartnersAreAwaited;
}
