using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionTime;

/// <summary>The owner asks for a later date, with a reason; operations record it for an owner who has no account (C20).</summary>
/// <param name="Until">The date asked for.</param>
/// <param name="Verified">How operations made sure; empty where the owner says it themselves.</param>
public sealed record AskForMoreTime(RecordRef Action, DateOnly Until, string Reason, string Verified = "") : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForMoreTime;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Until <= files.This.Due || Until <= context.Today
                    ? new("not-later", "Give a date after today, and later than the one agreed.", "until")
                    : null,
                Said.Needed(Reason, "reason", "Say why it takes longer."),
                Said.Verified(Verified, files.This, context),
            ],
            () => new MoreTimeAsked(Until, Reason.Trim(), Said.Kept(Verified, files.This, context))
        );
}

/// <summary>More time was asked for.</summary>
public sealed record MoreTimeAsked(DateOnly Until, string Reason, string Verified) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionMoreTimeAsked.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file with
        {
            MoreTime = file.MoreTime.Add(new(Until, Reason, null, "")),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.TimeAsked(after)];
}
