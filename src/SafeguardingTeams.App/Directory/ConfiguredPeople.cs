using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>People by the partnership's file.</summary>
internal sealed class ConfiguredPeople : IPeople
{
    private readonly PartnershipFile _file;
    private readonly FrozenDictionary<Account, PersonEntry> _byAccount;
    private readonly FrozenDictionary<string, TenantEntry> _tenants;
    private readonly FrozenDictionary<string, string> _agencies;

    private readonly CurrentRules _currentRules;

    public ConfiguredPeople(PartnershipFile file, CurrentRules currentRules)
    {
        (_file, _currentRules) = (file, currentRules);
        _byAccount = file
            .People.SelectMany(person => person.Accounts.Select(account => (Of(account), person)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.person);
        _tenants = file.Tenants.ToFrozenDictionary(tenant => tenant.TenantId.ToLowerInvariant(), StringComparer.Ordinal);
        _agencies = file.Agencies.ToFrozenDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
    }

    public bool ListsTenant(string tenantId) => _tenants.ContainsKey(tenantId.ToLowerInvariant());

    public Arrival Recognise(Account account, DateOnly today)
    {
        var asked = new Account(account.TenantId.ToLowerInvariant(), account.ObjectId.ToLowerInvariant());
        return !_tenants.TryGetValue(asked.TenantId, out var tenant) ? new Arrival.Stranger()
            : _byAccount.TryGetValue(asked, out var person) ? new Arrival.Known(As(person, account.ToString(), today))
            : !Guid.TryParseExact(asked.ObjectId, "D", out _) ? new Arrival.Stranger()
            : new Arrival.Practitioner(PractitionerId(asked), [.. tenant.Agencies]);
    }

    public ImmutableList<Actor> Actors(DateOnly today) => [.. _file.People.Select(person => As(person, "", today))];

    public ImmutableList<RoleHolder> Holders(DateOnly today) =>
        [
            .. _file
                .People.SelectMany(person =>
                    person.Roles.Where(role => IsInForce(role, today)).Select(role => new RoleHolder(role.Role, person.Id))
                )
                .Distinct()
                .OrderBy(holder => holder.Role)
                .ThenBy(holder => holder.PersonId, StringComparer.Ordinal),
        ];

    public Person? Find(string personId) => _file.People.FirstOrDefault(person => person.Id == personId) is { } person ? Of(person) : null;

    public string AgencyName(string agencyId) => _agencies.GetValueOrDefault(agencyId, agencyId);

    /// <summary>
    /// The person with the roles they hold, those of absent holders they are next for, and those they stand by for (PD17).
    /// </summary>
    private Actor As(PersonEntry person, string account, DateOnly today)
    {
        var deputises = _file
            .People.Where(holder => holder.Id != person.Id)
            .SelectMany(holder =>
                holder
                    .Roles.Where(role => IsInForce(role, today) && role.Deputies.Contains(person.Id))
                    .Select(role => new Deputising(
                        role.Role,
                        [.. role.Deputies.TakeWhile(id => id != person.Id).Prepend(holder.Id).Where(id => !_currentRules.IsAway(id, today))]
                    ))
            )
            .ToLookup(deputy => deputy.Ahead.IsEmpty);
        return new(
            person.Id,
            person.Display,
            person.Agency,
            AgencyName(person.Agency),
            account,
            [
                .. person.Roles.Where(role => IsInForce(role, today)).Select(role => role.Role),
                .. deputises[true].Select(deputy => deputy.Role),
                Role.Practitioner,
            ]
        )
        {
            Deputises = [.. deputises[false]],
            Email = person.Email,
            IsAway = _currentRules.IsAway(person.Id, today),
        };
    }

    private static bool IsInForce(RoleEntry role, DateOnly today) => role.From <= today && (role.To is not { } to || today <= to);

    private static Person Of(PersonEntry person) => new(person.Id, person.Display, person.Agency, [.. person.Accounts.Select(Of)]);

    private static Account Of(AccountEntry account) => new(account.TenantId.ToLowerInvariant(), account.ObjectId.ToLowerInvariant());

    /// <summary>An own id for somebody who is not in the file: always the same for the account, and saying nothing.</summary>
    private static string PractitionerId(Account account) =>
        $"p-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.ToString())))[..24]}";
}
