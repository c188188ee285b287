using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <content>Choosing somebody else: who takes a role over, who stands in.</content>
public static partial class PeopleForms
{
    private static List<Element> StandInFields(Roster roster, RosterPerson person, HeldRole role, Filled filled, CardContext context)
    {
        var others = Others(roster, person);
        var places = Enumerable
            .Range(1, Deputies)
            .Select(place => (Place: place, There: role.Deputies.ElementAtOrDefault(place - 1)))
            .ToList();
        var chosen = places.Select(one => filled[Deputy(one.Place)]).Concat(places.Select(one => one.There ?? ""));
        var shown = Finding.Shown(others, filled, chosen).ToList();
        return
        [
            .. Finding.Over(others, filled, context, Find(context, Verbs.RoleDeputies, person, ("role", role.Role.ToString()))),
            .. places.SelectMany(one =>
                GroupForm.Choose(
                    filled,
                    context,
                    Deputy(one.Place),
                    one.Place switch
                    {
                        1 => "First deputy",
                        2 => "Second deputy",
                        _ => "Third deputy",
                    },
                    [new("Nobody", "nobody"), .. shown],
                    one.There ?? "nobody"
                )
            ),
        ];
    }

    private static ActionExecute Find(
        CardContext context,
        string verb,
        RosterPerson person,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) => PeopleCards.Of(context, "Find", verb, person, [(Verbs.Do, Finding.Do), .. keys]);

    private static List<InputChoice> Others(Roster roster, RosterPerson person) =>
        [
            .. roster
                .People.Where(one => one.Id != person.Id && one.LastDay is null)
                .OrderBy(one => one.AgencyId != person.AgencyId)
                .ThenBy(one => one.Display, StringComparer.OrdinalIgnoreCase)
                .Select(one => new InputChoice(PeopleWords.Name(roster, one), one.Id)),
        ];
}
