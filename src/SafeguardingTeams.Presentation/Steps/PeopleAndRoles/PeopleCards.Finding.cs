using SafeguardingTeams.Domain.People;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <content>Finding somebody by a part of what they are, or of their agency.</content>
public static partial class PeopleCards
{
    private static List<RosterPerson> Found(Roster roster, string find, DateOnly today)
    {
        var words = find.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. roster
                .People.Where(person => words.All(word => Said(roster, person, today).Contains(word, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(person => person.HasLeft(today))
                .ThenBy(person => PeopleWords.Agency(roster, person.AgencyId), StringComparer.OrdinalIgnoreCase)
                .ThenBy(person => person.Display, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>What somebody is found by.</summary>
    private static string Said(Roster roster, RosterPerson person, DateOnly today) =>
        string.Join(
            ' ',
            person
                .On(today)
                .Select(held => PeopleWords.Of(held.Role))
                .Prepend(PeopleWords.Agency(roster, person.AgencyId))
                .Prepend(person.Display)
        );
}
