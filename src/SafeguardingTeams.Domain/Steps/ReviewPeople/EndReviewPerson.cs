using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;

namespace SafeguardingTeams.Domain.Steps.ReviewPeople;

/// <summary>
/// Operations or the Chair end an appointment, with a reason, and with it what they read here (C9). Of reviewer and
/// independent Chair who outside knows of them is told; where nobody does and nobody is left, there is nothing to tell.
/// </summary>
/// <param name="Number">Whose.</param>
public sealed record EndReviewPerson(RecordRef Review, int Number, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndReviewPerson;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var isToBeTold =
            file.ToldOutside().Any(person => person.Number == Number)
            && (
                file.ToldOutside().Any(person => person.Number != Number)
                || file.History.Exists(recorded => recorded.Event is OutsideBodyTold { Of: TellingOf.Reviewer })
            );
        return Unless(
            [
                file.Appointed().Any(person => person.Number == Number)
                    ? null
                    : new("nothing-changed", "This appointment has ended already.", "who"),
                Said.Needed(Reason, "reason", "Say why it ends."),
            ],
            new ReviewPersonEnded(
                Number,
                context.Today,
                Reason.Trim(),
                isToBeTold ? context.Pin(file.Rules!, Timescales.ReviewPersonTold, context.Today) : null
            )
        );
    }
}

/// <summary>The appointment of a reviewer, of the independent Chair or of a panel member ended.</summary>
/// <param name="Tell">By when Panel, Ofsted and DfE are told; null where nobody outside knows of anybody, or is told of this one.</param>
public sealed record ReviewPersonEnded(int Number, DateOnly On, string Reason, Deadline? Tell) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPersonEnded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var ended = file with { People = file.People.Ended(Number, On, Reason) };
        return file.People.Exists(person => person.Number == Number && !person.Who.Role.IsToldOutside()) ? ended
            : Tell is null ? (ended with { ReviewersChangedOn = null }).Stop(recorded.At, Timescales.ReviewPersonTold)
            : ended.ToldAnew(On).Start(Tell);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Again(after), .. ReviewGuests.TakenBack(after, Number)];
}
