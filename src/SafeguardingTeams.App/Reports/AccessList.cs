using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Presentation.Steps.AccessReview;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

namespace SafeguardingTeams.App.Reports;

/// <summary>
/// Everybody who can get into something, and by what (F2): roles, deputies and seats of the partnership's people; seats and guests entered
/// by hand; whom an open record names.
/// </summary>
public sealed class AccessList(
    IRows rows,
    CurrentRules currentRules,
    IPeople people,
    StillNamed named,
    PartnershipFile file,
    LondonClock clock
)
{
    /// <summary>The list, people of the partnership first.</summary>
    internal async Task<ImmutableList<AccessLine>> OfAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today;
        var roster = people.Roster;
        var lines = new Dictionary<string, (string Name, string Agency, string PersonId, List<string> By)>(StringComparer.Ordinal);
        void Add(string key, string name, string agency, string personId, string by)
        {
            if (!lines.TryGetValue(key, out var line))
            {
                lines[key] = line = (name, agency, personId, []);
            }

            if (!line.By.Contains(by))
            {
                line.By.Add(by);
            }
        }

        void AddPerson(RosterPerson person, string by) =>
            Add(AccessLists.Person(person.Id), person.Display, people.AgencyName(person.AgencyId), person.Id, by);

        foreach (var person in roster.People.Where(person => !person.HasLeft(today)))
        {
            foreach (var held in person.Roles.Where(held => !(held.To < today)))
            {
                AddPerson(person, PeopleWords.Of(held.Role));
                foreach (var deputy in held.Deputies.Select(roster.Find).OfType<RosterPerson>().Where(one => !one.HasLeft(today)))
                {
                    AddPerson(deputy, $"Deputy: {PeopleWords.Of(held.Role)}");
                }
            }
        }

        foreach (var seat in currentRules.Group.Seats.Values)
        {
            if (seat.On(today) is not { } holder)
            {
                continue;
            }

            if (roster.Find(holder.PersonId) is { } person)
            {
                AddPerson(person, $"Seat: {seat.Title}");
            }
            else
            {
                Add($"seat:{seat.Id}", holder.Display, seat.AgencyName, "", $"Seat: {seat.Title}");
            }
        }

        foreach (var row in await rows.ReadAsync(Keys.AllGuests, cancellationToken))
        {
            var id = row.Key[Keys.AllGuests.Length..];
            Add($"guest:{id}", row["role"], row["agencyName"], "", "Comes in as a guest");
        }

        foreach (var one in await named.AllAsync(cancellationToken))
        {
            if (roster.Find(one.PersonId) is { } person)
            {
                if (!person.HasLeft(today))
                {
                    AddPerson(person, $"{one.As}, {one.File.Ref}");
                }
            }
            else
            {
                Add($"guest:{one.PersonId}", one.Display, one.Agency, "", $"{one.As}, {one.File.Ref}");
            }
        }

        return
        [
            .. lines.Select(line => new AccessLine(line.Key, line.Value.Name, line.Value.Agency, [.. line.Value.By], line.Value.PersonId)),
        ];
    }

    /// <summary>
    /// Those who have left and whose account the partnership's file still lists: it lets nobody in, and is to be taken out.
    /// </summary>
    internal ImmutableList<string> StillInTheFile() =>
        [
            .. people
                .Roster.People.Where(person =>
                    person.HasLeft(clock.Today) && file.People.Any(one => one.Id == person.Id && one.Accounts.Length > 0)
                )
                .Select(person => person.Display),
        ];
}
