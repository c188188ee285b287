using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <summary>The forms by which people and what they hold are changed (PD17).</summary>
public static partial class PeopleForms
{
    /// <summary>How many deputies a form asks for.</summary>
    public const int Deputies = 3;

    private const string Second = "A change of Chair, leads or operations waits for a second person; any other holds at once.";

    /// <summary>The field of a deputy, by their place from 1.</summary>
    public static string Deputy(int place) => $"deputy{place.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Add somebody.</summary>
    public static AdaptiveCard Add(Roster roster, Filled filled, CardContext context) =>
        RecordForm.Draw(
            "People and roles",
            filled,
            "Add a person",
            "They hold nothing yet: give them a role afterwards.",
            Details(roster, null, filled, context),
            Button(context, "Add this person", Verbs.PersonAdd, (Verbs.Do, "yes")).Main(),
            Button(context, "Back to people and roles", Verbs.People)
        );

    /// <summary>Change what somebody is called, their agency, address or accounts.</summary>
    public static AdaptiveCard Change(Roster roster, RosterPerson person, Filled filled, CardContext context) =>
        Form(
            roster,
            person,
            filled,
            context,
            "Change details",
            "The accounts of who chairs, leads or is of operations, or deputises for one, wait for a second person.",
            Details(roster, person, filled, context),
            "Why is it changed?",
            "Change it",
            Verbs.PersonDetails
        );

