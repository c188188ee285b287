using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.People;

/// <summary>
/// What must be true of the people of a partnership and of the roles they hold, whoever says it: the partnership's file, or the group's
/// record (PD17).
/// </summary>
public static class RosterRules
{
    /// <summary>The roles that are given. The others follow from a record, or nobody holds them.</summary>
    public static ImmutableArray<Role> Given { get; } =
    [
        Role.DesignatedSafeguardingLead,
        Role.MashOfficer,
        Role.Operations,
        Role.Chair,
        Role.LeadLocalAuthority,
        Role.LeadPolice,
        Role.LeadHealth,
        Role.Scrutineer,
        Role.AuthorityNotifier,
        Role.AgencyRepresentative,
        Role.GroupMember,
        Role.CaldicottGuardian,
    ];

    /// <summary>The roles somebody has to hold: without them the process stands still.</summary>
    public static ImmutableArray<Role> Needed { get; } =
    [
        Role.MashOfficer,
        Role.Operations,
        Role.Chair,
        Role.LeadLocalAuthority,
        Role.LeadPolice,
        Role.LeadHealth,
        Role.Scrutineer,
        Role.AuthorityNotifier,
    ];

    /// <summary>Everything that may not be so.</summary>
    /// <param name="since">What was over before this day is history, of which nothing is asked but that its days are in order.</param>
    public static IEnumerable<RosterFault> Of(Roster roster, DateOnly since) =>
        [.. Twice(roster), .. roster.People.SelectMany((person, i) => Of(roster, person, i, since)), .. Leads(roster, since)];

    /// <summary>The roles somebody has to hold and nobody does, whatever the day.</summary>
    public static IEnumerable<Role> NeverHeld(Roster roster) =>
        Needed.Where(role => !roster.People.Exists(person => person.Roles.Exists(held => held.Role == role)));

    /// <summary>The roles somebody has to hold and nobody does on a day.</summary>
    public static IEnumerable<Role> Unheld(Roster roster, DateOnly day) => Needed.Where(role => !roster.Holding(role, day).Any());

    /// <summary>Whether an id can stand in keys of storage.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether letters and invitations can be sent to an address.</summary>
    public static bool IsEmail(string address) => Typing.Address.IsOne(address);

