using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Configuration;

/// <summary>What must be true of the people of a partnership's file: the rules, each in the words of whoever writes the file.</summary>
internal static class PeopleChecks
{
    /// <summary>The roles somebody has to hold, and what does not happen else.</summary>
    private static readonly ImmutableDictionary<Role, string> Else = RosterRules.Needed.ToImmutableDictionary(
        role => role,
        role =>
            role switch
            {
                Role.Scrutineer => "nobody could mediate between the partners",
                Role.AuthorityNotifier => "nobody could notify the national Panel",
                _ => Partners.Leads.Contains(role) ? "the three partners could not decide" : "referrals would reach nobody",
            }
    );

    internal static IEnumerable<FileFault> Of(PartnershipFile file) =>
        [
            .. RosterRules.Of(file.Roster(), DateOnly.MinValue).Select(fault => Said(file, fault)),
            .. RosterRules.NeverHeld(file.Roster()).Select(role => new FileFault("people", $"nobody holds the role {role}; {Else[role]}.")),
        ];

    /// <summary>
    /// The roles nobody holds on a day although somebody has to: their time has ended or has not begun. No reason not to start, since days
    /// pass while the host runs; but to be put right.
    /// </summary>
    internal static IEnumerable<FileFault> Gaps(Roster roster, DateOnly day)
    {
        var never = RosterRules.NeverHeld(roster).ToHashSet();
        return RosterRules
            .Unheld(roster, day)
            .Where(role => !never.Contains(role))
            .Select(role => new FileFault(
                "people",
                $"nobody holds the role {role} on {day:yyyy-MM-dd}; {Else[role]}. Give it to somebody from that day on."
            ));
    }

    /// <summary>The same in words.</summary>
    internal static ImmutableList<string> GapsOn(Roster roster, DateOnly day) =>
        [.. Gaps(roster, day).Select(gap => $"{gap.Place}: {gap.Text}")];

    private static FileFault Said(PartnershipFile file, RosterFault fault)
    {
        var place = $"people[{fault.Person}]";
        var role = $"{place}.roles[{fault.Entry}]";
        return fault.Kind switch
        {
            RosterFaultKind.IdTwice => new("people", $"\"{fault.PersonId}\" stands twice."),
            RosterFaultKind.DisplayTwice => new(
                $"{place}.display",
                $"\"{file.People.First(person => person.Id == fault.Other).Display}\" is what \"{fault.Other}\" is called too; on cards "
                    + "nobody could tell them apart. Add what they do."
            ),
            RosterFaultKind.AccountOfTwo => new("people", $"the account {fault.Other} is held by two people: {fault.PersonId}."),
            RosterFaultKind.AccountTwice => new("people", $"\"{fault.PersonId}\" has the account {fault.Other} twice. Keep one."),
            RosterFaultKind.Id => new($"{place}.id", PartnershipChecks.Id(fault.PersonId)!),
            RosterFaultKind.Display => new($"{place}.display", "is empty; it is how others read the person on cards."),
            RosterFaultKind.Agency => new($"{place}.agency", $"there is no agency \"{fault.Other}\".") { About = ["agencies"] },
            RosterFaultKind.Email => new(
                $"{place}.email",
                $"{PartnershipChecks.Email(file.People[fault.Person].Email)} Letters and invitations go there."
            ),
            RosterFaultKind.ObjectId => new(
                $"{place}.accounts[{fault.Entry}].objectId",
                $"\"{file.People[fault.Person].Accounts[fault.Entry].ObjectId}\" is no object id, as Entra shows it."
            ),
            RosterFaultKind.Tenant => new(
                $"{place}.accounts[{fault.Entry}].tenantId",
                $"the tenant {file.People[fault.Person].Accounts[fault.Entry].TenantId} is not listed under tenants."
            )
            {
                About = ["tenants"],
            },
            RosterFaultKind.NotOfTheAgency => new(
                $"{place}.accounts",
                $"none is in a tenant that may hold \"{file.People[fault.Person].Agency}\". Add the account at home, or the agency to the "
                    + "tenant."
            )
            {
                About = ["tenants", "agencies", $"{place}.agency"],
            },
            RosterFaultKind.NeedsAccount => new(
                $"{place}.accounts",
                $"whoever holds the role {fault.Role} needs an account: they decide on cards."
            ),
            RosterFaultKind.NotGiven => new(
                $"{role}.role",
                $"{fault.Role} is not a role anybody is given. Use one of {string.Join(", ", RosterRules.Given)}."
            ),
            RosterFaultKind.Order => new(role, "ends before it begins."),
            RosterFaultKind.Overlap => new(role, $"{fault.Role} overlaps with an earlier entry of the same role. Make one of the two."),
            RosterFaultKind.DeputyTwice => new($"{role}.deputies", $"\"{fault.Other}\" stands twice."),
            RosterFaultKind.DeputyUnknown => new($"{role}.deputies", $"\"{fault.Other}\" is nobody else in people."),
            RosterFaultKind.DeputyNeedsAccount => new(
                $"{role}.deputies",
                $"\"{fault.Other}\" has no account and could not stand in: {fault.Role} decides on cards."
            ),
            RosterFaultKind.DeputyOfAnother => new(
                $"{role}.deputies",
                $"\"{fault.Other}\" is of another partner ({file.People.First(person => person.Id == fault.Other).Agency}); each partner "
                    + "decides for itself."
            ),
            RosterFaultKind.LeadOfTwo => new(
                "people",
                $"\"{fault.PersonId}\" is lead representative of two partners, or stands in for one; nobody decides for two."
            ),
        };
    }
}
