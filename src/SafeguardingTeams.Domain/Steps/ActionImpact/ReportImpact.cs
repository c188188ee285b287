using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionImpact;

/// <summary>The owner says what an action has changed; operations record it for an owner who has no account (C19).</summary>
/// <param name="Verified">How operations made sure; empty where the owner says it themselves.</param>
public sealed record ReportImpact(RecordRef Action, string Text, string Verified = "") : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReportImpact;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Said.Needed(Text, "text", "Say what has changed, and what shows it; or that nothing has."),
                Said.Verified(Verified, files.This, context),
            ],
            () =>
                new ImpactReported(Text.Trim(), Said.Kept(Verified, files.This, context))
                {
                    Check = context.PinImpactCheck(files.This.Rules!, context.Today, context.At),
                }
        );
}

/// <summary>The owner said what an action has changed.</summary>
public sealed record ImpactReported(string Text, string Verified) : ActionEvent
{
    /// <summary>By when it is recorded what is found, so that no answer lies unread (C19); null where that was not counted yet.</summary>
    public Deadline? Check { get; init; }

    /// <inheritdoc/>
    public override string StoredName => "ActionImpactReported.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.To(file.Stage, recorded.At, Check is null ? [] : [Check]) with
        {
            Impact = file.Impact.Add(
                new(Text, Verified, recorded.At, recorded.By.Display, null, "")
                {
                    IsOfOperations = recorded.By.Roles.Contains(Role.ActionOwner) && recorded.By.Roles.Contains(Role.Operations),
                }
            ),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.ImpactReported(after), .. ActionCards.Again(after)];
}
