using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Configuration;

/// <summary>Everything that must be true of a partnership's file, each error naming the place and what to do.</summary>
internal static partial class PartnershipChecks
{
    /// <summary>The wordings a partnership may replace.</summary>
    internal static readonly ImmutableHashSet<string> WordingKeys = ["home.belongs", "home.not", "home.at-risk", .. PrivacyWords.Keys];

    internal static IEnumerable<FileFault> Of(PartnershipFile file) =>
        [
            .. Names(file),
            .. Contacts(file.Contacts),
            .. Outside(file),
            .. Agencies(file),
            .. Tenants(file),
            .. PeopleChecks.Of(file),
            .. LimitChecks.Of(file),
            .. Figures(file),
            .. RetentionChecks.Of(file),
            .. file.Example ? [] : Examples(file),
        ];

    /// <summary>Those that stand more than once.</summary>
    internal static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>What is wrong with an id that stands in keys of storage; null where nothing is.</summary>
    internal static string? Id(string id) =>
        !RosterRules.IsId(id) ? $"\"{id}\" cannot be an id: use lower-case letters, digits and hyphens, at most 40." : null;

    /// <summary>What is wrong with an address; null where nothing is.</summary>
    internal static string? Email(string address) =>
        Domain.Typing.Address.IsOne(address) ? null : $"\"{address}\" is no email address, such as \"name@council.gov.uk\".";

    private static IEnumerable<FileFault> Names(PartnershipFile file)
    {
        if (file.Code.Length is < 2 or > 6 || !file.Code.All(char.IsAsciiLetterUpper))
        {
            yield return new("code", "use two to six capital letters.");
        }

        foreach (
            var (place, text) in new[]
            {
                ("name", file.Name),
                ("mashName", file.MashName),
                ("groupName", file.GroupName),
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
                yield return new(place, "is empty; everybody reads it on the first card.");
            }
        }

        if (file.GroupName.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("groupName", "leave out \"the\": it is put in front wherever the name stands in a sentence.");
        }

        if (file.GuidanceEdition is not ("2018" or "2025"))
        {
            yield return new("guidanceEdition", $"\"{file.GuidanceEdition}\" is not one of 2018, 2025.");
        }

        foreach (var key in file.Wording.Keys.Where(key => !WordingKeys.Contains(key)))
        {
            yield return new($"wording.{key}", $"there is no such wording. Use one of {string.Join(", ", WordingKeys.Order())}.");
        }
    }

