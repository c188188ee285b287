using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewEnding;

/// <summary>A review is ended before it is done, with a reason: it was proposed by mistake, or another takes its place.</summary>
public sealed record EndReview(RecordRef Review, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless([Said.Needed(Reason, "reason", "Say why it is ended. The leads read it.")], new ReviewEnded(Reason.Trim()));
}

/// <summary>A review was ended.</summary>
public sealed record ReviewEnded(string Reason) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewEnded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At, ClockRest.ReviewEnded).To(ReviewStage.Ended) with
        {
            WhyEnded = Reason,
            Before = file.Stage,
            PapersHold = false,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. ReviewRecordCards.News(after),
            .. ReviewRecordCards.Again(after),
            .. ReviewDetailCards.Again(after),
            .. ReviewGuests.Again(after),
        ];
}
