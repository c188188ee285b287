using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewProgress;

/// <summary>
/// A review is expected on another day, for a reason of a list (C17). After its limit, Panel and Secretary of State are to be told why, at
/// once and not when it is late; back within it, nothing of that is owed any more.
/// </summary>
public sealed record ForecastReview(RecordRef Review, DateOnly Until, DelayReason Reason, string Text) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ForecastReview;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        return Unless(
            [
                Until < context.Today ? new("past", "Give today's date or a later one.", "until")
                : Until == file.Expected ? new("nothing-changed", "It is expected on that day already.", "until")
                : null,
                Reason == DelayReason.Sooner && Until > file.Expected
                    ? new("order", "This day is later than before. Choose what delays it.", "why")
                    : null,
                Said.Needed(Text, "text", "Say what there is to say of it. Panel and DfE are told this."),
            ],
            new ReviewForecastChanged(
                Until,
                Reason,
                Text.Trim(),
                Until > file.Limit ? context.Pin(file.Rules!, Timescales.ReviewDelayTold, context.Today) : null
            )
        );
    }
}

/// <summary>A review is expected on another day.</summary>
/// <param name="Tell">By when it is told why, where it is after its limit; null else.</param>
public sealed record ReviewForecastChanged(DateOnly Until, DelayReason Reason, string Text, Deadline? Tell) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewForecastChanged.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var changed = file with
        {
            Forecasts = file.Forecasts.Add(new(Until, Reason, Text, recorded.At, recorded.By.Display)),
            // Each later day has its own reason to be told; what was told of the one before stays on the timeline.
            Told = file.Told.RemoveAll(told => told.Of == TellingOf.Delay),
        };
        return Tell is null ? changed.Stop(recorded.At, Timescales.ReviewDelayTold) : changed.Start(Tell);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
