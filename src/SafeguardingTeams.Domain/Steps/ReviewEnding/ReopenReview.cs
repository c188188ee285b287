using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewEnding;

/// <summary>
/// A review that was ended or closed goes on where it was (PD16). Its limit is the one it had: six months run from the leads' decision, and
/// ending it by mistake wins nothing.
/// </summary>
public sealed record ReopenReview(RecordRef Review, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        return Unless(
            [Said.Needed(Reason, "reason", "Say why it goes on. The leads read it.")],
            new ReviewReopened(
                Reason.Trim(),
                file.Before!.Value,
                [
                    .. file
                        .Clocks.Where(clock => clock.Rests == ClockRest.ReviewEnded)
                        .Select(clock =>
                            context.CountedAgain(
                                file.Rules!,
                                clock.Deadline,
                                context.At,
                                file.DetailOf(clock.Deadline.TimescaleId) is { HasGivenDay: true }
                            )
                        ),
                ]
            )
        );
    }
}

/// <summary>A review was opened again.</summary>
/// <param name="To">The stage it goes on at.</param>
/// <param name="Deadlines">What ran when it was ended, with the reminders that are still to come.</param>
public sealed record ReviewReopened(string Reason, ReviewStage To, ImmutableList<Deadline> Deadlines) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewReopened.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(To).Start(Deadlines) with
        {
            WhyEnded = "",
            Before = null,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [
            .. after.Stage == ReviewStage.Proposed ? ReviewRecordCards.Proposed(after) : [ReviewRecordCards.ToOwner(after)],
            .. ReviewRecordCards.News(after),
            .. ReviewTermsCards.Again(after),
            .. ReviewDetailCards.Again(after),
        ];
}
