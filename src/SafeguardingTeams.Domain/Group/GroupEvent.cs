using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group;

/// <summary>Something that happened to the group.</summary>
public abstract record GroupEvent : RecordEvent
{
    /// <summary>The group after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="group">The group before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract GroupFile ApplyTo(GroupFile group, RecordedEvent recorded);

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The group after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(GroupFile after);
}

/// <summary>A command about the group.</summary>
public abstract record GroupCommand : Command<GroupFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => RecordRef.Group;
}
