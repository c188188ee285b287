using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Seats;

namespace SafeguardingTeams.Domain.Steps.PeopleAndRoles;

/// <summary>A change held against everything that must be true of a partnership's people, on every day from now on.</summary>
/// <param name="After">The people after it; null where it may not be.</param>
/// <param name="Changed">Those who are changed.</param>
/// <param name="Wrong">Why it may not be.</param>
internal sealed record RosterChange(Roster? After, ImmutableList<RosterPerson> Changed, ImmutableList<Refusal> Wrong)
{
    internal static RosterChange Of(PersonChange change, Roster before, DateOnly today)
    {
        var (changed, cannot) = Changing.Apply(change, before, today);
        if (cannot is not null)
        {
            return new(null, [], [cannot]);
        }

        var after = before.With(changed);
        var known = RosterRules.Of(before, today).ToList();
        ImmutableList<Refusal> wrong =
        [
            .. RosterRules.Of(after, today).Where(fault => !known.Exists(fault.IsSame)).Select(RosterWords.Of),
            .. NobodyLeft(before, after, today),
        ];
        return wrong.IsEmpty ? new(after, changed, []) : new(null, [], [.. wrong.DistinctBy(one => one.Message)]);
    }

    /// <summary>The events of a change that may be: who leaves gives up the seats of the group too.</summary>
    internal static Decision Accept(
        GroupFile group,
        ImmutableList<RosterPerson> changed,
        PersonChange change,
        string reason,
        int? proposal
    ) =>
        Decision.Accept(
            group.Ref,
            [
                new PeopleChanged(changed, change, reason, proposal),
                .. change.Kind == PersonChangeKind.Leave ? changed.SelectMany(person => SeatsOf(group, person)) : [],
            ]
        );

    private static IEnumerable<GroupEvent> SeatsOf(GroupFile group, RosterPerson person) =>
        group
            .Seats.Values.Where(seat => seat.Held is [.., var last] && last.PersonId == person.Id && !(last.To <= person.LastDay))
            .Select(seat => new SeatEnded(seat.Id, person.LastDay!.Value));

    /// <summary>The roles somebody has to hold that would be without anybody on some day, and are not now.</summary>
    private static IEnumerable<Refusal> NobodyLeft(Roster before, Roster after, DateOnly today)
    {
        var days = after
            .People.SelectMany(person => person.Roles)
            .SelectMany(held => new[] { held.From, held.To?.AddDays(1) })
            .OfType<DateOnly>()
            .Append(today)
            .Where(day => day >= today)
            .Distinct()
            .ToList();
        return RosterRules
            .Needed.Where(role => days.Exists(day => before.Holding(role, day).Any() && !after.Holding(role, day).Any()))
            .Select(role => new Refusal(
                "nobody-left",
                $"Then nobody would be {RosterWords.Called(role)}. Hand that role over to somebody first.",
                "day"
            ));
    }
}
