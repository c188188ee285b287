using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDetails;

/// <summary>
/// An agency answers what it is asked for: it gives it, or holds nothing (C23). Its member of the group or who represents it, who see
/// nothing else of the review; or operations record what it said, and how they made sure. An answer may be replaced by another.
/// </summary>
/// <param name="Number">Which request.</param>
/// <param name="Text">What it gives; or why it holds nothing.</param>
/// <param name="Where">Where what it gives can be read, or how and when it was sent; nothing where it holds nothing.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Verified">How operations made sure; empty for the agency's own word.</param>
public sealed record AnswerDetail(RecordRef Review, int Number, DetailReply Reply, string Text, string Where, DateOnly On, string Verified)
    : ReviewCommand(Review)
{
    /// <summary>Which state of it the card was drawn for (<see cref="DetailRequest.Round"/>); null where there was none.</summary>
    public int? Seen { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.AnswerDetail;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var (file, actor) = (files.This, context.Actor);
        var own = ReviewPermissions.DetailsOf(file, actor).Any(one => one.Number == Number);
        if (!own && !file.RolesOf(actor).Contains(Role.Operations))
        {
            return Decision.Refuse(ReviewPermissions.Sees(file, actor) ? Refusal.NotYours : Refusal.NotFound);
        }

        // What was taken back is told to nobody of it (F2).
        if (file.Details.Find(one => one.Number == Number && one.Stands) is not { } there)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var (text, where, verified) = (Text.Trim(), Reply == DetailReply.Given ? Where.Trim() : "", own ? "" : Verified.Trim());
        if (there is { IsAnswered: true, Answer: { } before } && (before.Reply, before.Text, before.Where) == (Reply, text, where))
        {
            return Decision.Refuse(new Refusal("nothing-changed", "This is what is recorded already."));
        }

        if (Seen is { } seen && seen != there.Round)
        {
            return Decision.Refuse(ReviewRules.DrawnBefore);
        }

        return Unless(
            [
                Said.Needed(Text, "because", Reply == DetailReply.Given ? "Say what you give." : "Say why nothing is held."),
                Reply == DetailReply.Given
                    ? Said.Needed(Where, "where", "Give a link, or say how and when it was sent.", Said.LongestLine)
                    : null,
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < there.On ? new("too-early", "This is before it was asked for.", "date")
                : null,
                own ? null : Said.Needed(Verified, "verified", "Say how you made sure that it came from that agency.", Said.LongestLine),
            ],
            new ReviewDetailAnswered(Number, Reply, text, where, On, verified)
        );
    }
}

/// <summary>An agency has answered what it was asked for, or answered it otherwise.</summary>
public sealed record ReviewDetailAnswered(int Number, DetailReply Reply, string Text, string Where, DateOnly On, string Verified)
    : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDetailAnswered.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var there = file.Details[Number - 1];
        DetailAnswer answer = new(Reply, Text, Where, On, Verified, recorded.By.Display);
        return file.With(
            there with
            {
                Answers = there.Answers.Add(answer),
                Heard = Verified.Length == 0 ? there.Heard.Add(recorded.Sequence) : there.Heard,
                IsAnswered = true,
            },
            recorded.At
        );
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. ReviewRecordCards.Again(after),
            .. ReviewDetailCards.Again(after, Number),
            .. Verified.Length == 0 ? [ReviewDetailCards.Answered(after, Number)] : Array.Empty<Effect>(),
        ];
}
