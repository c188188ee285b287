using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>Something that happened to a briefing.</summary>
public abstract record BriefingEvent : RecordEvent
{
    /// <summary>The briefing after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The briefing before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded);

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The briefing after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(BriefingFile after);
}

/// <summary>A command about a briefing.</summary>
/// <param name="Briefing">Which.</param>
public abstract record BriefingCommand(RecordRef Briefing) : Command<BriefingFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => Briefing;

    /// <summary>Which time the step is asked for, by the card (<see cref="BriefingFile.Turns"/>); null where there was none.</summary>
    public int? Round { get; init; }

    /// <inheritdoc/>
    protected sealed override Refusal? WasDrawnBefore(RecordFile file) =>
        Round is { } round && round != ((BriefingFile)file).Turns ? BriefingRules.DrawnBefore : null;

    /// <summary>Accepts an event, or refuses for all that is wrong.</summary>
    protected Decision Unless(IEnumerable<Refusal?> wrong, Func<BriefingEvent> happened) =>
        wrong.OfType<Refusal>().ToList() is { Count: > 0 } refusals
            ? new Decision.Refused([.. refusals])
            : Decision.Accept(Briefing, happened());
}
