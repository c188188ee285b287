using System.Collections.Immutable;

namespace SafeguardingTeams.App.Configuration;

/// <summary>The people of a partnership's file in the words of the rules, which hold for the group's record too (PD17).</summary>
internal static class FileRoster
{
    internal static Roster Roster(this PartnershipFile file) =>
        new(
            [.. file.People.Select(Of)],
            file.Agencies.DistinctBy(agency => agency.Id)
                .ToImmutableSortedDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal),
            file.Tenants.DistinctBy(tenant => tenant.TenantId.ToLowerInvariant())
                .ToImmutableSortedDictionary(
                    tenant => tenant.TenantId.ToLowerInvariant(),
                    tenant => tenant.Agencies.ToImmutableList(),
                    StringComparer.Ordinal
                )
        )
        {
            Partners = file
                .Agencies.DistinctBy(agency => agency.Id)
                .Where(agency => agency.Partner is not null)
                .ToImmutableSortedDictionary(agency => agency.Id, agency => Lead(agency.Partner!.Value), StringComparer.Ordinal),
        };

    /// <summary>The role that leads for a partner.</summary>
    internal static Role Lead(LeadPartner partner) =>
        partner switch
        {
            LeadPartner.LocalAuthority => Role.LeadLocalAuthority,
            LeadPartner.Police => Role.LeadPolice,
            LeadPartner.Health => Role.LeadHealth,
        };

    private static RosterPerson Of(PersonEntry person) =>
        new(
            person.Id,
            person.Display,
            person.Agency,
            person.Email,
            [
                .. person.Accounts.Select(account => new PersonAccount(
                    account.TenantId.ToLowerInvariant(),
                    account.ObjectId.ToLowerInvariant()
                )),
            ],
            [.. person.Roles.Select(role => new HeldRole(role.Role, role.From, role.To, [.. role.Deputies]))],
            null
        );
}
