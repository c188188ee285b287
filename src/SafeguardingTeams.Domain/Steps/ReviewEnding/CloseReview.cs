using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewEnding;

/// <summary>
/// Operations or the Chair close a review: it is published, or decided why it is not, and all who are to be told outside have been; or, of
/// what the leads do not decide, what it found is accepted (C1).
/// </summary>
/// <param name="Note">What there is to say of it; may be empty.</param>
public sealed record CloseReview(RecordRef Review, string Note) : ReviewCommand(Review)
{
    private static readonly Refusal SomebodyIsOwed = new(
        "somebody-owed",
        "Somebody outside is still to be told. Record that first; the card says who."
    );

    /// <inheritdoc/>
    public override Step Step => Step.CloseReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless([Said.TooLong(Note, "note"), files.This.IsOwedOutside ? SomebodyIsOwed : null], new ReviewClosed(Note.Trim()));
}

/// <summary>A review was closed.</summary>
public sealed record ReviewClosed(string Note) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewClosed.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(ReviewStage.Closed) with
        {
            WhyEnded = Note,
            Before = file.Stage,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
