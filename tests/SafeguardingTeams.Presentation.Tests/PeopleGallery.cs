using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.AccessReview;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>People and roles, what waits for a second person, and the quarterly review of who can get in.</summary>
internal static partial class Gallery
{
    private const string CouncilTenant = "3816b369-0aa0-4a69-a3ee-0c9c2e76df47";

    private static readonly Roster Everybody = new(
        [
            InPost("chair", "Chair of the Learning from Practice Group", "council", Role.Chair, "vice-chair"),
            InPost("operations-officer", "Partnership operations officer", "council", Role.Operations, "operations-manager"),
            InPost("operations-manager", "Partnership operations manager", "council", Role.Operations, "operations-officer"),
            InPost("vice-chair", "Vice-chair of the Learning from Practice Group", "icb", null),
            InPost("designated-nurse", "Designated nurse, Integrated Care Board", "icb", Role.GroupMember),
            InPost("lead-police", "Lead representative, police", "police", Role.LeadPolice, "lead-police-deputy", "inspector-police"),
            InPost("lead-police-deputy", "Deputy lead representative, police", "police", null),
            InPost("inspector-police", "Detective inspector, police", "police", Role.GroupMember),
            InPost("records-police", "Records manager, police", "police", null) with
            {
                LastDay = new(2026, 10, 30),
                Roles = [],
            },
        ],
        new Dictionary<string, string>
        {
            ["council"] = "Royal Borough of Greenwich, Children's Services",
            ["icb"] = "South East London Integrated Care Board",
            ["police"] = "Metropolitan Police Service",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        ImmutableSortedDictionary<string, ImmutableList<string>>.Empty
    );

    private static readonly PersonChange Succession = new(PersonChangeKind.HandOver, "chair")
    {
        Role = Role.Chair,
        ToPersonId = "vice-chair",
        Day = new(2026, 12, 1),
    };

    private static readonly PeopleChangeProposed Proposed = new(
        1,
        Succession,
        "The Chair retires at the end of November; agreed by the Executive Partnership on 21 October.",
        [Role.Operations, Role.Chair],
        ["operations-manager", "chair"]
    );

    private static RosterPerson InPost(string id, string display, string agency, Role? role, params ImmutableList<string> deputies) =>
        new(
            id,
            display,
            agency,
            $"{id}@people.example",
            [new(CouncilTenant, $"9c9608f3-3c73-4009-a8ba-{id.Length:D12}")],
            role is { } one ? [new(one, new(2026, 1, 1), null, deputies)] : [],
            null
        );

    private static GroupFile AfterPeople(params IEnumerable<GroupEvent> events) =>
        events.Aggregate(NewGroup, (group, happened) =>
            Replay.Next(
                group,
                new(
                    RecordRef.Group,
                    group.Version + 1,
                    new(2026, 10, 26, 9, 30, 0, TimeSpan.Zero),
                    new("operations-officer", "Partnership operations officer", "", "", [Role.Operations]),
                    "c",
                    happened
                )
            )
        );

    private static AccessReviewBegun Begun(DateOnly quarter) =>
        new(
            quarter,
            Deadlines.Pin(Timescales.AccessReview, quarter, new(quarter, new(8, 0), TimeSpan.Zero), BankHolidays.Calendar, CaseStory.Office)
        );

    private static IEnumerable<(string Name, CardKind Kind, GroupFile Group, Topic About)> PeopleMessages()
    {
        yield return ("waits", CardKind.PeopleChangeToConfirm, AfterPeople(Proposed), Topic.PeopleChange(1));
        yield return ("somebody", CardKind.Unreached, NewGroup, Topic.Unreached("mash-officer", new(2026, 11, 2)));
        foreach (
            var (name, end) in new (string, GroupEvent)[]
            {
                ("confirmed", new PeopleChanged([], Succession, "x", 1)),
                ("declined", new PeopleChangeDeclined(1, "Not agreed.")),
                ("taken-back", new PeopleChangeTakenBack(1)),
            }
        )
        {
            yield return (name, CardKind.PeopleChangeToConfirm, AfterPeople(Proposed, end), Topic.PeopleChange(1));
        }

        var id = Timescales.AccessReview.Id;
        foreach (var (kind, at) in new[] { (ChaseKind.DayBefore, 0), (ChaseKind.Late, 2) })
        {
            yield return (
                $"access-{kind}",
                CardKind.Reminder,
                AfterPeople(Begun(new(2026, 10, 1)), new GroupReminded(id, at, 0, kind, [new(Role.Operations)])),
                Topic.Reminder(id, 2)
            );
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> People()
    {
        var operations = Context(CaseStory.Somebody(Role.Operations));
        var chair = Context(CaseStory.Somebody(Role.Chair));
        var officer = Context(CaseStory.Person("operations-officer", Role.Operations));
        var waits = AfterPeople(Proposed);
        RosterPerson One(string id) => Everybody.Find(id)!;
        var wrong = new Filled(
            new Dictionary<string, string>(),
            [
                new Refusal("answer-needed", "Choose a role.", "role"),
                new Refusal("reason-needed", "Say why, without the name of a child.", "reason"),
            ]
        );
        yield return ("people-list", PeopleCards.List(Everybody, NewGroup, "", 0, null, operations));
        yield return ("people-list-waits", PeopleCards.List(Everybody, waits, "", 1, null, operations));
        yield return ("people-list-found", PeopleCards.List(Everybody, NewGroup, "police lead", 0, null, chair));
        yield return ("people-list-nobody", PeopleCards.List(Everybody, NewGroup, "nobody", 0, null, operations));
        yield return (
            "people-person",
            PeopleCards.Person(Everybody, waits, One("chair"), new(NoticeKind.Done, "It waits for a second person."), operations)
        );
        yield return (
            "people-person-changed",
            PeopleCards.Person(
                Everybody,
                AfterPeople(
                    new PeopleChanged(
                        [One("lead-police")],
                        new(PersonChangeKind.GiveRole, "lead-police") { Role = Role.LeadPolice, Day = new(2026, 1, 1) },
                        "New in post.",
                        null
                    )
                ),
                One("lead-police"),
                null,
                chair
            )
        );
        yield return ("people-person-left", PeopleCards.Person(Everybody, NewGroup, One("records-police"), null, operations));
        yield return ("people-form-add", PeopleForms.Add(Everybody, Filled.Nothing, operations));
        yield return ("people-form-details", PeopleForms.Change(Everybody, One("chair"), Filled.Nothing, operations));
        yield return ("people-form-role-wrong", PeopleForms.Give(Everybody, One("vice-chair"), wrong, operations));
        yield return ("people-form-end", PeopleForms.End(Everybody, One("operations-officer"), Filled.Nothing, operations));
        yield return ("people-form-hand-over", PeopleForms.HandOver(Everybody, One("chair"), Filled.Nothing, operations));
        yield return ("people-form-deputies-which", PeopleForms.StandIn(Everybody, One("chair"), null, wrong, operations));
        yield return (
            "people-form-deputies",
            PeopleForms.StandIn(Everybody, One("lead-police"), One("lead-police").Roles[0], Filled.Nothing, operations)
        );
        yield return (
            "people-form-leave",
            PeopleForms.Leave(
                Everybody,
                One("inspector-police"),
                [
                    new(RecordRef.Parse("GSCP-2222-3333"), "Agency representative"),
                    new(RecordRef.Parse("GSCP-AC-2222-3333"), "Owner of an action"),
                ],
                Filled.Nothing,
                operations
            )
        );
        yield return ("people-form-return", PeopleForms.Return(Everybody, One("records-police"), Filled.Nothing, operations));
        var proposal = waits.Proposal(1)!;
        yield return ("people-waiting", ProposalCards.Waiting(Everybody, AfterPeople(Proposed, Begun(new(2026, 10, 1))), null, operations));
        yield return ("people-waiting-nothing", ProposalCards.Waiting(Everybody, NewGroup, null, chair));
        yield return ("people-change", ProposalCards.Draw(Everybody, proposal, true, null, chair));
        yield return ("people-change-mine", ProposalCards.Draw(Everybody, proposal, false, null, officer));
        yield return (
            "people-change-accounts",
            ProposalCards.Draw(
                Everybody,
                proposal with
                {
                    Change = new(PersonChangeKind.Details, "chair")
                    {
                        Accounts = [.. One("chair").Accounts, new(CouncilTenant, "0b0e5d3f-0000-4000-8000-000000000001")],
                    },
                },
                true,
                null,
                operations
            )
        );
        yield return (
            "people-change-declined",
            ProposalCards.Draw(
                Everybody,
                AfterPeople(Proposed, new PeopleChangeDeclined(1, "The Executive has not agreed.")).Proposal(1)!,
                false,
                null,
                chair
            )
        );
        yield return ("people-form-decline", ProposalCards.Decline(Everybody, proposal, Filled.Nothing, chair));
        AccessLine[] list =
        [
            .. Everybody
                .People.Where(person => person.LastDay is null)
                .Select(person => new AccessLine(
                    AccessLists.Person(person.Id),
                    person.Display,
                    Everybody.Agencies[person.AgencyId],
                    [.. person.Roles.Select(held => PeopleWords.Of(held.Role)).DefaultIfEmpty("Deputy: Chair")],
                    person.Id
                )),
            new(
                "guest:p-1",
                "Independent reviewer",
                "An organisation",
                ["Comes in as a guest", "Appointed to a review, GSCP-R-2222-3333"],
                ""
            ),
        ];
        var open = AfterPeople(Begun(new(2026, 10, 1)), new AccessConfirmed(["person:chair", "person:vice-chair"]));
        yield return (
            "people-access",
            AccessReviewCards.Draw(Everybody, open, list, ["Records manager, police"], 0, Filled.Nothing, null, operations)
        );
        yield return (
            "people-access-late-wrong",
            AccessReviewCards.Draw(
                Everybody,
                AfterPeople(Begun(new(2026, 7, 1))),
                list,
                [],
                1,
                new(
                    new Dictionary<string, string>(),
                    [new Refusal("answer-needed", "Choose those that are still right, or open who is not.", "right")]
                ),
                null,
                operations
            )
        );
        yield return (
            "people-access-all",
            AccessReviewCards.Draw(
                Everybody,
                AfterPeople(Begun(new(2026, 10, 1)), new AccessConfirmed([.. list.Select(line => line.Key)])),
                list,
                [],
                0,
                Filled.Nothing,
                new(NoticeKind.Done, "It is recorded."),
                operations
            )
        );
        yield return (
            "people-access-none",
            AccessReviewCards.Draw(
                Everybody,
                AfterPeople(
                    Begun(new(2026, 10, 1)),
                    new AccessConfirmed([.. list.Select(line => line.Key)]),
                    new AccessReviewFinished(9, 1)
                ),
                list,
                [],
                0,
                Filled.Nothing,
                null,
                operations
            )
        );
    }
}
