using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRequests;

/// <summary>
/// Whoever sees to a review, operations or the Chair record what came back to a request in writing, or why nothing did (C11).
/// </summary>
/// <param name="Number">To which.</param>
/// <param name="Came">Whether anything came.</param>
/// <param name="On">The day it came, or by which nothing had.</param>
/// <param name="Text">What came and where it is kept; or why nothing came.</param>
public sealed record RecordWhatCameBack(RecordRef Review, int Number, bool Came, DateOnly On, string Text) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordWhatCameBack;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var asked = files.This.WrittenAndOpen.FirstOrDefault(one => one.Number == Number);
        return Unless(
            [
                asked is null ? new("not-there", "This is not open any more. Choose another.", "which") : null,
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < asked?.On ? new("too-early", "This is before it was put in writing.", "date")
                : null,
                Said.Needed(Text, "text", Came ? "Say what came, and where it is kept." : "Say why nothing came."),
            ],
            new ReviewWrittenAnswered(Number, Came, On, Text.Trim())
        );
    }
}

/// <summary>Something came back to a request in writing, or nothing does.</summary>
public sealed record ReviewWrittenAnswered(int Number, bool Came, DateOnly On, string Text) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewWrittenAnswered.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Replied(Number, new(Came, On, Text, recorded.By.Display), recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
