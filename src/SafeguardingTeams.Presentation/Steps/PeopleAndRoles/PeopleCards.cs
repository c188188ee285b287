using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <summary>The people of the partnership and what they hold (PD17): all of them, one of them, what waits for a second person.</summary>
public static partial class PeopleCards
{
    private const int OnPage = 8;
    private const int ChangesShown = 5;
    private const string Above = "People and roles";

    /// <summary>Whether somebody sees them: who changes them, and who confirms.</summary>
    public static bool May(Actor viewer) =>
        GroupPermissions.IsTheirs(Step.KeepPeople, viewer) || GroupPermissions.IsTheirs(Step.ConfirmPeopleChange, viewer);

    /// <summary>All of them by agency, or those that fit what was typed.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard List(Roster roster, GroupFile group, string find, int page, Notice? notice, CardContext context)
    {
        var found = Found(roster, find, context.Today);
        page = Math.Clamp(page, 0, Math.Max(0, (found.Count - 1) / OnPage));
        var shown = found.GetRange(page * OnPage, Math.Min(OnPage, found.Count - (page * OnPage)));
        var here = roster.People.Count(person => !person.HasLeft(context.Today));
        var waits = group.Proposals.Count(one => one.Answer is null);
        var keeps = GroupPermissions.Allows(Step.KeepPeople, group, context.Viewer);
        return Card([
            Top(notice),
            Text(Small(Above)),
            Heading(
                find.Length > 0 ? $"Found: {Written.Count(found.Count, "person", "people")}" : Written.Count(here, "person", "people")
            ) with
            {
                Spacing = "none",
            },
            waits > 0
                ? Text([Bold(Written.Count(waits, "change waits", "changes wait")), Plain(" for a second person.")]) with
                {
                    Spacing = "small",
                }
                : null,
            new InputText(InputIds.For("find", context.CardInvocation), "Find by role, agency or person (optional)")
            {
                Value = find,
                MaxLength = 100,
            },
            Buttons(
                Button(context, "Find", Verbs.People, (Verbs.Do, "yes")),
                waits > 0 ? Button(context, "What waits", Verbs.PeopleWaiting) : null,
                keeps ? Button(context, "Add a person", Verbs.PersonAdd) : null,
                GroupPermissions.IsTheirs(Step.ReviewAccess, context.Viewer)
                    ? Button(context, "Who can get in", Verbs.AccessReview).BehindMore()
                    : null,
                Button(context, "Back to the group", Verbs.Group).BehindMore()
            ),
            .. shown.Count == 0
                ? [Say("Nobody fits. Try a part of the role or agency.")]
                : shown
                    .GroupBy(person => PeopleWords.Agency(roster, person.AgencyId), StringComparer.Ordinal)
                    .SelectMany(agency =>
                        agency
                            .Select(Element (person) => Line(person, context))
                            .Prepend(Subheading(Inputs.Cut(agency.Key, OnPage * 10)) with { Spacing = "large" })
                    ),
            .. shown.Count == 0 ? NoElement : Open(roster, shown, context),
            Buttons(
                found.Count > (page + 1) * OnPage ? Turn("Next", page + 1) : null,
                page > 0 ? Turn("Previous", page - 1) : null,
                Button(context, "Home", Verbs.Home)
            ),
        ]);

        ActionExecute Turn(string title, int to) =>
            Button(context, title, Verbs.People, ("page", to.ToString(CultureInfo.InvariantCulture)), ("find", find));
    }

    /// <summary>One of them: what they hold since when, who stands in, how they come in, what was changed.</summary>
    public static AdaptiveCard Person(Roster roster, GroupFile group, RosterPerson person, Notice? notice, CardContext context)
    {
        var today = context.Today;
        var keeps = GroupPermissions.Allows(Step.KeepPeople, group, context.Viewer);
        var isHere = person.LastDay is null;
        var waiting = group.Proposals.FindAll(one =>
            one.Answer is null && (one.Change.PersonId == person.Id || one.Change.ToPersonId == person.Id)
        );
        var holds = person.Roles.Exists(held => !(held.To < today));
        return Card([
            Top(notice),
            Text(Small($"{Above}: {PeopleWords.Agency(roster, person.AgencyId)}")),
            Heading(person.HasLeft(today) ? "Has left" : $"Holds {Written.Count(person.On(today).Count(), "role", "roles")}") with
            {
                Spacing = "none",
            },
            Text(Bold(Inputs.Cut(person.Display, ChangePeople.LongestText))) with
            {
                Spacing = "small",
            },
            person.LastDay is { } last
                ? Text(
                    Bold(
                        last < today
                            ? $"Has left: last day {Written.ShortDay(last)}. They cannot come in."
                            : $"Leaves: last day {Written.ShortDay(last)}. They cannot come in after it."
                    )
                ) with
                {
                    Spacing = "small",
                }
                : null,
            .. waiting.Select(one => Waits(roster, one, context)),
            keeps && isHere
                ? Buttons(
                    Of(context, "Give a role", Verbs.RoleGive, person),
                    holds ? Of(context, "Hand over a role", Verbs.RoleHandOver, person) : null,
                    holds ? Of(context, "Deputies", Verbs.RoleDeputies, person).BehindMore() : null,
                    holds ? Of(context, "End a role", Verbs.RoleEnd, person).BehindMore() : null
                )
                : null,
            Buttons(
                keeps && isHere ? Of(context, "They have left", Verbs.PersonLeft, person) : null,
                keeps && !isHere ? Of(context, "Take back that they left", Verbs.PersonReturn, person) : null,
                Button(context, "Back to people and roles", Verbs.People),
                keeps && isHere ? Of(context, "Change details", Verbs.PersonDetails, person).BehindMore() : null
            ),
            Subheading("What they hold") with
            {
                Spacing = "large",
            },
            .. Holds(roster, group, person, today),
            Subheading("How they come in") with
            {
                Spacing = "large",
            },
            Fact("Email", person.Email.Length > 0 ? person.Email : "None"),
            Fact(
                "Accounts",
                person.Accounts.IsEmpty ? "None: they cannot come in" : string.Join("; ", person.Accounts.Select(PeopleWords.Short))
            ),
            Fact(
                "Kept",
                group.People.ContainsKey(person.Id) ? "On the group's record" : "In the partnership's file, until it is changed here"
            ),
            .. Changes(roster, group, person),
        ]);
    }

