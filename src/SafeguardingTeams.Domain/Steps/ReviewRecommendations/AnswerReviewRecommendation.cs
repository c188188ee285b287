using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRecommendations;

/// <summary>
/// A body says whether it accepts a recommendation (C18): its member of the group, who sees nothing else of the review; or operations
/// record what it said, and how they made sure. An answer may be replaced by another; the earlier one stays on the timeline.
/// </summary>
/// <param name="Number">Which recommendation.</param>
/// <param name="AgencyId">Whose answer.</param>
/// <param name="Reasons">Why; needed unless it accepts.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Verified">How operations made sure; empty for the member's own word.</param>
public sealed record AnswerReviewRecommendation(
    RecordRef Review,
    int Number,
    string AgencyId,
    RecommendationReply Reply,
    string Reasons,
    DateOnly On,
    string Verified
) : ReviewCommand(Review)
{
    /// <summary>Which state of it, and of the body's answers, the card was drawn for; null where there was none.</summary>
    public int? Seen { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.AnswerReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var (file, actor) = (files.This, context.Actor);
        var isOwn = ReviewPermissions.IsMemberOf(actor, AgencyId);
        if (!isOwn && !file.RolesOf(actor).Contains(Role.Operations))
        {
            return Decision.Refuse(ReviewPermissions.Sees(file, actor) ? Refusal.NotYours : Refusal.NotFound);
        }

        // What was taken back, or never addressed this body, is told to nobody of it (F2).
        if (file.Recommendation(Number) is not { } there || !there.IsAddressedTo(AgencyId))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var reasons = Reasons.Trim();
        var verified = isOwn ? "" : Verified.Trim();
        if (there.AnswerOf(AgencyId) is { } before && (before.Reply, before.Reasons, before.On) == (Reply, reasons, On))
        {
            return Decision.Refuse(new Refusal("nothing-changed", "This is what is recorded already."));
        }

        if (Seen is { } seen && seen != there.RoundOf(AgencyId))
        {
            return Decision.Refuse(ReviewRules.DrawnBefore);
        }

        return Unless(
            [
                Reply == RecommendationReply.Accepted
                    ? Said.TooLong(Reasons, "because", RecommendationPlan.LongestText)
                    : Said.Needed(
                        Reasons,
                        "because",
                        "Say why it is not accepted, or which part is. The partnership reads it.",
                        RecommendationPlan.LongestText
                    ),
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < file.AcceptedOn ? new("too-early", "This is before anybody was asked.", "date")
                : null,
                isOwn ? null : Said.Needed(Verified, "verified", "Say how you made sure that it came from that body.", Said.LongestLine),
            ],
            new ReviewRecommendationAnswered(Number, AgencyId, Reply, reasons, On, verified)
        );
    }
}

/// <summary>A body has answered a recommendation, or answered it otherwise.</summary>
public sealed record ReviewRecommendationAnswered(
    int Number,
    string AgencyId,
    RecommendationReply Reply,
    string Reasons,
    DateOnly On,
    string Verified
) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecommendationAnswered.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var there = file.Recommendation(Number)!;
        BodysAnswer answer = new(AgencyId, Reply, Reasons, On, Verified, recorded.By.Display);
        return file.With(there with { Answers = there.Answers.Add(answer) }, recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Again(after), .. ReviewRecommendationCards.Again(after, AgencyId)];
}
