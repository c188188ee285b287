using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionProgress;

/// <summary>The owner says how far an action is; operations record it for an owner who has no account (C5).</summary>
/// <param name="Text">How far; why, where it is not on track.</param>
/// <param name="Verified">How operations made sure; empty where the owner says it themselves.</param>
public sealed record ReportProgress(RecordRef Action, ProgressState State, string Text, string Verified = "") : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReportProgress;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                State == ProgressState.OnTrack ? Said.TooLong(Text, "text") : Said.Needed(Text, "text", "Say why, and what would help."),
                Said.Verified(Verified, files.This, context),
                files.This.Progress is [.., var last] && (last.State, last.Text) == (State, Text.Trim())
                    ? new("nothing-changed", "This is what was said last.")
                    : null,
            ],
            () => new ProgressReported(State, Text.Trim(), Said.Kept(Verified, files.This, context))
        );
}

/// <summary>It was said how far an action is.</summary>
public sealed record ProgressReported(ProgressState State, string Text, string Verified) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionProgressReported.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            Progress = file.Progress.Add(new(State, Text, Verified, recorded.At, recorded.By.Display)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [];
}
