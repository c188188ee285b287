using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The people of the partnership and what they hold (PD17): read by who changes or confirms it, changed by operations.</summary>
internal sealed class PeopleHandlers(GroupRecord record, IRows rows, IPeople people, StillNamed named, ReadAudit audit) : ICardHandlers
{
    /// <summary>How the end of a choice of nobody is written.</summary>
    private const string Nobody = "nobody";

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.People, ListAsync),
            new(Verbs.Person, OpenAsync),
            new(Verbs.PersonAdd, AddAsync),
            Of(Verbs.PersonDetails, PeopleForms.Change, Details, _ => null),
            Of(Verbs.RoleGive, PeopleForms.Give, (p, id) => Dated(PersonChangeKind.GiveRole, p, id), NoRole),
            Of(Verbs.RoleEnd, PeopleForms.End, (p, id) => Dated(PersonChangeKind.EndRole, p, id), NoRole),
            Of(
                Verbs.RoleHandOver,
                PeopleForms.HandOver,
                (p, id) => Dated(PersonChangeKind.HandOver, p, id) with { ToPersonId = p.Input("to") },
                NoRole
            ),
            new(Verbs.RoleDeputies, DeputiesAsync),
            new(Verbs.PersonLeft, LeaveAsync),
            Of(Verbs.PersonReturn, PeopleForms.Return, (_, id) => new(PersonChangeKind.Return, id), _ => null),
        ];

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!PeopleCards.May(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        var find = invocation.Does || invocation.Has("find") ? invocation.Input("find") : invocation.Key("find");
        return PeopleCards.List(people.Roster, await GroupAsync(cancellationToken), find.Trim(), invocation.Page, null, invocation.Context);
    }

    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!PeopleCards.May(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        var group = await GroupAsync(cancellationToken);
        await audit.RecordAsync(invocation.Reader, group, cancellationToken);
        return Draw(group, Whose(invocation), null, invocation);
    }

    private async Task<AdaptiveCard> AddAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.Allows(Step.KeepPeople, await GroupAsync(cancellationToken), invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        if (!invocation.Does)
        {
            return PeopleForms.Add(people.Roster, Filled.Nothing, invocation.Context);
        }

        var change = new PersonChange(PersonChangeKind.Add, "")
        {
            Display = invocation.Input("who").Trim(),
            AgencyId = invocation.Input("agency"),
            Email = invocation.Address("email"),
            Accounts = Accounts(invocation),
        };
        var outcome = await RunAsync(change, invocation, cancellationToken);
        return outcome is Outcome.Done { Record: GroupFile group }
            ? Draw(group, Added(group, change), new(NoticeKind.Done, "They are added. Give them a role."), invocation)
            : PeopleForms.Add(people.Roster, invocation.Filled(((Outcome.Refused)outcome).Reasons), invocation.Context);
    }

    private RosterPerson? Added(GroupFile group, PersonChange change) =>
        group
            .History.Select(recorded => recorded.Event)
            .OfType<PeopleChanged>()
            .Where(one => one.Change.IsSame(change))
            .Select(one => people.Roster.Find(one.People[0].Id))
            .LastOrDefault();

    /// <summary>A form about one person, and what it asks for.</summary>
    /// <param name="wrong">What cannot be read; null where all can.</param>
    private CardHandler Of(
        string verb,
        Func<Roster, RosterPerson, Filled, Presentation.Cards.CardContext, AdaptiveCard> draw,
        Func<CardInvocation, string, PersonChange> change,
        Func<CardInvocation, Refusal?> wrong
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            if (await KeptAsync(invocation, cancellationToken) is not { } person)
            {
                return NotTheirs(invocation);
            }

            AdaptiveCard Form(Filled filled) => draw(people.Roster, person, filled, invocation.Context);
            return !invocation.Does ? Form(Filled.Nothing)
                : invocation.Done == Finding.Do ? Form(invocation.Filled())
                : wrong(invocation) is { } refusal ? Form(invocation.Filled(refusal))
                : await SaidAsync(change(invocation, person.Id), person, Form, invocation, cancellationToken);
        });

    private async Task<AdaptiveCard> DeputiesAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await KeptAsync(invocation, cancellationToken) is not { } person)
        {
            return NotTheirs(invocation);
        }

        var today = invocation.Context.Today;
        var held = person.Roles.Where(one => !(one.To < today)).Select(one => one.Role).Distinct().ToList();
        var role = invocation.KeyOf<Role>("role") ?? invocation.Choice<Role>("role") ?? (held is [var only] ? only : null);
        var entry = role is { } of ? person.Entry(of, today) : null;
        AdaptiveCard Form(Filled filled) => PeopleForms.StandIn(people.Roster, person, entry, filled, invocation.Context);
        if (entry is null || invocation.Done != "yes")
        {
            return Form(
                invocation.Done == "next" && entry is null ? invocation.Filled(Wish.NoChoice("role", "Choose a role."))
                : invocation.Done == Finding.Do ? invocation.Filled()
                : Filled.Nothing
            );
        }

        var change = new PersonChange(PersonChangeKind.Deputies, person.Id)
        {
            Role = entry.Role,
            Deputies =
            [
                .. Enumerable
                    .Range(1, PeopleForms.Deputies)
                    .Select(place => invocation.Input(PeopleForms.Deputy(place)))
                    .Where(id => id.Length > 0 && id != Nobody),
                // Those beyond what the form asks for stay, last.
                .. entry.Deputies.Skip(PeopleForms.Deputies),
            ],
        };
        return await SaidAsync(change, person, Form, invocation, cancellationToken);
    }

    private async Task<AdaptiveCard> LeaveAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await KeptAsync(invocation, cancellationToken) is not { } person)
        {
            return NotTheirs(invocation);
        }

        var places = await named.OfAsync(person.Id, invocation.Actor, cancellationToken);
        AdaptiveCard Form(Filled filled) => PeopleForms.Leave(people.Roster, person, places, filled, invocation.Context);
        if (!invocation.Does)
        {
            return Form(Filled.Nothing);
        }

        if (invocation.Input("day").Length > 0 && invocation.Day("day") is null)
        {
            return Form(invocation.Filled(Wish.NoDay("day")));
        }

        var change = new PersonChange(PersonChangeKind.Leave, person.Id)
        {
            Day = invocation.Day("day") ?? invocation.Context.Today.AddDays(-1),
        };
        return await SaidAsync(change, person, Form, invocation, cancellationToken);
    }

    /// <summary>What came of it: done, waiting for a second person, or what is wrong.</summary>
    private async Task<AdaptiveCard> SaidAsync(
        PersonChange change,
        RosterPerson person,
        Func<Filled, AdaptiveCard> form,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        var outcome = await RunAsync(change, invocation, cancellationToken);
        if (outcome is not Outcome.Done { Record: GroupFile group })
        {
            return form(invocation.Filled(((Outcome.Refused)outcome).Reasons));
        }

        var waits = group.Proposals.FindLast(one => one.Answer is null && one.Change.IsSame(change));
        return Draw(
            group,
            people.Roster.Find(person.Id),
            waits is null
                ? new(NoticeKind.Done, "It is recorded, and holds.")
                : new(NoticeKind.Done, "It waits for a second person. Until they confirm it, nothing changes."),
            invocation
        );
    }

    private Task<Outcome> RunAsync(PersonChange change, CardInvocation invocation, CancellationToken cancellationToken) =>
        record.RunAsync(new ChangePeople(change, invocation.Input("reason")), invocation.CommandId, invocation.Actor, cancellationToken);

    private PersonChange Details(CardInvocation invocation, string personId)
    {
        var person = people.Roster.Find(personId)!;
        var (who, agency, email, accounts) = (
            invocation.Input("who").Trim(),
            invocation.Input("agency"),
            invocation.Address("email"),
            Accounts(invocation)
        );
        return new(PersonChangeKind.Details, personId)
        {
            Display = who == person.Display ? null : who,
            AgencyId = agency == person.AgencyId ? null : agency,
            Email = email == person.Email ? null : email,
            Accounts = accounts.SequenceEqual(person.Accounts) ? null : accounts,
        };
    }

    private static PersonChange Dated(PersonChangeKind kind, CardInvocation invocation, string personId) =>
        new(kind, personId) { Role = invocation.Choice<Role>("role"), Day = invocation.Day("day") };

    private static Refusal? NoRole(CardInvocation invocation) =>
        invocation.Choice<Role>("role") is null ? Wish.NoChoice("role", "Choose a role.")
        : invocation.Day("day") is null ? Wish.NoDay("day")
        : null;

    /// <summary>One account to a line; whatever is none is refused by the rules.</summary>
    private static ImmutableList<PersonAccount> Accounts(CardInvocation invocation) =>
        [
            .. invocation
                .Input("accounts")
                .Split(['\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.ToLowerInvariant().Split('/', 2, StringSplitOptions.TrimEntries))
                .Select(parts => new PersonAccount(parts[0], parts.ElementAtOrDefault(1) ?? "")),
        ];

    /// <summary>The person a card names, where the viewer changes people; null else.</summary>
    private async Task<RosterPerson?> KeptAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        GroupPermissions.Allows(Step.KeepPeople, await GroupAsync(cancellationToken), invocation.Actor) ? Whose(invocation) : null;

    private RosterPerson? Whose(CardInvocation invocation) =>
        people.Roster.Find(invocation.Key("person") is { Length: > 0 } named ? named : invocation.Input("which"));

    private AdaptiveCard Draw(GroupFile group, RosterPerson? person, Notice? notice, CardInvocation invocation) =>
        person is null
            ? PeopleCards.List(people.Roster, group, "", 0, new(NoticeKind.Problem, "Choose a person."), invocation.Context)
            : PeopleCards.Person(people.Roster, group, person, notice, invocation.Context);

    /// <summary>The group's record with its history and what waits, which no index row holds.</summary>
    private async Task<GroupFile> GroupAsync(CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        return (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
    }

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
