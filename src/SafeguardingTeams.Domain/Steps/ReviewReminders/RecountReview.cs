using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewReminders;

/// <summary>The bank holidays were amended: the deadlines that run are counted again, each from what it counted from (PD1).</summary>
public sealed record RecountReview(RecordRef Review) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecountReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        ImmutableList<Deadline> changed =
        [
            .. from clock in files.This.Clocks
            where clock.Runs
            let again = context.CountedAgain(
                files.This.Rules!,
                clock.Deadline,
                StartOf(files.This, clock.Deadline.TimescaleId),
                files.This.DetailOf(clock.Deadline.TimescaleId) is { HasGivenDay: true }
            )
            where clock.Differs(again)
            select again,
        ];
        return changed.IsEmpty
            ? Decision.Refuse(new("nothing-changed", "No deadline of this review is touched."))
            : Decision.Accept(Review, new ReviewRecounted(context.Calendar.Version, changed));
    }

    /// <summary>When a running clock was started last: being counted again starts nothing.</summary>
    private static DateTimeOffset StartOf(ReviewFile file, string timescaleId) =>
        Replay.ClockStarted<ReviewRecounted>(new ReviewFile(file.Ref), file, timescaleId);
}

/// <summary>Deadlines were counted again.</summary>
/// <param name="CalendarVersion">By which calendar.</param>
public sealed record ReviewRecounted(string CalendarVersion, ImmutableList<Deadline> Deadlines) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewRecounted.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Clocks = Deadlines.Aggregate(file.Clocks, (clocks, deadline) => clocks.Recalculated(deadline)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
