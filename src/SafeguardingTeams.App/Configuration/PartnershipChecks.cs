using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Configuration;

/// <summary>Everything that must be true of a partnership's file, each error naming the place and what to do.</summary>
internal static class PartnershipChecks
{
    /// <summary>The wordings a partnership may replace.</summary>
    internal static readonly ImmutableHashSet<string> WordingKeys = ["home.belongs", "home.not", "home.at-risk", .. PrivacyWords.Keys];

    internal static ImmutableList<string> Errors(PartnershipFile file) =>
        [.. Names(file), .. Agencies(file), .. Tenants(file), .. People(file), .. Roles(file), .. Limits(file), .. Quorum(file)];

    private static IEnumerable<string> Quorum(PartnershipFile file)
    {
        if (file.GroupQuorum is { Seats: < 1 or > 24 })
        {
            yield return "groupQuorum.seats: use a number from 1 to 24, or leave groupQuorum out: then there is no quorum.";
        }

        if (file.HideUpTo is < 1 or > 20)
        {
            yield return "hideUpTo: use a number from 1 to 20, or leave it out: then 1 to 4 are hidden in figures.";
        }
    }

    private static IEnumerable<string> Names(PartnershipFile file)
    {
        if (file.Code.Length is < 2 or > 6 || !file.Code.All(char.IsAsciiLetterUpper))
        {
            yield return "code: use two to six capital letters.";
        }

        foreach (
            var (place, text) in new[]
            {
                ("name", file.Name),
                ("mashName", file.MashName),
                ("operationsName", file.OperationsName),
                ("healthPartnerName", file.HealthPartnerName),
                ("contacts.frontDoorName", file.Contacts.FrontDoorName),
                ("contacts.frontDoorTelephone", file.Contacts.FrontDoorTelephone),
                ("contacts.frontDoorOutOfHours", file.Contacts.FrontDoorOutOfHours),
                ("contacts.operationsTelephone", file.Contacts.OperationsTelephone),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return $"{place}: is empty; everybody reads it on the first card.";
            }
        }

        foreach (
            var (place, email) in new[]
            {
                ("operationsEmail", file.Contacts.OperationsEmail),
                ("mashEmail", file.Contacts.MashEmail),
                ("panelEmail", file.Contacts.PanelEmail),
            }
        )
        {
            if (!email.Contains('@', StringComparison.Ordinal))
            {
                yield return $"contacts.{place}: \"{email}\" is no email address.";
            }
        }

        foreach (var (outside, i) in file.Outside.Select((outside, i) => (outside, i)))
        {
            if (!outside.Email.Contains('@', StringComparison.Ordinal))
            {
                yield return $"outside[{i}].email: \"{outside.Email}\" is no email address.";
            }

            if (string.IsNullOrWhiteSpace(outside.CheckedBy) || string.IsNullOrWhiteSpace(outside.Source))
            {
                yield return $"outside[{i}]: say who checked the address (checkedBy) and where it was found (source), or leave it out.";
            }
        }

        if (
            file.DetailBasis is { } basis
            && (
                string.IsNullOrWhiteSpace(basis.Text)
                || basis.Text.Length > 300
                || string.IsNullOrWhiteSpace(basis.CheckedBy)
                || string.IsNullOrWhiteSpace(basis.Source)
            )
        )
        {
            yield return "detailBasis: give the text (300 characters at most), where it was found (source) and who checked it (checkedBy), "
                + "or leave it out.";
        }

        foreach (var body in Twice(file.Outside.Select(outside => outside.Body.ToString())))
        {
            yield return $"outside: {body} stands twice.";
        }

        if (file.Contacts.OfficeHours.To <= file.Contacts.OfficeHours.From)
        {
            yield return "contacts.officeHours: ends before it begins.";
        }

        if (file.GuidanceEdition is not ("2018" or "2025"))
        {
            yield return $"guidanceEdition: \"{file.GuidanceEdition}\" is not one of 2018, 2025.";
        }

        foreach (var key in file.Wording.Keys.Where(key => !WordingKeys.Contains(key)))
        {
            yield return $"wording.{key}: there is no such wording. Use one of {string.Join(", ", WordingKeys.Order())}.";
        }
    }

    private static IEnumerable<string> Agencies(PartnershipFile file) =>
        Twice(file.Agencies.Select(agency => agency.Id)).Select(id => $"agencies: \"{id}\" stands twice.");

    private static IEnumerable<string> Tenants(PartnershipFile file)
    {
        foreach (var id in Twice(file.Tenants.Select(tenant => tenant.TenantId.ToLowerInvariant())))
        {
            yield return $"tenants: {id} stands twice.";
        }

        foreach (var (tenant, i) in file.Tenants.Select((tenant, i) => (tenant, i)))
        {
            if (!Guid.TryParseExact(tenant.TenantId, "D", out _))
            {
                yield return $"tenants[{i}].tenantId: \"{tenant.TenantId}\" is no tenant id (eight-four-four-four-twelve digits).";
            }

            if (tenant.Agencies.IsEmpty)
            {
                yield return $"tenants[{i}].agencies: name at least one agency.";
            }

            foreach (var agency in tenant.Agencies.Where(id => file.Agencies.All(agency => agency.Id != id)))
            {
                yield return $"tenants[{i}].agencies: there is no agency \"{agency}\".";
            }
        }
    }

