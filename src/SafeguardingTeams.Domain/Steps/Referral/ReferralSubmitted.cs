using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>A referral reached the MASH (A3). By default the authority became aware at that moment (PD3).</summary>
public sealed record ReferralSubmitted(
    string FormId,
    int FormVersion,
    Answers Answers,
    Referrer Referrer,
    DateOnly AwareOn,
    PinnedRules Rules,
    ImmutableList<Deadline> Deadlines
) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralSubmitted.v1";

    /// <summary>The referral it is joined to as it comes (D11); null for any other. It asks nothing of the MASH by itself (PD15).</summary>
    public CaseId? Joins { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Start(Deadlines) with
        {
            Stage = Stage.AwaitingThreshold,
            Rules = Rules,
            Referral = new(FormId, FormVersion, Answers, Referrer, recorded.At),
            Awareness = new(AwareOn, IsDefault: true, Reason: ""),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Joins is null ? [ReferralCards.Mash(after), ReferralCards.Referrer(after)] : [ReferralCards.Referrer(after)];
}
