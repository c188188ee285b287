using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDetails;

/// <summary>Operations or the Chair take back what an agency was asked for, with a reason; it stays on the timeline (C23).</summary>
/// <param name="Number">Which request; one that is answered stays.</param>
public sealed record TakeBackDetail(RecordRef Review, int Number, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeBackDetail;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                files.This.OpenDetails.Any(one => one.Number == Number)
                    ? null
                    : new("not-there", "This is not open any more. Choose another.", "which"),
                Said.Needed(Reason, "reason", "Say why it is taken back."),
            ],
            new ReviewDetailTakenBack(Number, Reason.Trim())
        );
}

/// <summary>What an agency was asked for was taken back.</summary>
public sealed record ReviewDetailTakenBack(int Number, string Reason) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDetailTakenBack.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.With(file.Details[Number - 1] with { TakenBack = Reason }, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Again(after), .. ReviewDetailCards.Again(after, Number)];
}