    private static IEnumerable<string> People(PartnershipFile file)
    {
        foreach (var id in Twice(file.People.Select(person => person.Id)))
        {
            yield return $"people: \"{id}\" stands twice.";
        }

        foreach (
            var account in Twice(
                file.People.SelectMany(person =>
                    person.Accounts.Select(account => $"{account.TenantId}/{account.ObjectId}".ToLowerInvariant())
                )
            )
        )
        {
            yield return $"people: the account {account} is held by two people.";
        }

        foreach (var (person, i) in file.People.Select((person, i) => (person, i)))
        {
            if (person.Id.Length is 0 or > 40 || !person.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                yield return $"people[{i}].id: use lower-case letters, digits and hyphens, at most 40.";
            }

            if (file.Agencies.All(agency => agency.Id != person.Agency))
            {
                yield return $"people[{i}].agency: there is no agency \"{person.Agency}\".";
            }

            if (
                person.Email.Length > 0
                    ? !person.Email.Contains('@', StringComparison.Ordinal)
                    : person.Roles.Any(role => role.Role is Role.AgencyRepresentative or Role.GroupMember)
            )
            {
                yield return $"people[{i}].email: \"{person.Email}\" is no email address; letters and invitations go there.";
            }

            foreach (var (account, j) in person.Accounts.Select((account, j) => (account, j)))
            {
                if (!Guid.TryParseExact(account.ObjectId, "D", out _))
                {
                    yield return $"people[{i}].accounts[{j}].objectId: \"{account.ObjectId}\" is no object id.";
                }

                if (file.Tenants.All(tenant => !tenant.TenantId.Equals(account.TenantId, StringComparison.OrdinalIgnoreCase)))
                {
                    yield return $"people[{i}].accounts[{j}].tenantId: the tenant {account.TenantId} is not listed under tenants.";
                }
            }
        }
    }

    private static IEnumerable<string> Roles(PartnershipFile file)
    {
        foreach (var (person, i) in file.People.Select((person, i) => (person, i)))
        {
            foreach (var (role, j) in person.Roles.Select((role, j) => (role, j)))
            {
                if (role.To < role.From)
                {
                    yield return $"people[{i}].roles[{j}]: ends before it begins.";
                }

                foreach (var deputy in role.Deputies.Where(id => id == person.Id || file.People.All(other => other.Id != id)))
                {
                    yield return $"people[{i}].roles[{j}].deputies: \"{deputy}\" is nobody else in people.";
                }
            }
        }

        if (file.People.Any(person => person.Roles.Any(entry => entry.Role is Role.ThisSystem or Role.Practitioner)))
        {
            yield return "people: ThisSystem and Practitioner are not roles anybody is given.";
        }

        foreach (var (a, b) in Partners.Leads.SelectMany(a => Partners.Leads.Where(b => b > a).Select(b => (a, b))))
        {
            foreach (
                var person in file.People.Where(person =>
                    person.Roles.Any(entry => entry.Role == a) && person.Roles.Any(entry => entry.Role == b)
                )
            )
            {
                yield return $"people: \"{person.Id}\" is lead representative of two partners; nobody decides for two.";
            }
        }

        foreach (
            var role in new[] { Role.MashOfficer, Role.Operations, Role.Chair }.Where(role =>
                !file.People.Any(person => person.Roles.Any(entry => entry.Role == role))
            )
        )
        {
            yield return $"people: nobody holds the role {role}; referrals would reach nobody.";
        }
    }

    private static IEnumerable<string> Limits(PartnershipFile file)
    {
        foreach (var (id, number) in file.Limits)
        {
            if (Timescales.Configurable.All(timescale => timescale.Id != id))
            {
                yield return $"limits.{id}: there is no such limit. Use one of "
                    + $"{string.Join(", ", Timescales.Configurable.Select(timescale => timescale.Id))}.";
            }
            else if (number is < 1 or > 60)
            {
                yield return $"limits.{id}: {number} is not between 1 and 60.";
            }
        }

        foreach (var (limit, i) in file.CheckedLimits.Select((limit, i) => (limit, i)))
        {
            if (!Timescales.Configurable.Any(timescale => timescale.IsToBeChecked && timescale.Id == limit.Id))
            {
                yield return $"checkedLimits[{i}].id: no limit \"{limit.Id}\" has to be checked. Use one of "
                    + $"{string.Join(", ", Timescales.Configurable.Where(one => one.IsToBeChecked).Select(one => one.Id))}.";
            }

            if (string.IsNullOrWhiteSpace(limit.CheckedBy) || string.IsNullOrWhiteSpace(limit.Source))
            {
                yield return $"checkedLimits[{i}]: say who checked it (checkedBy) and where it was found (source), or leave it out.";
            }
        }

        foreach (var id in Twice(file.CheckedLimits.Select(limit => limit.Id)))
        {
            yield return $"checkedLimits: {id} stands twice.";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
}