    /// <summary>Give somebody a role.</summary>
    public static AdaptiveCard Give(Roster roster, RosterPerson person, Filled filled, CardContext context) =>
        Form(
            roster,
            person,
            filled,
            context,
            "Give a role",
            Second,
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "role",
                    "Which role?",
                    RosterRules.Given.Select(role => new InputChoice(PeopleWords.Of(role), role.ToString()))
                ),
                .. GroupForm.Date(filled, context, "day", "From which day?", there: Written.Iso(context.Today)),
            ],
            "Why?",
            "Give this role",
            Verbs.RoleGive
        );

    /// <summary>End a role.</summary>
    public static AdaptiveCard End(Roster roster, RosterPerson person, Filled filled, CardContext context) =>
        Form(
            roster,
            person,
            filled,
            context,
            "End a role",
            "What waits for it goes on with whoever else holds it. A role that somebody has to hold is handed over instead.",
            [
                .. Held(person, filled, context),
                .. GroupForm.Date(filled, context, "day", "The last day they hold it", "Yesterday ends it at once."),
            ],
            "Why?",
            "End this role",
            Verbs.RoleEnd
        );

    /// <summary>Hand a role over.</summary>
    public static AdaptiveCard HandOver(Roster roster, RosterPerson person, Filled filled, CardContext context) =>
        Form(
            roster,
            person,
            filled,
            context,
            "Hand over a role",
            "Whoever takes it over has it from that day, with the same deputies, and gets what waits.",
            [
                .. Held(person, filled, context),
                .. Finding.Over(Others(roster, person), filled, context, Find(context, Verbs.RoleHandOver, person)),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "to",
                    "Who takes it over?",
                    Finding.Shown(Others(roster, person), filled, filled["to"])
                ),
                .. GroupForm.Date(filled, context, "day", "From which day?", there: Written.Iso(context.Today)),
            ],
            "Why?",
            "Hand it over",
            Verbs.RoleHandOver
        );

    /// <summary>Who stands in, in order; first which role, where there are several.</summary>
    /// <param name="role">The role; null where it is still to be chosen.</param>
    public static AdaptiveCard StandIn(Roster roster, RosterPerson person, HeldRole? role, Filled filled, CardContext context) =>
        role is null
            ? RecordForm.Draw(
                PeopleWords.Name(roster, person),
                filled,
                "Deputies: for which role?",
                "Page 1 of 2.",
                Held(person, filled, context),
                PeopleCards.Of(context, "Continue", Verbs.RoleDeputies, person, (Verbs.Do, "next")).Main(),
                PeopleCards.Of(context, "Back to this person", Verbs.Person, person)
            )
            : Form(
                roster,
                person,
                filled,
                context,
                "Deputies",
                $"{PeopleWords.Of(role.Role)}. They stand in, in this order, when whoever is before them is away or has not answered.",
                StandInFields(roster, person, role, filled, context),
                "Why?",
                "Record these deputies",
                Verbs.RoleDeputies,
                ("role", role.Role.ToString())
            );

    /// <summary>They leave. What still names them is listed.</summary>
    /// <param name="named">Where they are still named, each with the button that leads there; null for none.</param>
    public static AdaptiveCard Leave(
        Roster roster,
        RosterPerson person,
        IReadOnlyList<NamedPlace> named,
        Filled filled,
        CardContext context
    ) =>
        RecordForm.Draw(
            PeopleWords.Name(roster, person),
            filled,
            "They have left",
            "After their last day they cannot come in: their roles, deputyships and seats end, and what waits goes on with others.",
            [
                .. GroupForm.Date(
                    filled,
                    context,
                    "day",
                    "Their last day (optional)",
                    "Leave it empty, and they cannot come in from now on."
                ),
                .. GroupForm.Reason(filled, context, "Why?"),
                .. NamedPlaces.Of(named, context),
            ],
            PeopleCards.Of(context, "They have left", Verbs.PersonLeft, person, (Verbs.Do, "yes")).Main(),
            PeopleCards.Of(context, "Back to this person", Verbs.Person, person)
        );

    /// <summary>That they left is taken back.</summary>
    public static AdaptiveCard Return(Roster roster, RosterPerson person, Filled filled, CardContext context) =>
        Form(
            roster,
            person,
            filled,
            context,
            "Take back that they left",
            "They can come in again. What they held is not theirs again: give them each role anew.",
            [],
            "Why?",
            "Take it back",
            Verbs.PersonReturn
        );

    private static AdaptiveCard Form(
        Roster roster,
        RosterPerson person,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        string reason,
        string button,
        string verb,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) =>
        RecordForm.Draw(
            PeopleWords.Name(roster, person),
            filled,
            title,
            explained,
            [.. fields, .. GroupForm.Reason(filled, context, reason)],
            PeopleCards.Of(context, button, verb, person, [(Verbs.Do, "yes"), .. keys]).Main(),
            PeopleCards.Of(context, "Back to this person", Verbs.Person, person)
        );

    private static IEnumerable<Element> Details(Roster roster, RosterPerson? person, Filled filled, CardContext context) =>
        [
            .. GroupForm.Line(
                filled,
                context,
                "who",
                "Their role and agency",
                "As others read it on cards. No private details.",
                person?.Display ?? ""
            ),
            .. GroupForm.Choose(
                filled,
                context,
                "agency",
                "Their agency",
                roster
                    .Agencies.OrderBy(one => one.Value, StringComparer.OrdinalIgnoreCase)
                    .Select(one => new InputChoice(one.Value, one.Key)),
                person?.AgencyId ?? ""
            ),
            .. GroupForm.Line(
                filled,
                context,
                "email",
                "Their email address (optional)",
                "Letters and invitations go there.",
                person?.Email ?? ""
            ),
            .. GroupForm.Text(
                filled,
                context,
                "accounts",
                "Their accounts (optional)",
                "One to a line: tenant id, a slash, object id, as Entra shows them.",
                string.Join('\n', person?.Accounts.Select(account => account.ToString()) ?? [])
            ),
        ];

    private static IEnumerable<Element> Held(RosterPerson person, Filled filled, CardContext context)
    {
        var held = person
            .Roles.Where(one => !(one.To < context.Today))
            .Select(one => one.Role)
            .Distinct()
            .Select(role => new InputChoice(PeopleWords.Of(role), role.ToString()))
            .ToList();
        return GroupForm.Choose(filled, context, "role", "Which role?", held, held is [var only] ? only.Value : "");
    }
}
