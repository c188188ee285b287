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

    private ActorsOnDay? _onDay;

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
                    : new Arrival.Known(OnDay(today).As(person, account.ToString()))
            : !Guid.TryParseExact(asked.ObjectId, "D", out _) ? new Arrival.Stranger()
            : new Arrival.Practitioner(PractitionerId(asked), agencies);
    }

    public ImmutableList<Actor> Actors(DateOnly today) => OnDay(today).Actors;

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
    /// Everybody as they are on a day: worked out once for as long as the record says the same, since it is asked on every request.
    /// </summary>
    private ActorsOnDay OnDay(DateOnly today)
    {
        var (everybody, group) = (Current, currentRules.Group);
        return
            _onDay is { } known
            && ReferenceEquals(known.Roster, everybody.Roster)
            && ReferenceEquals(known.Group, group)
            && known.Today == today
            ? known
            : _onDay = new(everybody.Roster, group, today);
    }

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
