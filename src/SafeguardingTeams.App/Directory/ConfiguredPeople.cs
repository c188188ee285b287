using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// People by the group's record, and by the partnership's file where the record says nothing of them (PD17). Put together anew only when
/// the record says something else: somebody is recognised on every request.
/// </summary>
internal sealed class ConfiguredPeople(CurrentRules currentRules) : IPeople
{
    private Everybody? _everybody;

    public Roster Roster => Current.Roster;

    private Everybody Current
    {
        get
        {
            var version = currentRules.PeopleVersion;
            return _everybody is { } known && known.Version == version
                ? known
                : _everybody = new(version, currentRules.Configured, currentRules.Group.People);
        }
    }

    public bool ListsTenant(string tenantId) => Current.Roster.Tenants.ContainsKey(tenantId.ToLowerInvariant());

    public Arrival Recognise(Account account, DateOnly today)
    {
        var everybody = Current;
        var asked = new PersonAccount(account.TenantId.ToLowerInvariant(), account.ObjectId.ToLowerInvariant());
        return !everybody.Roster.Tenants.TryGetValue(asked.TenantId, out var agencies) ? new Arrival.Stranger()
            // Whoever has left is nobody here, and no practitioner of their tenant either.
            : everybody.ByAccount.TryGetValue(asked, out var person)
                ? person.HasLeft(today) ? new Arrival.Stranger()
                    : new Arrival.Known(As(everybody.Roster, person, account.ToString(), today))
            : !Guid.TryParseExact(asked.ObjectId, "D", out _) ? new Arrival.Stranger()
            : new Arrival.Practitioner(PractitionerId(asked), agencies);
    }

    public ImmutableList<Actor> Actors(DateOnly today) =>
        Current.Roster is var roster
            ? [.. roster.People.Where(person => !person.HasLeft(today)).Select(person => As(roster, person, "", today))]
            : [];

    public ImmutableList<RoleHolder> Holders(DateOnly today) =>
        [
            .. Current
                .Roster.People.SelectMany(person => person.On(today).Select(held => new RoleHolder(held.Role, person.Id)))
                .Distinct()
                .OrderBy(holder => holder.Role)
                .ThenBy(holder => holder.PersonId, StringComparer.Ordinal),
        ];

    public Person? Find(string personId) =>
        Current.Roster.Find(personId) is { } person
            ? new(person.Id, person.Display, person.AgencyId, [.. person.Accounts.Select(one => new Account(one.TenantId, one.ObjectId))])
            : null;

    public string AgencyName(string agencyId) => Current.Roster.Agencies.GetValueOrDefault(agencyId, agencyId);

    public ImmutableList<string> GapsOn(DateOnly day) => PeopleChecks.GapsOn(Current.Roster, day);

    /// <summary>
    /// The person with the roles they hold, those of absent holders they are next for, and those they stand by for (PD17).
    /// </summary>
    private Actor As(Roster roster, RosterPerson person, string account, DateOnly today)
    {
        var deputises = roster
            .People.Where(holder => holder.Id != person.Id)
            .SelectMany(holder =>
                holder
                    .On(today)
                    .Where(held => held.Deputies.Contains(person.Id))
                    .Select(held => new Deputising(
                        held.Role,
                        [.. held.Deputies.TakeWhile(id => id != person.Id).Prepend(holder.Id).Where(id => IsThere(roster, id, today))]
                    ))
            )
            .ToLookup(deputy => deputy.Ahead.IsEmpty);
        return new(
            person.Id,
            person.Display,
            person.AgencyId,
            roster.Agencies.GetValueOrDefault(person.AgencyId, person.AgencyId),
            account,
            [.. person.On(today).Select(held => held.Role), .. deputises[true].Select(deputy => deputy.Role), Role.Practitioner]
        )
        {
            Deputises = [.. deputises[false]],
            Email = person.Email,
            IsAway = currentRules.IsAway(person.Id, today),
        };
    }

    private bool IsThere(Roster roster, string id, DateOnly today) =>
        !currentRules.IsAway(id, today) && roster.Find(id)?.HasLeft(today) != true;

    /// <summary>An own id for somebody who is not listed: always the same for the account, and saying nothing.</summary>
    private static string PractitionerId(PersonAccount account) =>
        $"p-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.ToString())))[..24]}";

    /// <summary>Everybody as they are by one version of what the record says.</summary>
    private sealed class Everybody(string version, Roster configured, ImmutableSortedDictionary<string, RosterPerson> onRecord)
    {
        public string Version { get; } = version;

        public Roster Roster { get; } = configured.With(onRecord.Values);

        /// <summary>
        /// By the accounts they come with. Where the file gives one to somebody else than the record does, the record counts.
        /// </summary>
        public FrozenDictionary<PersonAccount, RosterPerson> ByAccount { get; } =
            configured
                .With(onRecord.Values)
                .People.SelectMany(person => person.Accounts.Select(account => (account, person)))
                .GroupBy(pair => pair.account, pair => pair.person)
                .ToFrozenDictionary(same => same.Key, same => same.OrderBy(person => onRecord.ContainsKey(person.Id)).Last());
    }
}