    private static IEnumerable<FileFault> Contacts(Contacts contacts)
    {
        foreach (
            var (place, email) in new[]
            {
                ("operationsEmail", contacts.OperationsEmail),
                ("mashEmail", contacts.MashEmail),
                ("panelEmail", contacts.PanelEmail),
            }
        )
        {
            if (Email(email) is { } wrong)
            {
                yield return new($"contacts.{place}", wrong);
            }
        }

        foreach (
            var (place, text) in contacts
                .PanelAddress.Select((line, i) => ($"panelAddress[{i}]", line))
                .Append(("panelAddressee", contacts.PanelAddressee))
                .Append(("panelAddress", contacts.PanelAddress.IsEmpty ? "" : "lines"))
        )
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return new($"contacts.{place}", "is empty; it stands on the letter to the national Panel.");
            }
        }

        if (contacts.OfficeHours.To <= contacts.OfficeHours.From)
        {
            yield return new("contacts.officeHours", "ends before it begins.");
        }
    }

    private static IEnumerable<FileFault> Outside(PartnershipFile file)
    {
        foreach (var (outside, i) in file.Outside.Select((outside, i) => (outside, i)))
        {
            if (Email(outside.Email) is { } wrong)
            {
                yield return new($"outside[{i}].email", wrong);
            }

            if (IsUnsaid(outside.CheckedBy) || IsUnsaid(outside.Source))
            {
                yield return new(
                    $"outside[{i}]",
                    "say who checked the address (checkedBy) and where it was found (source), or leave it out."
                );
            }
        }

        foreach (var body in Twice(file.Outside.Select(outside => outside.Body.ToString())))
        {
            yield return new("outside", $"{body} stands twice.");
        }

        if (
            file.DetailBasis is { } basis
            && (IsUnsaid(basis.Text) || basis.Text.Length > 300 || IsUnsaid(basis.CheckedBy) || IsUnsaid(basis.Source))
        )
        {
            yield return new(
                "detailBasis",
                "give the text (300 characters at most), where it was found (source) and who checked it (checkedBy), or leave it out."
            );
        }
    }

    internal static bool IsUnsaid(string text) => string.IsNullOrWhiteSpace(text);

    private static IEnumerable<FileFault> Agencies(PartnershipFile file)
    {
        foreach (var (agency, i) in file.Agencies.Select((agency, i) => (agency, i)))
        {
            if (Id(agency.Id) is { } wrong)
            {
                yield return new($"agencies[{i}].id", wrong);
            }

            if (IsUnsaid(agency.Name))
            {
                yield return new($"agencies[{i}].name", "is empty; people read it on cards and letters.");
            }

            if (
                file.Tenants.All(tenant => !tenant.Agencies.Contains(agency.Id))
                && file.People.Any(person => person.Agency == agency.Id && person.Accounts.Length > 0)
            )
            {
                yield return new($"agencies[{i}]", $"no tenant may hold \"{agency.Id}\": nobody of it can come in. List it under a tenant.")
                {
                    About = ["tenants"],
                };
            }
        }

        foreach (var id in Twice(file.Agencies.Select(agency => agency.Id)))
        {
            yield return new("agencies", $"\"{id}\" stands twice.");
        }

        foreach (var partner in Enum.GetValues<LeadPartner>().Where(one => file.Agencies.All(agency => agency.Partner != one)))
        {
            yield return new(
                "agencies",
                $"no agency belongs to the partner {partner}: no Rapid Review meeting could be quorate. Say \"partner\": \"{partner}\" at "
                    + "each agency of it."
            );
        }
    }

    private static IEnumerable<FileFault> Tenants(PartnershipFile file)
    {
        foreach (var id in Twice(file.Tenants.Select(tenant => tenant.TenantId.ToLowerInvariant())))
        {
            yield return new("tenants", $"{id} stands twice.");
        }

        foreach (var (tenant, i) in file.Tenants.Select((tenant, i) => (tenant, i)))
        {
            if (!Guid.TryParseExact(tenant.TenantId, "D", out _))
            {
                yield return new(
                    $"tenants[{i}].tenantId",
                    $"\"{tenant.TenantId}\" is no tenant id (eight-four-four-four-twelve digits, as Entra shows it)."
                );
            }

            if (tenant.Agencies.IsEmpty)
            {
                yield return new($"tenants[{i}].agencies", "name at least one agency.");
            }

            foreach (var agency in tenant.Agencies.Where(id => file.Agencies.All(agency => agency.Id != id)))
            {
                yield return new($"tenants[{i}].agencies", $"there is no agency \"{agency}\".") { About = ["agencies"] };
            }
        }
    }

    private static IEnumerable<FileFault> Figures(PartnershipFile file)
    {
        if (file.GroupQuorum is { Seats: < 1 or > 24 })
        {
            yield return new("groupQuorum.seats", "use a number from 1 to 24, or leave groupQuorum out: then there is no quorum.");
        }

        if (file.HideUpTo is < 1 or > 20)
        {
            yield return new("hideUpTo", "use a number from 1 to 20, or leave it out: then 1 to 4 are hidden in figures.");
        }
    }

    /// <summary>What is left of an example in a file that says it is none: addresses and numbers that nobody can have.</summary>
    private static IEnumerable<FileFault> Examples(PartnershipFile file)
    {
        var contacts = file.Contacts;
        foreach (
            var (place, text) in new[]
            {
                ("contacts.frontDoorTelephone", contacts.FrontDoorTelephone),
                ("contacts.frontDoorOutOfHours", contacts.FrontDoorOutOfHours),
                ("contacts.operationsTelephone", contacts.OperationsTelephone),
            }
        )
        {
            if (NobodysTelephone().IsMatch(text))
            {
                yield return new(place, $"\"{text}\" is an example that nobody answers. Give the real number.");
            }
        }

        IEnumerable<(string, string)> addresses =
        [
            ("contacts.operationsEmail", contacts.OperationsEmail),
            ("contacts.mashEmail", contacts.MashEmail),
            ("contacts.panelEmail", contacts.PanelEmail),
            .. file.Outside.Select((outside, i) => ($"outside[{i}].email", outside.Email)),
            .. file.People.Select((person, i) => ($"people[{i}].email", person.Email)),
        ];
        foreach (var (place, address) in addresses)
        {
            if (NobodysAddress().IsMatch(address))
            {
                yield return new(place, $"\"{address}\" is an example that reaches nobody. Give the real address.");
            }
        }
    }

    /// <summary>The names RFC 2606 keeps for examples.</summary>
    [GeneratedRegex(@"[@.](example|test|invalid|localhost|example\.(com|org|net))$", RegexOptions.IgnoreCase)]
    private static partial Regex NobodysAddress();

    /// <summary>The numbers Ofcom keeps for drama: London's, and those of no place.</summary>
    [GeneratedRegex(@"^(\+44 ?|0)(20 ?7946 ?0\d{3}|1632 ?960 ?\d{3})$")]
    private static partial Regex NobodysTelephone();
}
