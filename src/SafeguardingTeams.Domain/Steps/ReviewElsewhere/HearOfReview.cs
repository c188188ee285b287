using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewElsewhere;

/// <summary>
/// Whoever follows something that another body does records what was heard of it, and when it is asked for next (C7): the passing of that
/// day asks again.
/// </summary>
/// <param name="Next">The day it is asked for next.</param>
public sealed record HearOfReview(RecordRef Review, DateOnly On, string Text, DateOnly Next) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.HearOfReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < files.This.DecidedOn ? new("too-early", "This is before it was begun.", "date")
                : null,
                Said.Needed(Text, "text", "Say what was heard, or that nothing was."),
                Next <= context.Today ? new("past", "Give a date after today.", "until") : null,
            ],
            new HeardOfReview(On, Text.Trim(), context.PinOn(Timescales.ReviewDue, context.Today, Next))
        );
}

/// <summary>Something was heard of what another body does.</summary>
/// <param name="Next">When it is asked for next.</param>
public sealed record HeardOfReview(DateOnly On, string Text, Deadline Next) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "HeardOfReview.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Next) with
        {
            Heard = file.Heard.Add(new(On, Text, recorded.By.Display)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
