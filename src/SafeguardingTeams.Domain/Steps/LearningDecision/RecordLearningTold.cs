using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LearningDecision;

/// <summary>The referrer has been told: by a card, which this system records, or in another way, which operations do (D5, D8).</summary>
public sealed record RecordLearningTold(RecordRef Learning, string How) : LearningCommand(Learning)
{
    /// <summary>
    /// The version of the record that was shown or told: of what was put right since, the referrer has not been told.
    /// </summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <summary>The longest account of how, in characters.</summary>
    public const int Longest = 400;

    /// <inheritdoc/>
    public override Step Step => Step.RecordLearningTold;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context) =>
        files.This.ToldOf > Seen ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(How) ? Decision.Refuse(new("answer-needed", "Say how the referrer was told.", "how"))
        : How.Trim().Length > Longest ? Decision.Refuse(new("too-long", $"Shorten it to {Longest} characters or fewer.", "how"))
        : Decision.Accept(Learning, new LearningReferrerTold(How.Trim()));
}

/// <summary>The referrer was told.</summary>
public sealed record LearningReferrerTold(string How) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningReferrerTold.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.LearningReferrerTold, recorded.At) with
        {
            Told = new(recorded.At, How),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after) with { OnlyIfShown = true }];
}