    private static IEnumerable<RosterFault> Twice(Roster roster)
    {
        foreach (var same in roster.People.GroupBy(person => person.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new(RosterFaultKind.IdTwice, same.Key);
        }

        // Who takes the place of somebody who has left may well be called as they were.
        foreach (
            var same in roster
                .People.Where(person => person.LastDay is null)
                .GroupBy(person => person.Display.ToUpperInvariant(), StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
        )
        {
            yield return new(RosterFaultKind.DisplayTwice, same.ElementAt(1).Id, Other: same.First().Id)
            {
                Person = roster.People.IndexOf(same.ElementAt(1)),
            };
        }

        foreach (
            var account in roster
                .People.SelectMany(person => person.Accounts.Select(account => (Account: account.ToString(), person.Id)))
                .GroupBy(pair => pair.Account, pair => pair.Id, StringComparer.Ordinal)
                .Where(account => account.Count() > 1)
        )
        {
            yield return account.Distinct().Count() > 1
                ? new(RosterFaultKind.AccountOfTwo, string.Join(" and ", account.Distinct()), Other: account.Key)
                : new(RosterFaultKind.AccountTwice, account.First(), Other: account.Key);
        }
    }

    private static IEnumerable<RosterFault> Of(Roster roster, RosterPerson person, int i, DateOnly since)
    {
        RosterFault Fault(RosterFaultKind kind, int entry = -1, Role? role = null, string other = "") =>
            new(kind, person.Id, role, other) { Person = i, Entry = entry };

        if (!IsId(person.Id))
        {
            yield return Fault(RosterFaultKind.Id);
        }

        if (string.IsNullOrWhiteSpace(person.Display))
        {
            yield return Fault(RosterFaultKind.Display);
        }

        if (!roster.Agencies.ContainsKey(person.AgencyId))
        {
            yield return Fault(RosterFaultKind.Agency, other: person.AgencyId);
        }

        var written = person.Roles.Exists(held => held.Role is Role.AgencyRepresentative or Role.GroupMember && !(held.To < since));
        if ((person.Email.Length > 0 || written) && !IsEmail(person.Email))
        {
            yield return Fault(RosterFaultKind.Email);
        }

        foreach (var (account, j) in person.Accounts.Select((account, j) => (account, j)))
        {
            if (!Guid.TryParseExact(account.ObjectId, "D", out _))
            {
                yield return Fault(RosterFaultKind.ObjectId, j, other: account.ObjectId);
            }

            if (!roster.Tenants.ContainsKey(account.TenantId))
            {
                yield return Fault(RosterFaultKind.Tenant, j, other: account.TenantId);
            }
        }

        if (
            !person.Accounts.IsEmpty
            && !person.Accounts.Exists(account =>
                roster.Tenants.TryGetValue(account.TenantId, out var may) && may.Contains(person.AgencyId)
            )
        )
        {
            yield return Fault(RosterFaultKind.NotOfTheAgency);
        }

        foreach (var held in person.Roles.Where(held => person.Accounts.IsEmpty && Needed.Contains(held.Role) && !(held.To < since)))
        {
            yield return Fault(RosterFaultKind.NeedsAccount, role: held.Role);
        }

        foreach (var (held, j) in person.Roles.Select((held, j) => (held, j)))
        {
            if (!Given.Contains(held.Role))
            {
                yield return Fault(RosterFaultKind.NotGiven, j, held.Role);
            }

            if (held.To < held.From)
            {
                yield return Fault(RosterFaultKind.Order, j, held.Role);
            }

            if (person.Roles.Take(j).Any(other => other.Role == held.Role && !(held.To < other.From) && !(other.To < held.From)))
            {
                yield return Fault(RosterFaultKind.Overlap, j, held.Role);
            }

            foreach (var fault in held.To < since ? [] : Deputies(roster, person, held, since))
            {
                yield return fault with
                {
                    Person = i,
                    Entry = j,
                };
            }
        }
    }

    private static IEnumerable<RosterFault> Deputies(Roster roster, RosterPerson person, HeldRole held, DateOnly since)
    {
        RosterFault Fault(RosterFaultKind kind, string id) => new(kind, person.Id, held.Role, id);

        foreach (var twice in held.Deputies.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return Fault(RosterFaultKind.DeputyTwice, twice.Key);
        }

        foreach (var id in held.Deputies.Distinct())
        {
            if (id == person.Id || roster.Find(id) is not { } deputy)
            {
                yield return Fault(RosterFaultKind.DeputyUnknown, id);
                continue;
            }

            if (deputy.Accounts.IsEmpty && Needed.Contains(held.Role))
            {
                yield return Fault(RosterFaultKind.DeputyNeedsAccount, id);
            }

            if (
                Partners.Leads.Contains(held.Role)
                && deputy.AgencyId != person.AgencyId
                && IsOfAnotherPartner(roster, deputy, held.Role, since)
            )
            {
                yield return Fault(RosterFaultKind.DeputyOfAnother, id);
            }
        }
    }

    /// <summary>Whether somebody is of an agency whose lead representative leads for another partner than the one of a role.</summary>
    private static bool IsOfAnotherPartner(Roster roster, RosterPerson person, Role role, DateOnly since) =>
        roster.People.Exists(lead =>
            lead.AgencyId == person.AgencyId
            && lead.Roles.Exists(held => held.Role != role && Partners.Leads.Contains(held.Role) && !(held.To < since))
        );

    /// <summary>Nobody decides for two of the partners.</summary>
    private static IEnumerable<RosterFault> Leads(Roster roster, DateOnly since) =>
        from a in Partners.Leads
        from b in Partners.Leads
        where b > a
        from person in roster.People
        where IsFor(roster, person, a, since) && IsFor(roster, person, b, since)
        select new RosterFault(RosterFaultKind.LeadOfTwo, person.Id);

    private static bool IsFor(Roster roster, RosterPerson person, Role lead, DateOnly since) =>
        person.Roles.Exists(held => held.Role == lead && !(held.To < since))
        || roster.People.Exists(one =>
            one.Roles.Exists(held => held.Role == lead && !(held.To < since) && held.Deputies.Contains(person.Id))
        );
}
