using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Directory;

/// <summary>
/// Everybody as they would act on one day: the roles they hold, those of absent holders they are next for, and those they stand by for
/// (PD17). Each is worked out by who names them as a deputy, not by looking at everybody for everybody: there may be thousands.
/// </summary>
internal sealed class ActorsOnDay
{
    private readonly FrozenPeople _people;
    private readonly ILookup<string, (RosterPerson Holder, HeldRole Held)> _standingIn;
    private readonly HashSet<string> _away;
    private readonly Lazy<ImmutableList<Actor>> _actors;

    internal ActorsOnDay(Roster roster, GroupFile group, DateOnly today)
    {
        (Roster, Group, Today) = (roster, group, today);
        _people = new(roster);
        _away = [.. group.Absences.Where(absence => absence.From <= today && today <= absence.To).Select(absence => absence.PersonId)];
        _standingIn = roster
            .People.SelectMany(holder =>
                holder.On(today).SelectMany(held => held.Deputies.Distinct().Select(deputy => (deputy, Holder: holder, Held: held)))
            )
            .Where(one => one.deputy != one.Holder.Id)
            .ToLookup(one => one.deputy, one => (one.Holder, one.Held), StringComparer.Ordinal);
        _actors = new(() => [.. roster.People.Where(person => !person.HasLeft(today)).Select(person => As(person, ""))]);
    }

    internal Roster Roster { get; }

    internal GroupFile Group { get; }

    internal DateOnly Today { get; }

    /// <summary>All who are here, in the roster's order.</summary>
    internal ImmutableList<Actor> Actors => _actors.Value;

    /// <summary>One of them, with the account they came with.</summary>
    internal Actor As(RosterPerson person, string account)
    {
        var deputises = _standingIn[person.Id]
            .Select(one => new Deputising(
                one.Held.Role,
                [.. one.Held.Deputies.TakeWhile(id => id != person.Id).Prepend(one.Holder.Id).Where(IsThere)]
            ))
            .ToLookup(deputy => deputy.Ahead.IsEmpty);
        return new(
            person.Id,
            person.Display,
            person.AgencyId,
            Roster.Agencies.GetValueOrDefault(person.AgencyId, person.AgencyId),
            account,
            [.. person.On(Today).Select(held => held.Role), .. deputises[true].Select(deputy => deputy.Role), Role.Practitioner]
        )
        {
            Deputises = [.. deputises[false]],
            Email = person.Email,
            IsAway = _away.Contains(person.Id),
        };
    }

    private bool IsThere(string id) => !_away.Contains(id) && _people.Find(id)?.HasLeft(Today) != true;

    /// <summary>People by their ids.</summary>
    private sealed class FrozenPeople(Roster roster)
    {
        private readonly Dictionary<string, RosterPerson> _byId = roster
            .People.GroupBy(person => person.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

        internal RosterPerson? Find(string id) => _byId.GetValueOrDefault(id);
    }
}
