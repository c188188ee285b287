using System.Collections.Immutable;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingWriting;

/// <summary>
/// Operations or the Chair begin a briefing, a copy for training or a paper for the TriBorough group, from a record or from none (D4, E11,
/// E20, E23).
/// </summary>
public sealed record BeginBriefing(RecordRef Briefing, BriefingPlan Plan) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.BeginBriefing;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Plan.Source is { } source ? [source] : [];

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context)
    {
        ImmutableList<Refusal> wrong = [.. Plan.Refusals(context)];
        return !wrong.IsEmpty
            ? new Decision.Refused(wrong)
            : new Decision.Accepted([
                new(Briefing, new BriefingBegun(Plan, context.Rules)),
                // So that nobody is asked to begin what the group decided on and has been begun (D4).
                .. files.Others is [LearningFile learning]
                    ? [new(learning.Ref, new LearningCopyBegun(Briefing, Plan.Purpose))]
                    : ImmutableList<RecordChange>.Empty,
            ]);
    }
}

/// <summary>A briefing was begun.</summary>
/// <param name="Rules">The numbers in force (PD9).</param>
public sealed record BriefingBegun(BriefingPlan Plan, PinnedRules Rules) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingBegun.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.To(BriefingStage.Writing) with
        {
            Plan = Plan,
            Rules = Rules,
            BegunAt = recorded.At,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [];
}

/// <summary>A briefing, a copy for training or a paper was begun from a referral for practice learning.</summary>
public sealed record LearningCopyBegun(RecordRef Briefing, BriefingPurpose Purpose) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LearningCopyBegun.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file with { Copies = file.Copies.Add(Purpose) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [];
}