    private static IEnumerable<Element> Holds(Roster roster, GroupFile group, RosterPerson person, DateOnly today)
    {
        var lines = person
            .Roles.Where(held => !(held.To < today))
            .OrderBy(held => held.From > today)
            .ThenBy(held => held.Role)
            .Select(
                Element (held) =>
                    Lines.Line(
                        PeopleWords.Of(held.Role),
                        $"{Upper(PeopleWords.When(held, today))}. "
                            + (
                                held.Deputies.IsEmpty
                                    ? "No deputy."
                                    : $"Deputies in order: {string.Join("; ", held.Deputies.Select(id => PeopleWords.Name(roster, id)))}."
                            ),
                        held.From > today ? Bold("To come") : Plain("Holds")
                    )
            )
            .Concat(
                from holder in roster.People
                from held in holder.On(today)
                where held.Deputies.Contains(person.Id) && person.LastDay is null
                select (Element)
                    Lines.Line($"Deputy: {PeopleWords.Of(held.Role)}", $"For {PeopleWords.Name(roster, holder)}.", Plain("Stands in"))
            )
            .Concat(
                from seat in @group.Seats.Values
                where seat.On(today) is { } holder && holder.PersonId == person.Id
                select (Element)Lines.Line(Inputs.Cut(seat.Title, 100), "A seat of the group.", Plain("Seat"))
            )
            .ToList();
        return lines.Count > 0 ? lines : [Say("Nothing.")];
    }

    private static IEnumerable<Element> Changes(Roster roster, GroupFile group, RosterPerson person)
    {
        var changes = group
            .History.Where(recorded => recorded.Event is PeopleChanged changed && changed.People.Exists(one => one.Id == person.Id))
            .Reverse()
            .Take(ChangesShown)
            .ToList();
        return changes.Count == 0
            ? []
            :
            [
                Subheading("Changed last") with
                {
                    Spacing = "large",
                },
                .. changes.SelectMany(recorded =>
                    new[]
                    {
                        Text(Plain(PeopleWords.What(((PeopleChanged)recorded.Event).Change, roster))) with
                        {
                            Separator = true,
                        },
                        SmallLine($"{Written.Moment(recorded.At)}, {recorded.By.Display}. {((PeopleChanged)recorded.Event).Reason}"),
                    }
                ),
            ];
    }

    private static Container Waits(Roster roster, PeopleProposal proposal, CardContext context) =>
        new([
            Text(Bold("Waits for a second person")),
            Text(Plain($"{PeopleWords.What(proposal.Change, roster)}.")) with
            {
                Spacing = "small",
            },
            Buttons(Number(context, "Open", Verbs.PeopleChange, proposal)),
        ])
        {
            Style = "accent",
            Spacing = "medium",
        };

    private static ColumnSet Line(RosterPerson person, CardContext context)
    {
        var holds = person.On(context.Today).Select(held => PeopleWords.Of(held.Role)).Distinct().ToList();
        return Lines.LinkLine(
            Inputs.Cut(person.Display, 100),
            person.HasLeft(context.Today) ? "Has left."
                : holds.Count == 0 ? "Holds no role."
                : $"{string.Join("; ", holds)}.",
            "Open",
            Of(context, "Open", Verbs.Person, person)
        );
    }

    internal static IEnumerable<Element> Open(Roster roster, IReadOnlyList<RosterPerson> shown, CardContext context) =>
        [
            new InputChoiceSet(
                InputIds.For("which", context.CardInvocation),
                "Whom would you like to open?",
                [.. shown.Select(person => new InputChoice(PeopleWords.Name(roster, person), person.Id))]
            )
            {
                Value = shown[0].Id,
                MostExpanded = 0,
                Spacing = "large",
            },
            Buttons(Button(context, "Open this person", Verbs.Person).Main()),
        ];

    private static string Upper(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    internal static ActionExecute Of(
        CardContext context,
        string title,
        string verb,
        RosterPerson person,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) => Button(context, title, verb, [("person", person.Id), .. keys]);

    internal static ActionExecute Number(
        CardContext context,
        string title,
        string verb,
        PeopleProposal proposal,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) => Button(context, title, verb, [("number", proposal.Number.ToString(CultureInfo.InvariantCulture)), .. keys]);

    private static Element[] NoElement => [];
}
