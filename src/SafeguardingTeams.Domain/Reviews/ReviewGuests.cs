using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>
/// Those appointed to a review who are asked in and read the papers that are agreed (C9, F2): when they are asked, whom they are told by,
/// and what ends it.
/// </summary>
public static class ReviewGuests
{
    /// <summary>With those who have not come in asked to, by an event; where no papers may be read nobody is.</summary>
    /// <param name="number">Who; null for all.</param>
    internal static ReviewFile AskIn(this ReviewFile file, RecordedEvent recorded, int? number = null) =>
        file.WithPeople(
            person => person.IsToComeIn && (number ?? person.Number) == person.Number,
            person => person with { AskedIn = recorded.Sequence }
        );

    /// <summary>With those who have come in told by an event that papers are ready for them; where none may be read nobody is.</summary>
    /// <inheritdoc cref="AskIn"/>
    internal static ReviewFile Tell(this ReviewFile file, RecordedEvent recorded, int? number = null) =>
        file.WithPeople(
            person => person is { IsAppointed: true, PersonId.Length: > 0 } && (number ?? person.Number) == person.Number,
            person => person with { Told = person.Told.Add(recorded.Sequence) }
        );

    private static ReviewFile WithPeople(this ReviewFile file, Func<ReviewPerson, bool> which, Func<ReviewPerson, ReviewPerson> changed) =>
        ReviewPermissions.PapersAreOpen(file)
            ? file with
            {
                People = file.People.ConvertAll(person => which(person) ? changed(person) : person),
            }
            : file;

    /// <summary>Those whom the last event asked in: their account is looked for, or they are invited.</summary>
    internal static IEnumerable<Effect> Invited(ReviewFile after) =>
        after
            .People.Where(person => person.IsToComeIn && person.AskedIn == after.Version)
            .Select(person => new Effect.InviteGuest(after.Ref, person.Asking));

    /// <summary>To those whom the last event tells: papers are ready for them.</summary>
    internal static IEnumerable<Effect> Ready(ReviewFile after) =>
        from person in after.Appointed()
        where person.Told is [.., var last] && last == after.Version
        select Message(after, person, after.Version, new Recipient.ThePerson(person.PersonId));

    /// <summary>What those appointed were told is drawn anew: it may be over, or be so again.</summary>
    internal static IEnumerable<Effect> Again(ReviewFile after) =>
        from person in after.Appointed()
        where person.PersonId.Length > 0
        from told in person.Told
        where told != after.Version
        select Message(after, person, told, new Recipient.ThePerson(person.PersonId)) with
        {
            OnlyIfShown = true,
        };

    /// <summary>What somebody was told says nothing any more: their appointment ended, or the address was not theirs.</summary>
    /// <param name="number">Whose appointment.</param>
    /// <param name="personId">Who had come in by it; empty for nobody.</param>
    internal static IEnumerable<Effect> TakenBack(ReviewFile after, int? number, string personId = "") =>
        from person in after.People
        where person.Number == number
        let before = personId.Length > 0 ? personId : person.PersonId
        where before.Length > 0
        from told in person.Told
        select Message(
            after,
            person,
            told,
            // Who has another part in the review sees what became of this one.
            after.Appointed().Any(other => other.PersonId == before)
                ? new Recipient.ThePerson(before)
                : new Recipient.FormerHolder(before)
        ) with
        {
            OnlyIfShown = true,
        };

    private static Effect.ShowCard Message(ReviewFile after, ReviewPerson person, int told, Recipient to) =>
        new(after.Ref, CardKind.ReviewPapersReady, to) { About = Topic.Appointed(person.Number, told) };
}
