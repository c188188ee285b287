using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingEnding;

/// <summary>
/// Operations or the Chair withdraw a briefing, with the reason (E20). The agencies it was sent to are told, without the reason, and read
/// it no more.
/// </summary>
public sealed record WithdrawBriefing(RecordRef Briefing, string Reason) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.WithdrawBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Unless([Said.Needed(Reason, "reason", "Say why it is withdrawn.")], () => new BriefingTakenBack(Reason.Trim()));
}

/// <summary>A briefing was withdrawn.</summary>
public sealed record BriefingTakenBack(string Reason) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingTakenBack.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).To(BriefingStage.Withdrawn) with
        {
            WhyEnded = Reason,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) =>
        [.. BriefingCards.TakenBack(after), .. BriefingCards.Again(after)];
}
