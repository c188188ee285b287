using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Something that happened to a review.</summary>
public abstract record ReviewEvent : RecordEvent
{
    /// <summary>The review after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The review before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded);

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The review after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(ReviewFile after);
}

/// <summary>A command about a review.</summary>
/// <param name="Review">Which.</param>
public abstract record ReviewCommand(RecordRef Review) : Command<ReviewFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => Review;

    /// <summary>Which time the step is asked for, by the card (<see cref="ReviewFile.RoundOf"/>); null where there was none.</summary>
    public int? Round { get; init; }

    /// <inheritdoc/>
    protected sealed override Refusal? WasDrawnBefore(RecordFile file) =>
        Round is { } round && round != ((ReviewFile)file).RoundOf(Step) ? ReviewRules.DrawnBefore : null;

    /// <summary>Accepts events, or refuses for all that is wrong.</summary>
    protected Decision Unless(IEnumerable<Refusal?> wrong, params ReadOnlySpan<ReviewEvent> happened)
    {
        var refusals = wrong.OfType<Refusal>().ToList();
        RecordEvent[] events = [.. happened];
        return refusals.Count > 0 ? new Decision.Refused([.. refusals]) : Decision.Accept(Review, events);
    }
}
