using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionEnding;

/// <summary>The group has ended an action, with a reason; recorded by operations or the Chair (C19).</summary>
/// <param name="DecidedOn">The day of the meeting.</param>
public sealed record EndAction(RecordRef Action, DateOnly DecidedOn, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                DecidedOn > context.Today ? new("future", "This day is still to come.", "date") : null,
                Said.Needed(Reason, "reason", "Say why the group ends it. The owner reads it."),
            ],
            () => new ActionEnded(DecidedOn, Reason.Trim())
        );
}

/// <summary>The group ended an action.</summary>
public sealed record ActionEnded(DateOnly DecidedOn, string Reason) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionEnded.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(ActionStage.Ended, recorded.At) with
        {
            WhyEnded = Reason,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
