using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningJoining;

/// <summary>Undoes a joining, with a reason: the one that followed goes on by itself, where it stood (D11, PD15).</summary>
/// <param name="Learning">The one that leads.</param>
/// <param name="Joined">The one that follows.</param>
public sealed record SeparateLearning(RecordRef Learning, RecordRef Joined, string Reason) : LearningCommand(Learning)
{
    /// <inheritdoc/>
    public override Step Step => Step.JoinLearning;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [Joined];

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        files.Other is not { Stage: LearningStage.Joined } joined || joined.JoinedTo != Learning ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why these are not about the same incident or child after all. Only the group reads it."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : new Decision.Accepted([
            new(Learning, new LearningGivenBack(Joined, Reason.Trim())),
            new(Joined, new LearningSeparated(Learning, Reason.Trim())),
        ]);
}

/// <summary>This referral goes on by itself again, where it stood before; what went to the MASH stays there.</summary>
/// <param name="From">The one it had followed.</param>
public sealed record LearningSeparated(RecordRef From, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningSeparated.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        (file.Case is null ? file.Follow(null, recorded) : file with { Course = null }) with
        {
            Stage = file.Case is null ? file.StageBeforeJoining : LearningStage.WithTheMash,
            StageBeforeJoining = LearningStage.NotStarted,
            JoinedTo = null,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) =>
        [
            LearningCards.ToReferrer(after),
            .. after.Stage == LearningStage.AwaitingTriage ? [LearningCards.ToTheChair(after)] : Array.Empty<Effect>(),
            .. LearningCards.Again(after),
        ];
}

/// <summary>A referral that was joined to this one goes on by itself again.</summary>
/// <param name="To">Which.</param>
public sealed record LearningGivenBack(RecordRef To, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningGivenBack.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file with
        {
            Joined = file.Joined.RemoveAll(joined => joined.Learning == To),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.ToReferrer(after), .. LearningCards.Again(after)];
}
