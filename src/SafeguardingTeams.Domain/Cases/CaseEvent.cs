using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Something that happened to a case.</summary>
public abstract record CaseEvent : RecordEvent
{
    /// <summary>The case after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The case before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract CaseFile ApplyTo(CaseFile file, RecordedEvent recorded);

    /// <summary>What should follow from it, in its order; <see cref="EffectsOf"/> takes out what is there twice.</summary>
    public abstract IEnumerable<Effect> WhatFollows(CaseFile after);

    /// <summary>Whether a new outcome came of it, of which the referrer is told (A4, A15).</summary>
    internal virtual bool TellsTheReferrer => false;

    /// <summary>Whether it begins the Rapid Review, or pins its dates: news to all who take part (A13).</summary>
    internal virtual bool BeginsTheRapidReview => false;
}
