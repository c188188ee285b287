using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewProgress;

/// <summary>Somebody looked at how a review goes and how good it is (C11); the next look is due a month later.</summary>
public sealed record LookAtReview(RecordRef Review, DateOnly On, LookState State, string Quality, bool IsConcern, string Asked)
    : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.LookAtReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < files.This.DecidedOn ? new("too-early", "This is before the review was decided on.", "date")
                : files.This.Looks is [.., var last] && On < last.On ? new("order", "It was looked at on a later day already.", "date")
                : null,
                Said.Needed(Quality, "quality", "Say what is seen of its quality."),
                Said.TooLong(Asked, "asked"),
            ],
            new ReviewLookedAt(
                On,
                State,
                Quality.Trim(),
                IsConcern,
                Asked.Trim(),
                context.Pin(files.This.Rules!, Timescales.ReviewLook, On)
            )
        );
}

/// <summary>A review was looked at.</summary>
/// <param name="Next">When it is looked at next.</param>
public sealed record ReviewLookedAt(DateOnly On, LookState State, string Quality, bool IsConcern, string Asked, Deadline Next) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewLookedAt.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Next) with
        {
            Looks = file.Looks.Add(new(On, State, Quality, IsConcern, Asked, recorded.By.Display)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
