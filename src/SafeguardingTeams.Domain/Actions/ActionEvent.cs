using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>Something that happened to an action.</summary>
public abstract record ActionEvent : RecordEvent
{
    /// <summary>The action after it. Pure; refuses nothing: what is on the record happened.</summary>
    /// <param name="file">The action before.</param>
    /// <param name="recorded">The event as recorded: when, by whom.</param>
    public abstract ActionFile ApplyTo(ActionFile file, RecordedEvent recorded);

    /// <summary>What is done once it is on the record.</summary>
    /// <param name="after">The action after it.</param>
    public abstract IEnumerable<Effect> WhatFollows(ActionFile after);
}

/// <summary>A command about an action.</summary>
/// <param name="Action">Which.</param>
public abstract record ActionCommand(RecordRef Action) : Command<ActionFile>
{
    /// <inheritdoc/>
    public sealed override RecordRef Ref => Action;

    /// <summary>Which time the step is asked for, by the card (<see cref="ActionFile.RoundOf"/>); null where there was none.</summary>
    public int? Round { get; init; }

    /// <inheritdoc/>
    protected sealed override Refusal? WasDrawnBefore(RecordFile file) =>
        Round is { } round && round != ((ActionFile)file).RoundOf(Step) ? ActionRules.DrawnBefore : null;
}
