using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewRequests;

/// <summary>
/// Whoever sees to a review, operations or the Chair record that information or a draft was asked in writing of the reviewer, the
/// independent Chair or a panel member (C11). Nothing goes to them by itself.
/// </summary>
/// <param name="Text">What is asked.</param>
/// <param name="On">The day it was put in writing.</param>
/// <param name="How">How, and to which address.</param>
/// <param name="Due">The day by which it is asked for.</param>
public sealed record AskInWriting(
    RecordRef Review,
    ReviewPersonRole Of,
    WrittenWish Wish,
    string Text,
    DateOnly On,
    string How,
    DateOnly Due
) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskInWriting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var number = file.Written.Count + 1;
        return Unless(
            [
                file.Written.Count >= ReviewFile.MostWritten
                    ? new("too-many", $"A review has {ReviewFile.MostWritten} requests in writing at most.")
                    : null,
                Said.Needed(Text, "text", "Say what is asked."),
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < file.DecidedOn ? new("too-early", "This is before the review was decided on.", "date")
                : null,
                Said.Needed(How, "how", "Say how it was put in writing, and to which address.", Said.LongestLine),
                Due <= context.Today ? new("past", "Give a date after today.", "until") : null,
            ],
            new ReviewAskedInWriting(
                number,
                Of,
                Wish,
                Text.Trim(),
                On,
                How.Trim(),
                context.PinOn(Timescales.ReviewWritten, number, On, Due)
            )
        );
    }
}

/// <summary>Information or a draft was asked in writing of reviewer or independent Chair.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Due">By when it is asked for.</param>
public sealed record ReviewAskedInWriting(
    int Number,
    ReviewPersonRole Of,
    WrittenWish Wish,
    string Text,
    DateOnly On,
    string How,
    Deadline Due
) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewAskedInWriting.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.Start(Due) with
        {
            Written = file.Written.Add(new(Number, Of, Wish, Text, On, How, Due.DueDay, recorded.By.Display)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
