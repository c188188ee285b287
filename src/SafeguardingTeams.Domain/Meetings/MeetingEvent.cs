using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Something that happened to a meeting of the group.</summary>
public abstract record MeetingEvent : RecordEvent
{
    /// <summary>The record after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The record before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded);

    /// <summary>What goes out with it, to be kept as it went; null where nothing does (E6, E17).</summary>
    public virtual KeptKind? Sends => null;

    /// <summary>Whether an agenda that went before shows something else by now.</summary>
    public virtual bool ChangesAgenda => false;

    /// <summary>Whether minutes that went before show something else by now.</summary>
    public virtual bool ChangesMinutes => false;

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The record after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(MeetingFile after);
}

/// <summary>A command about a meeting of the group.</summary>
/// <param name="Meeting">Which.</param>
public abstract record MeetingCommand(RecordRef Meeting) : Command<MeetingFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => Meeting;
}
