using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRecommendations;

/// <summary>Operations or the Chair take a recommendation back, with a reason; it stays on the timeline (C18).</summary>
/// <param name="Number">Which.</param>
public sealed record TakeBackReviewRecommendation(RecordRef Review, int Number, string Reason) : ReviewCommand(Review)
{
    /// <summary>How often it had been changed when the card was drawn; null where there was none.</summary>
    public int? Seen { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.TakeBackReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        files.This.Recommendation(Number) is not { } there ? Decision.Refuse(Refusal.Overtaken)
        : Seen is { } seen && seen != there.Changes ? Decision.Refuse(ReviewRules.DrawnBefore)
        : Unless([Said.Needed(Reason, "reason", "Say why it is taken back.")], new ReviewRecommendationTakenBack(Number, Reason.Trim()));
}

/// <summary>A recommendation was taken back.</summary>
public sealed record ReviewRecommendationTakenBack(int Number, string Reason) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecommendationTakenBack.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.With(file.Recommendation(Number)! with { TakenBack = Reason }, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. ReviewRecordCards.Again(after),
            .. ReviewRecommendationCards.Again(
                after,
                after.Recommendations.Find(one => one.Number == Number)!.Plan.Bodies.Select(body => body.AgencyId)
            ),
        ];
}
