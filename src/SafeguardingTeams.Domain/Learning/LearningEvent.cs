using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>Something that happened to a referral for practice learning.</summary>
public abstract record LearningEvent : RecordEvent
{
    /// <summary>Whether why it happened is for who works on it, and not for the referrer or the safeguarding lead (D5).</summary>
    public virtual bool WhyIsForTheGroup => false;

    /// <summary>The record after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The record before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract LearningFile ApplyTo(LearningFile file, RecordedEvent recorded);

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The record after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(LearningFile after);
}

/// <summary>A command about a referral for practice learning.</summary>
/// <param name="Learning">Which.</param>
public abstract record LearningCommand(RecordRef Learning) : Command<LearningFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => Learning;
}
