using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>
/// Which changes a second person confirms, and who that may be: whoever chairs, leads for a partner or is of operations, or stands in for
/// one of them, decides on cases and on who sees them (PD17). Never who proposed it, never who gains by it.
/// </summary>
public static class SecondPerson
{
    private static readonly ImmutableArray<Role> Guarded = [Role.Operations, Role.Chair, .. Partners.Leads];

    /// <summary>Whether a second person confirms a change.</summary>
    public static bool IsNeeded(Roster before, Roster after, DateOnly today) =>
        !All(before, today).ToImmutableHashSet().SetEquals(All(after, today));

    /// <summary>Who gains: a role or a place as deputy they did not have, or had for less long; or another account to come with.</summary>
    public static ImmutableSortedSet<string> WhoGains(Roster before, Roster after, DateOnly today)
    {
        var was = All(before, today).ToList();
        return
        [
            .. All(after, today)
                .Where(one =>
                    !was.Exists(other =>
                        (other.PersonId, other.Role, other.For, other.Accounts) == (one.PersonId, one.Role, one.For, one.Accounts)
                        && other.From <= one.From
                        && (other.To is null || one.To <= other.To)
                    )
                )
                .Select(one => one.PersonId),
        ];
    }

    /// <summary>
    /// The roles whose holders confirm: operations and the Chair; where nobody else of operations is left, the Chair and the three leads.
    /// </summary>
    /// <param name="not">Who cannot: who proposed it and who gains.</param>
    internal static ImmutableList<Role> Asked(Roster before, DateOnly today, ImmutableSortedSet<string> not) =>
        before.Holding(Role.Operations, today).Any(person => !not.Contains(person.Id))
            ? [Role.Operations, Role.Chair]
            : [Role.Chair, .. Partners.Leads];

    /// <summary>Everything anybody has of what is guarded, today and from then on.</summary>
    private static IEnumerable<Had> All(Roster roster, DateOnly today) =>
        from person in roster.People
        from held in person.Roles
        where Guarded.Contains(held.Role) && !(held.To < today) && !person.HasLeft(today)
        from has in held
            .Deputies.Select((id, i) => (Deputy: roster.Find(id), Place: i))
            .Where(one => one.Deputy is { LastDay: null })
            .Select(one => new Had(one.Deputy!.Id, held.Role, $"{person.Id}.{one.Place}", held.From, held.To, Accounts(one.Deputy)))
            .Prepend(new(person.Id, held.Role, "", held.From, held.To, Accounts(person)))
        select has;

    private static string Accounts(RosterPerson person) => string.Join(' ', person.Accounts.Select(account => account.ToString()).Order());

    /// <summary>A role, or a place as its deputy.</summary>
    /// <param name="For">For whom they stand in, and in which place; empty where they hold it.</param>
    private sealed record Had(string PersonId, Role Role, string For, DateOnly From, DateOnly? To, string Accounts);
}
