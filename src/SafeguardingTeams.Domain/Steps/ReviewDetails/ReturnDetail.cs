using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDetails;

/// <summary>
/// Operations or the Chair ask an agency again: its answer is not whole (C23). It reads what is missing, so no name of what the review is
/// about may stand in that.
/// </summary>
/// <param name="Number">Which request.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Due">By when; null for the usual number of working days.</param>
/// <param name="Subjects">What the review is about.</param>
public sealed record ReturnDetail(RecordRef Review, int Number, string Missing, DateOnly? Due, ImmutableList<RecordRef> Subjects)
    : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReturnDetail;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Subjects;

    /// <summary>The subjects are read for the names, as when a recommendation is entered.</summary>
    protected override Step StepOn(RecordRef other) => Step.MakeReviewRecommendation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        return !file.Plan!.Subjects.SequenceEqual(Subjects)
            ? Decision.Refuse(Refusal.Overtaken)
            : Unless(
                [
                    file.Details.Exists(one => one.Number == Number && one is { Stands: true, IsAnswered: true })
                        ? null
                        : new("not-there", "This is not answered. Choose another.", "which"),
                    Said.Needed(Missing, "text", "Say what is missing. The agency reads it.", DetailAsk.LongestText)
                        ?? SourceNames.Of(files.Others).Refuse(Missing, "text", "What is missing"),
                    Due <= context.Today ? new("past", "Give a date after today, or none.", "due") : null,
                ],
                new ReviewDetailReturned(Number, Missing.Trim(), context.PinDetail(file, Number, Due), Due is not null)
            );
    }
}

/// <summary>An agency was asked again for what is missing in its answer.</summary>
/// <param name="Due">By when it answers.</param>
/// <param name="IsDayGiven">Whether that day was given, and is not the usual one.</param>
public sealed record ReviewDetailReturned(int Number, string Missing, Deadline Due, bool IsDayGiven) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewDetailReturned.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var there = file.Details[Number - 1];
        return file.With(
                there with
                {
                    Missing = Missing,
                    IsAnswered = false,
                    Asked = there.Asked.Add(recorded.Sequence),
                    HasGivenDay = IsDayGiven,
                },
                recorded.At
            )
            .Start(Due);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewDetailCards.Asked(after, Number);
}
