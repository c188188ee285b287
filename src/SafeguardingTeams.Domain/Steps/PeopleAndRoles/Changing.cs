using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>What a change makes of the people there are. A day that has passed while it was waited for a second person is today.</summary>
internal static class Changing
{
    /// <summary>Those who are changed, as they are after it; else why it cannot be.</summary>
    internal static (ImmutableList<RosterPerson> Changed, Refusal? Wrong) Apply(PersonChange change, Roster roster, DateOnly today)
    {
        if (change.Kind == PersonChangeKind.Add)
        {
            return ([Added(change, roster)], null);
        }

        if (roster.Find(change.PersonId) is not { } person)
        {
            return ([], Refusal.Overtaken);
        }

        if (change.Kind == PersonChangeKind.Leave && person.LastDay == Later(change.Day, today.AddDays(-1)))
        {
            return ([], new("nothing-changed", "This is on the record already."));
        }

        if (person.LastDay is not null != (change.Kind == PersonChangeKind.Return))
        {
            return (
                [],
                person.LastDay is null
                    ? new("nothing-changed", "They have not left.")
                    : new("left", "They have left, or their last day is recorded. Take that back first.")
            );
        }

        return change.Kind switch
        {
            PersonChangeKind.Add => ([], Refusal.Overtaken),
            PersonChangeKind.Details => Only(person, Detailed(person, change)),
            PersonChangeKind.GiveRole => Only(person, Given(person, change, today)),
            PersonChangeKind.EndRole => Ended(person, change, today),
            PersonChangeKind.HandOver => HandedOver(person, change, roster, today),
            PersonChangeKind.Deputies => Deputised(person, change, today),
            PersonChangeKind.Leave => Only(person, Left(person, Later(change.Day, today.AddDays(-1)))),
            PersonChangeKind.Return => Only(person, person with { LastDay = null }),
        };
    }

    private static (ImmutableList<RosterPerson>, Refusal?) Only(RosterPerson before, RosterPerson after) =>
        before.IsSame(after) ? ([], new("nothing-changed", "This is on the record already.")) : ([after], null);

    private static RosterPerson Added(PersonChange change, Roster roster)
    {
        var number = 1;
        while (roster.Find($"person-{number}") is not null)
        {
            number++;
        }

        return new($"person-{number}", change.Display ?? "", change.AgencyId ?? "", change.Email ?? "", change.Accounts ?? [], [], null);
    }

    private static RosterPerson Detailed(RosterPerson person, PersonChange change) =>
        person with
        {
            Display = change.Display ?? person.Display,
            AgencyId = change.AgencyId ?? person.AgencyId,
            Email = change.Email ?? person.Email,
            Accounts = change.Accounts is { } accounts && !accounts.SequenceEqual(person.Accounts) ? accounts : person.Accounts,
        };

    private static RosterPerson Given(RosterPerson person, PersonChange change, DateOnly today) =>
        person with
        {
            Roles = person.Roles.Add(new(change.Role!.Value, Later(change.Day, today), null, change.Deputies ?? [])),
        };

    private static (ImmutableList<RosterPerson>, Refusal?) Ended(RosterPerson person, PersonChange change, DateOnly today) =>
        person.Entry(change.Role!.Value, today) is { } held
            ? Only(person, Until(person, held, Later(change.Day, today.AddDays(-1))))
            : ([], new("overtaken", "They do not hold this role any more. Nothing has been changed."));

    private static (ImmutableList<RosterPerson>, Refusal?) HandedOver(
        RosterPerson person,
        PersonChange change,
        Roster roster,
        DateOnly today
    )
    {
        var day = Later(change.Day, today);
        return person.Entry(change.Role!.Value, today) is not { } held
                ? ([], new("overtaken", "They do not hold this role any more. Nothing has been changed."))
            : roster.Find(change.ToPersonId ?? "") is not { } to || to.Id == person.Id
                ? ([], new("answer-needed", "Choose who takes the role over.", "to"))
            : to.LastDay is not null ? ([], new("left", "They have left. Choose somebody else.", "to"))
            : held.To < day ? ([], new("order", "They hold the role only until an earlier day. Enter that day or an earlier one.", "day"))
            : (
                [
                    Until(person, held, day.AddDays(-1)),
                    to with
                    {
                        Roles = to.Roles.Add(new(held.Role, day, held.To, held.Deputies.Remove(to.Id))),
                    },
                ],
                null
            );
    }

    private static (ImmutableList<RosterPerson>, Refusal?) Deputised(RosterPerson person, PersonChange change, DateOnly today) =>
        person.Entry(change.Role!.Value, today) is { } held
            ? Only(person, person with { Roles = person.Roles.Replace(held, held with { Deputies = change.Deputies ?? [] }) })
            : ([], new("overtaken", "They do not hold this role any more. Nothing has been changed."));

    /// <summary>A role up to a day; one that would have begun after it is gone.</summary>
    private static RosterPerson Until(RosterPerson person, HeldRole held, DateOnly day) =>
        person with
        {
            Roles = day < held.From ? person.Roles.Remove(held) : person.Roles.Replace(held, held with { To = day }),
        };

    private static RosterPerson Left(RosterPerson person, DateOnly day) =>
        person with
        {
            LastDay = day,
            Roles = [.. person.Roles.Where(held => held.From <= day).Select(held => held.To < day ? held : held with { To = day })],
        };

    private static DateOnly Later(DateOnly? day, DateOnly least) => day is { } given && given > least ? given : least;
}
