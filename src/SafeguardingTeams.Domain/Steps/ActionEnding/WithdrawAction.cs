using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionEnding;

/// <summary>An action is withdrawn, with a reason: it was overtaken, is part of another, or is not to be done (C19).</summary>
public sealed record WithdrawAction(RecordRef Action, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.WithdrawAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(Action, [Said.Needed(Reason, "reason", "Say why it is withdrawn. The owner reads it.")], () =>
            new ActionWithdrawn(Reason.Trim())
        );
}

/// <summary>An action was withdrawn.</summary>
public sealed record ActionWithdrawn(string Reason) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionWithdrawn.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(ActionStage.Withdrawn, recorded.At) with
        {
            WhyEnded = Reason,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
