using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionEnding;

/// <summary>An action that was accepted, or has ended, is opened again with a reason and a new date (C19, PD16).</summary>
public sealed record ReopenAction(RecordRef Action, DateOnly Due, string Reason) : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReopenAction;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Due <= context.Today ? new("past", "Give a date after today.", "due") : null,
                Said.Needed(Reason, "reason", "Say why it is opened again. The owner reads it."),
            ],
            () => new ActionReopened(Reason.Trim(), context.PinDue(files.This.Rules!, context.Today, Due))
        );
}

/// <summary>An action was opened again.</summary>
public sealed record ActionReopened(string Reason, Deadline Due) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionReopened.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).Lapse().Start(Due) with
        {
            Stage = ActionStage.Agreed,
            Due = Due.DueDay,
            Accepted = null,
            TimesBegun = file.TimesBegun + 1,
            WhyEnded = "",
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.ToOwner(after), .. ActionCards.Again(after)];
}
