using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningReferral;

/// <summary>The referrer takes a referral for practice learning back, before it is put before a meeting.</summary>
public sealed record WithdrawLearning(RecordRef Learning, string Reason) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.WithdrawLearning;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why you take it back."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Learning, new LearningWithdrawn(Reason.Trim()));
}

/// <summary>The referrer took it back.</summary>
public sealed record LearningWithdrawn(string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningWithdrawn.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At) with
        {
            Stage = LearningStage.Withdrawn,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
