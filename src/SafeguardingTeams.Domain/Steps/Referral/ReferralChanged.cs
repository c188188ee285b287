using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>Answers of a referral were completed or corrected; the old values stay here, on the record (PD16).</summary>
public sealed record ReferralChanged(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralChanged.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Referral = file.Referral! with { Answers = AnswerChange.Apply(file.Referral.Answers, Changes) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. after.Stage == Stage.AwaitingThreshold ? [ReferralCards.Mash(after)] : ReferralCards.Received(after),
            .. ReviewCards.Pack(after),
        ];
}
