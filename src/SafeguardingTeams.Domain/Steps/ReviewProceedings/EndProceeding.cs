using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewProceedings;

/// <summary>Proceedings elsewhere have ended: publication waits for them no more (C22).</summary>
public sealed record EndProceeding(RecordRef Review, int Number, string How) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndProceeding;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context) =>
        Unless(
            [
                !files.This.Proceedings.Exists(one => one.Number == Number && one.Ended.Length == 0)
                    ? new("not-there", "These are not on the list, or have ended. Choose others.", "which")
                    : null,
                Said.Needed(How, "text", "Say how it ended."),
            ],
            new ProceedingEnded(Number, How.Trim())
        );
}

/// <summary>Proceedings elsewhere have ended.</summary>
public sealed record ProceedingEnded(int Number, string How) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ProceedingEnded.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file with
        {
            Proceedings = file.Proceedings.ConvertAll(one => one.Number == Number ? one with { Ended = How } : one),
            ProceedingsChanged = file.ProceedingsChanged + 1,
            Clocks = file.Clocks.Stopped(ReviewPinning.OfProceeding(Number), recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Again(after);
}
