using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPeople;

/// <summary>
/// Operations or the Chair change the address of who is appointed, with a reason; nothing else of the appointment changes (C9). A wrong
/// address asks a stranger in: whoever came in by it reads nothing any more, and who has the new one is asked.
/// </summary>
/// <param name="Number">Whose.</param>
/// <param name="Email">The address from now on; empty where they are sent the papers by hand.</param>
public sealed record ChangeReviewPersonEmail(RecordRef Review, int Number, string Email, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeReviewPersonEmail;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var person = files.This.Appointed().FirstOrDefault(one => one.Number == Number);
        return Unless(
            [
                person is null ? new("nothing-changed", "This appointment has ended already.", "who")
                : person.Who.Email == Email.Trim() ? new("nothing-changed", "This is the address that is recorded already.", "email")
                : NamedPerson.RefuseEmail(Email),
                Said.Needed(Reason, "reason", "Say why it is another address."),
            ],
            new ReviewPersonEmailChanged(Number, Email.Trim(), Reason.Trim(), person?.PersonId ?? "")
        );
    }
}

/// <summary>The address of who is appointed to a review was changed.</summary>
/// <param name="Before">Who had come in by the address before; empty for nobody.</param>
public sealed record ReviewPersonEmailChanged(int Number, string Email, string Reason, string Before) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPersonEmailChanged.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        (
            file with
            {
                People = file.People.ConvertAll(person =>
                    person.Number == Number
                        ? person with
                        {
                            Who = person.Who with { Email = Email },
                            PersonId = "",
                            AskedIn = 0,
                            AddressChanges = person.AddressChanges + 1,
                        }
                        : person
                ),
            }
        ).AskIn(recorded, Number);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. Before.Length > 0 ? ReviewGuests.TakenBack(after, Number, Before) : [], .. ReviewGuests.Invited(after)];
}
