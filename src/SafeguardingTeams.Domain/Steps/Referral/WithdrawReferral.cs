using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>Takes a referral back before the MASH has decided. The record stays; a reason is needed.</summary>
public sealed record WithdrawReferral(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.WithdrawReferral;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why you are withdrawing the referral."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : !files.This.JoinedReferrals.IsEmpty
            ? Decision.Refuse(
                new(
                    "joined",
                    "Another referral about the same incident has been joined to this one, so it can no longer be withdrawn. "
                        + "Tell the front door what you wanted to say."
                )
            )
        : Decision.Accept(CaseId, new ReferralWithdrawn(Reason.Trim()));
}

/// <summary>The referrer took it back; nothing more is waited for.</summary>
public sealed record ReferralWithdrawn(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralWithdrawn.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.StopAll(recorded.At, ClockRest.ReferralWithdrawn) with
        {
            Stage = Stage.Withdrawn,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [ReferralCards.Mash(after), ReferralCards.Referrer(after)];
}
