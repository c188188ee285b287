using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Joining;

/// <summary>
/// Joins a referral about the same incident to another, with a reason (PD15): the work goes on in the one, the
/// other keeps its own record, and its referrer hears the same outcome.
/// </summary>
/// <param name="CaseId">The one that goes on.</param>
/// <param name="Joined">The one that is joined to it.</param>
/// <param name="Reason">Why they are one incident.</param>
public sealed record JoinReferrals(CaseId CaseId, CaseId Joined, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.JoinReferrals;

    /// <inheritdoc/>
    public override CaseId? OtherCase => Joined;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var (goesOn, joined) = (files.This, files.Other!);
        return CaseId == Joined ? Decision.Refuse(new("same", "A referral cannot be joined to itself."))
            : goesOn.Stage == Stage.Joined || joined.Stage == Stage.Joined ? Decision.Refuse(Refusal.Overtaken)
            : joined.Stage != Stage.AwaitingThreshold
                ? Decision.Refuse(
                    new("already-decided", "That referral's threshold has been decided already. Join this one to it instead.")
                )
            : !joined.JoinedReferrals.IsEmpty
                ? Decision.Refuse(new("has-joined", "Other referrals are joined to that one. Join this one to it instead."))
            : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why these are about the same incident."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : new Decision.Accepted([
                new(
                    CaseId,
                    new ReferralReceived(new(Joined, joined.Referral!.Referrer, NamedAgencies.In(joined.Referral.Answers)), Reason.Trim())
                ),
                new(Joined, new ReferralJoined(CaseId, Reason.Trim())),
            ]);
    }
}

/// <summary>This referral was joined to another; while it is, its own clocks rest and the other's go on.</summary>
public sealed record ReferralJoined(CaseId To, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralJoined.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Stage = Stage.Joined,
            StageBeforeJoining = file.Stage,
            JoinedTo = To,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [.. Tell.Again([ReferralCards.Mash(after)]), ReferralCards.Referrer(after)];
}

/// <summary>Another referral about the same incident was joined to this one.</summary>
public sealed record ReferralReceived(JoinedReferral Joined, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferralReceived.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            JoinedReferrals = file.JoinedReferrals.Add(Joined),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [ReferralCards.Mash(after), .. ReviewCards.Named(after), .. ReviewCards.Pack(after)];
}
