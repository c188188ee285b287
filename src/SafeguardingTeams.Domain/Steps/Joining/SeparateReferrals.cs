using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Joining;

/// <summary>Undoes a joining, with a reason: the joined referral goes on by itself, where it stood (PD15).</summary>
public sealed record SeparateReferrals(CaseId CaseId, CaseId Joined, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.JoinReferrals;

    /// <inheritdoc/>
    public override CaseId? OtherCase => Joined;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.Other!.JoinedTo != CaseId || files.Other.Stage != Stage.Joined ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why these are two incidents after all."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : new Decision.Accepted([
            new(CaseId, new ReferralGivenBack(Joined, Reason.Trim())),
            new(Joined, new ReferralSeparated(CaseId, Reason.Trim())),
        ]);
}

/// <summary>This referral stands by itself again, where it stood before.</summary>
public sealed record ReferralSeparated(CaseId From, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralSeparated.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Stage = file.StageBeforeJoining,
            StageBeforeJoining = Stage.NotStarted,
            JoinedTo = null,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [ReferralCards.Mash(after), ReferralCards.Referrer(after)];
}

/// <summary>A referral joined to this one stands by itself again.</summary>
public sealed record ReferralGivenBack(CaseId To, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralGivenBack.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            JoinedReferrals = file.JoinedReferrals.RemoveAll(joined => joined.CaseId == To),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [ReferralCards.Mash(after)];
}
