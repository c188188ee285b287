using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// The group is the nucleus of every Rapid Review meeting (E2): whoever holds a seat on the meeting's day is invited, and operations
/// take off or add whom they will (E3, B12).
/// </summary>
internal static class SeatInvitations
{
    private const string Prefix = "seat-";

    /// <summary>
    /// What it takes for those invited to be who hold the seats on a day: some taken off for their successors, some added.
    /// </summary>
    internal static IEnumerable<CaseEvent> ByTheSeatsOn(DateOnly day, CaseFile file, DecisionContext context) =>
        Passed(file, day, context)
            .SelectMany(pair =>
                new CaseEvent[]
                {
                    new AttendeeTakenOff(pair.Was.Key, $"Their seat in the group is held by {pair.Now.Contact.Display} on the day."),
                    new AttendeeInvited(pair.Now),
                }
            )
            .Concat(Missing(file, day, context).Select(attendee => new AttendeeInvited(attendee)));

    /// <summary>Those who are invited because of their seat and are not in the list yet, nor were taken off it by somebody.</summary>
    internal static ImmutableList<Attendee> Missing(CaseFile file, DateOnly day, DecisionContext context) =>
        [
            .. context
                .Seats.Where(seat =>
                    !file.Review.Attendees.Exists(attendee => attendee.Key == Key(seat))
                    && !file.History.Exists(recorded => recorded.Event is AttendeeTakenOff off && off.Key == Key(seat))
                )
                .Select(seat => Of(seat, day, context))
                .OfType<Attendee>()
                .Where(attendee => !IsThere(file, attendee.Contact))
                .DistinctBy(attendee => attendee.Contact.Email.ToUpperInvariant()),
        ];

    /// <summary>Those whose seat somebody else holds on the meeting's day, each with who takes their place.</summary>
    internal static ImmutableList<(Attendee Was, Attendee Now)> Passed(CaseFile file, DateOnly day, DecisionContext context) =>
        [
            .. from was in file.Review.Attendees
            let seat = context.Seats.Find(seat => Key(seat) == was.Key)
            where seat is not null
            let now = Of(seat, day, context)
            where now is not null && now.Contact != was.Contact && !IsThere(file, now.Contact)
            select (was, now),
        ];

    private static string Key(Seat seat) => $"{Prefix}{seat.Id}";

    private static bool IsThere(CaseFile file, Contact contact) =>
        file.Review.Attendees.Exists(other =>
            other.Contact.PersonId.Length > 0 && other.Contact.PersonId == contact.PersonId
            || other.Contact.Email.Equals(contact.Email, StringComparison.OrdinalIgnoreCase)
        );

    private static Attendee? Of(Seat seat, DateOnly day, DecisionContext context)
    {
        if (seat.On(day) is not { } holder)
        {
            return null;
        }

        var email = context.People.Find(person => person.PersonId == holder.PersonId) is { Email.Length: > 0 } known
            ? known.Email
            : holder.Email;
        return email.Length == 0
            ? null
            : new(
                Key(seat),
                new(holder.PersonId, holder.Display, email),
                seat.AgencyId,
                seat.AgencyName,
                seat.Title,
                Standing.Of(holder.PersonId, seat.AgencyId, context)
            );
    }
}
