using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPeople;

/// <summary>
/// This system ties an appointment to the account of who was asked in: the guest our invitation made, an account the directory has by the
/// address that was entered, or somebody of the partnership's file with that account (C9). Only for the asking it was looked for by.
/// </summary>
/// <param name="Number">Whose appointment.</param>
/// <param name="AskedIn">The event that asked them in.</param>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="Invited">Whether the account came about by our invitation.</param>
public sealed record TieReviewPerson(RecordRef Review, int Number, int AskedIn, string PersonId, bool Invited) : ReviewCommand(Review)
{
    private static readonly Refusal StoodAside = new(
        "stood-aside",
        "The address is that of somebody who stood aside from what the review is about. Change it, or end the appointment."
    );

    /// <inheritdoc/>
    public override Step Step => Step.TieReviewPerson;

    /// <summary>Whose account is still looked for, by an asking; null where nobody's is.</summary>
    public static ReviewPerson? Owed(ReviewFile file, Topic about) =>
        ReviewPermissions.PapersAreOpen(file) ? file.People.Find(person => person.IsToComeIn && person.Asking == about) : null;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        PersonId.Length == 0 || Owed(files.This, Topic.Appointed(Number, AskedIn)) is null ? Decision.Refuse(Refusal.Overtaken)
        : ReviewPermissions.StoodAside(files.This, PersonId) ? Decision.Refuse(StoodAside)
        : Decision.Accept(
            Review,
            new ReviewPersonCameIn(Number, PersonId, Invited, context.People.Exists(person => person.PersonId == PersonId))
        );
}

/// <summary>Who is appointed to a review can sign in, and reads the papers that are agreed from now on.</summary>
/// <param name="Invited">Whether they came in by our invitation; else the account was there already.</param>
/// <param name="OfTheFile">Whether they are somebody of the partnership's file.</param>
public sealed record ReviewPersonCameIn(int Number, string PersonId, bool Invited, bool OfTheFile) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPersonCameIn.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        (
            file with
            {
                People = file.People.ConvertAll(person => person.Number == Number ? person with { PersonId = PersonId } : person),
            }
        ).Tell(recorded, Number);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewGuests.Ready(after);
}
