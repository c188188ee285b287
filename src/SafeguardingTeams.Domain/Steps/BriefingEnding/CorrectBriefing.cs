using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingEnding;

/// <summary>
/// Operations or the Chair have a briefing written again that was approved or sent, with the reason (E20, PD16). What was sent stays what
/// the agencies read until the corrected text has been checked, approved and sent.
/// </summary>
public sealed record CorrectBriefing(RecordRef Briefing, string Reason) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.CorrectBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Unless([Said.Needed(Reason, "reason", "Say what was wrong.")], () => new BriefingCorrectionBegun(Reason.Trim()));
}

/// <summary>A briefing is to be written again.</summary>
public sealed record BriefingCorrectionBegun(string Reason) : BriefingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingCorrectionBegun.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At).Again(Reason) with
        {
            WhyEnded = "",
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => BriefingCards.Again(after);
}
