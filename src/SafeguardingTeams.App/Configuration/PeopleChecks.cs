using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Configuration;

/// <summary>What must be true of the people of a partnership's file and of the roles they hold.</summary>
internal static class PeopleChecks
{
    /// <summary>The roles a partnership's file gives. The others follow from a record, or nobody holds them.</summary>
    internal static readonly ImmutableArray<Role> Given =
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
    ];

    /// <summary>The roles somebody has to hold, and what does not happen else.</summary>
    private static readonly (Role Role, string Else)[] Needed =
    [
        (Role.MashOfficer, "referrals would reach nobody"),
        (Role.Operations, "referrals would reach nobody"),
        (Role.Chair, "referrals would reach nobody"),
        (Role.LeadLocalAuthority, "the three partners could not decide"),
        (Role.LeadPolice, "the three partners could not decide"),
        (Role.LeadHealth, "the three partners could not decide"),
        (Role.Scrutineer, "nobody could mediate between the partners"),
        (Role.AuthorityNotifier, "nobody could notify the national Panel"),
    ];

    internal static IEnumerable<FileFault> Of(PartnershipFile file) =>
        [.. Twice(file), .. file.People.SelectMany((person, i) => Person(file, person, $"people[{i}]")), .. Roles(file)];

    /// <summary>
    /// The roles nobody holds on a day although somebody has to: their time has ended or has not begun. No reason not to start, since days
    /// pass while the host runs; but to be put right.
    /// </summary>
    internal static IEnumerable<FileFault> Gaps(PartnershipFile file, DateOnly day) =>
        Needed
            .Where(needed =>
                Entries(file).Any(entry => entry.Role == needed.Role)
                && !Entries(file).Any(entry => entry.Role == needed.Role && entry.From <= day && !(entry.To < day))
            )
            .Select(needed => new FileFault(
                "people",
                $"nobody holds the role {needed.Role} on {day:yyyy-MM-dd}; {needed.Else}. Give it to somebody from that day on."
            ));

    private static IEnumerable<RoleEntry> Entries(PartnershipFile file) => file.People.SelectMany(person => person.Roles);

    private static IEnumerable<FileFault> Twice(PartnershipFile file)
    {
        foreach (var id in PartnershipChecks.Twice(file.People.Select(person => person.Id)))
        {
            yield return new("people", $"\"{id}\" stands twice.");
        }

        foreach (var name in PartnershipChecks.Twice(file.People.Select(person => person.Display.ToUpperInvariant())))
        {
            var (first, others) = (
                file.People.First(person => person.Display.Equals(name, StringComparison.OrdinalIgnoreCase)),
                file.People.Where(person => person.Display.Equals(name, StringComparison.OrdinalIgnoreCase)).Skip(1)
            );
            yield return new(
                $"people[{file.People.IndexOf(others.First())}].display",
                $"\"{first.Display}\" is what \"{first.Id}\" is called too; on cards nobody could tell them apart. Add what they do."
            );
        }

        foreach (
            var account in file
                .People.SelectMany(person => person.Accounts.Select(account => (Account: Named(account), person.Id)))
                .GroupBy(pair => pair.Account, pair => pair.Id, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            yield return new(
                "people",
                account.Distinct().Count() > 1
                    ? $"the account {account.Key} is held by two people: {string.Join(" and ", account.Distinct())}."
                    : $"\"{account.First()}\" has the account {account.Key} twice. Keep one."
            );
        }
    }

    private static string Named(AccountEntry account) => $"{account.TenantId}/{account.ObjectId}".ToLowerInvariant();

    private static IEnumerable<FileFault> Person(PartnershipFile file, PersonEntry person, string place)
    {
        if (PartnershipChecks.Id(person.Id) is { } wrongId)
        {
            yield return new($"{place}.id", wrongId);
        }

        if (string.IsNullOrWhiteSpace(person.Display))
        {
            yield return new($"{place}.display", "is empty; it is how others read the person on cards.");
        }

        if (file.Agencies.All(agency => agency.Id != person.Agency))
        {
            yield return new($"{place}.agency", $"there is no agency \"{person.Agency}\".") { About = ["agencies"] };
        }

        var written = person.Roles.Any(role => role.Role is Role.AgencyRepresentative or Role.GroupMember);
        if ((person.Email.Length > 0 || written) && PartnershipChecks.Email(person.Email) is { } wrong)
        {
            yield return new($"{place}.email", $"{wrong} Letters and invitations go there.");
        }

        foreach (var (account, j) in person.Accounts.Select((account, j) => (account, j)))
        {
            if (!Guid.TryParseExact(account.ObjectId, "D", out _))
            {
                yield return new($"{place}.accounts[{j}].objectId", $"\"{account.ObjectId}\" is no object id, as Entra shows it.");
            }

            if (!file.Tenants.Any(tenant => IsOf(account, tenant)))
            {
                yield return new($"{place}.accounts[{j}].tenantId", $"the tenant {account.TenantId} is not listed under tenants.")
                {
                    About = ["tenants"],
                };
            }
        }

        if (
            person.Accounts.Length > 0
            && !person.Accounts.Any(account => file.Tenants.Any(tenant => IsOf(account, tenant) && tenant.Agencies.Contains(person.Agency)))
        )
        {
            yield return new(
                $"{place}.accounts",
                $"none is in a tenant that may hold \"{person.Agency}\". Add the account at home, or the agency to the tenant."
            )
            {
                About = ["tenants", "agencies", $"{place}.agency"],
            };
        }

        foreach (var role in person.Roles.Where(entry => person.Accounts.IsEmpty && Needed.Any(needed => needed.Role == entry.Role)))
        {
            yield return new($"{place}.accounts", $"whoever holds the role {role.Role} needs an account: they decide on cards.");
        }

        foreach (var (a, j) in person.Roles.Select((role, j) => (role, j)))
        {
            if (!Given.Contains(a.Role))
            {
                yield return new(
                    $"{place}.roles[{j}].role",
                    $"{a.Role} is not a role anybody is given. Use one of {string.Join(", ", Given)}."
                );
            }

            if (a.To < a.From)
            {
                yield return new($"{place}.roles[{j}]", "ends before it begins.");
            }

            if (person.Roles.Take(j).Any(b => b.Role == a.Role && !(a.To < b.From) && !(b.To < a.From)))
            {
                yield return new($"{place}.roles[{j}]", $"{a.Role} overlaps with an earlier entry of the same role. Make one of the two.");
            }

            foreach (var fault in Deputies(file, person, a, $"{place}.roles[{j}].deputies"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<FileFault> Deputies(PartnershipFile file, PersonEntry person, RoleEntry role, string place)
    {
        foreach (var id in PartnershipChecks.Twice(role.Deputies))
        {
            yield return new(place, $"\"{id}\" stands twice.");
        }

        foreach (var id in role.Deputies.Distinct())
        {
            if (id == person.Id || file.People.FirstOrDefault(other => other.Id == id) is not { } deputy)
            {
                yield return new(place, $"\"{id}\" is nobody else in people.");
                continue;
            }

            if (deputy.Accounts.IsEmpty && Needed.Any(needed => needed.Role == role.Role))
            {
                yield return new(place, $"\"{id}\" has no account and could not stand in: {role.Role} decides on cards.");
            }

            var others = Partners.Leads.Where(lead => lead != role.Role).ToList();
            if (Partners.Leads.Contains(role.Role) && deputy.Agency != person.Agency && IsOfAnotherPartner(file, deputy, others))
            {
                yield return new(place, $"\"{id}\" is of another partner ({deputy.Agency}); each partner decides for itself.");
            }
        }
    }

    private static bool IsOf(AccountEntry account, TenantEntry tenant) =>
        tenant.TenantId.Equals(account.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether somebody is of an agency whose lead representative leads for one of some other partners.</summary>
    private static bool IsOfAnotherPartner(PartnershipFile file, PersonEntry person, List<Role> others) =>
        file.People.Any(lead => lead.Agency == person.Agency && lead.Roles.Any(entry => others.Contains(entry.Role)));

    private static IEnumerable<FileFault> Roles(PartnershipFile file)
    {
        foreach (var (a, b) in Partners.Leads.SelectMany(a => Partners.Leads.Where(b => b > a).Select(b => (a, b))))
        {
            foreach (var person in file.People.Where(person => IsFor(file, person, a) && IsFor(file, person, b)))
            {
                yield return new(
                    "people",
                    $"\"{person.Id}\" is lead representative of two partners, or stands in for one; nobody decides for two."
                );
            }
        }

        foreach (var (role, otherwise) in Needed.Where(needed => !Entries(file).Any(entry => entry.Role == needed.Role)))
        {
            yield return new("people", $"nobody holds the role {role}; {otherwise}.");
        }
    }

    private static bool IsFor(PartnershipFile file, PersonEntry person, Role lead) =>
        person.Roles.Any(entry => entry.Role == lead)
        || Entries(file).Any(entry => entry.Role == lead && entry.Deputies.Contains(person.Id));
}
