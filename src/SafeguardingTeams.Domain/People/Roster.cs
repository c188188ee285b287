using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.People;

/// <summary>Everybody of the partnership, with the agencies there are and the tenants that may come in.</summary>
/// <param name="Agencies">By id, what each is called.</param>
/// <param name="Tenants">By id in lower case, the agencies each may hold.</param>
public sealed record Roster(
    ImmutableList<RosterPerson> People,
    ImmutableSortedDictionary<string, string> Agencies,
    ImmutableSortedDictionary<string, ImmutableList<string>> Tenants
)
{
    /// <summary>Of nobody.</summary>
    public static Roster Empty { get; } =
        new(
            [],
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, ImmutableList<string>>(StringComparer.Ordinal)
        );

    /// <summary>
    /// By agency, the safeguarding partner it belongs to; an agency that is not here belongs to none. Whoever comes to a Rapid Review
    /// meeting stands for the partner of their agency, and for no other (B14).
    /// </summary>
    public ImmutableSortedDictionary<string, Role> Partners { get; init; } =
        ImmutableSortedDictionary.Create<string, Role>(StringComparer.Ordinal);

    /// <summary>The partner an agency belongs to; null for none, and for an agency that is not in the list.</summary>
    public Role? PartnerOf(string agencyId) => Partners.TryGetValue(agencyId, out var partner) ? partner : null;

    /// <summary>A person; null where there is none of the id.</summary>
    public RosterPerson? Find(string id) => People.Find(person => person.Id == id);

    /// <summary>
    /// With what the group's record says of people: it takes the place of what is there of the same id, and whoever is new comes after.
    /// </summary>
    public Roster With(IEnumerable<RosterPerson> onRecord)
    {
        var people = People.ToBuilder();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (person, at) in People.Select((person, at) => (person, at)))
        {
            places.TryAdd(person.Id, at);
        }

        foreach (var person in onRecord)
        {
            if (places.TryGetValue(person.Id, out var at))
            {
                people[at] = person;
            }
            else
            {
                places[person.Id] = people.Count;
                people.Add(person);
            }
        }

        return this with
        {
            People = people.ToImmutable(),
        };
    }

    /// <summary>Who holds a role on a day.</summary>
    public IEnumerable<RosterPerson> Holding(Role role, DateOnly day) =>
        People.Where(person => person.On(day).Any(held => held.Role == role));
}
