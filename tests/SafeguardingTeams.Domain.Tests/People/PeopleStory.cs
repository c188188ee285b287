using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.People;

/// <summary>A small partnership whose people change, day by day, without storage.</summary>
internal sealed class PeopleStory
{
    internal static readonly DateOnly Monday = new(2026, 11, 2);

    private const string Council = "c0000000-0000-4000-8000-000000000001";
    private const string Police = "c0000000-0000-4000-8000-000000000002";
    private const string Nhs = "c0000000-0000-4000-8000-000000000003";

    internal static readonly Roster Configured = new(
        [
            Somebody("mash", "council", Role.MashOfficer),
            Somebody("ops-a", "council", Role.Operations),
            Somebody("ops-b", "council", Role.Operations),
            Somebody("chair", "council", Role.Chair, "vice"),
            Somebody("vice", "nhs", null),
            Somebody("lead-council", "council", Role.LeadLocalAuthority),
            Somebody("lead-police", "police", Role.LeadPolice, "police-2"),
            Somebody("police-2", "police", null),
            Somebody("lead-nhs", "nhs", Role.LeadHealth),
            Somebody("scrutineer", "council", Role.Scrutineer),
            Somebody("notifier", "council", Role.AuthorityNotifier),
            Somebody("spare", "council", null),
        ],
        new Dictionary<string, string>
        {
            ["council"] = "The council",
            ["police"] = "The police",
            ["nhs"] = "The NHS",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
        new Dictionary<string, ImmutableList<string>>
        {
            [Council] = ["council"],
            [Police] = ["police"],
            [Nhs] = ["nhs"],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal)
    );

    internal GroupFile Group { get; private set; } = new() { Stage = GroupStage.Open };

    internal DateOnly Today { get; set; } = Monday;

    internal Roster Roster => Configured.With(Group.People.Values);

    internal static PersonAccount Account(string id) =>
        new(
            id.Contains("police", StringComparison.Ordinal) ? Police
                : id is "vice" or "lead-nhs" ? Nhs
                : Council,
            $"a0000000-0000-4000-8000-{Math.Abs(id.Sum(c => (c * 7919L) + id.Length)):D12}"
        );

    internal Actor Actor(string id) =>
        Roster.Find(id) is { } person
            ? CaseStory.Person(id, [.. person.On(Today).Select(held => held.Role), Role.Practitioner])
            : CaseStory.Person(id, Role.Practitioner);

    internal DecisionContext Context(Actor actor) =>
        new CaseStory { Now = new(Today, new(10, 0), TimeSpan.Zero) }.Context(actor) with
        {
            Today = Today,
            People = [.. Roster.People.Where(person => !person.HasLeft(Today)).Select(person => Actor(person.Id))],
            Configured = Configured,
        };

    internal Decision When(GroupCommand command, string by)
    {
        var context = Context(Actor(by));
        var decision = command.DecideFor(Group, [], context);
        if (decision is Decision.Accepted accepted)
        {
            foreach (var change in accepted.Changes)
            {
                Group = Replay.Next(
                    Group,
                    new(RecordRef.Group, Group.Version + 1, context.At, new(by, by, "", "", []), $"c{Group.Version}", change.Event)
                );
            }
        }

        return decision;
    }

    internal string Code(GroupCommand command, string by) =>
        Assert.IsType<Decision.Refused>(command.DecideFor(Group, [], Context(Actor(by)))).Reasons[0].Code;

    internal void Given(GroupCommand command, string by) => Assert.IsType<Decision.Accepted>(When(command, by));

    internal static ChangePeople Give(string id, Role role, DateOnly? day = null) =>
        new(new(PersonChangeKind.GiveRole, id) { Role = role, Day = day ?? Monday }, "x");

    internal static ChangePeople End(string id, Role role, DateOnly? day = null) =>
        new(new(PersonChangeKind.EndRole, id) { Role = role, Day = day ?? Monday }, "x");

    internal static ChangePeople HandOver(string id, Role role, string to, DateOnly? day = null) =>
        new(
            new(PersonChangeKind.HandOver, id)
            {
                Role = role,
                ToPersonId = to,
                Day = day ?? Monday,
            },
            "x"
        );

    internal static ChangePeople Deputies(string id, Role role, params ImmutableList<string> deputies) =>
        new(new(PersonChangeKind.Deputies, id) { Role = role, Deputies = deputies }, "x");

    internal static ChangePeople Leave(string id, DateOnly? day = null) =>
        new(new(PersonChangeKind.Leave, id) { Day = day ?? Monday }, "x");

    internal static ChangePeople Return(string id) => new(new(PersonChangeKind.Return, id), "x");

    internal static ChangePeople Accounts(string id, params ImmutableList<PersonAccount> accounts) =>
        new(new(PersonChangeKind.Details, id) { Accounts = accounts }, "x");

    private static RosterPerson Somebody(string id, string agency, Role? role, params ImmutableList<string> deputies) =>
        new(
            id,
            id,
            agency,
            $"{id}@people.example",
            [Account(id)],
            role is { } one ? [new(one, new(2026, 1, 1), null, deputies)] : [],
            null
        );
}
