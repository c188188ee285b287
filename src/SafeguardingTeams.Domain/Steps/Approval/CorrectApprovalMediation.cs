using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Mediation;

namespace SafeguardingTeams.Domain.Steps.Approval;

/// <summary>
/// The Scrutineer or operations put the record of the last mediation of an approval right, with a reason (B20, PD16): nobody is asked again
/// for it.
/// </summary>
public sealed record CorrectApprovalMediation(CaseId CaseId, string Outcome, string AgreedBy, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.CorrectApprovalMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Mediated is not { } before ? Decision.Refuse(Refusal.Overtaken)
        : MediationRules.Refuse(Outcome, AgreedBy) is { } wrong ? Decision.Refuse(wrong)
        : before == new MediationOutcome(Outcome.Trim(), AgreedBy.Trim())
            ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Reasons.OfCorrection(Reason, true) is { } unreasoned ? Decision.Refuse(unreasoned)
        : Decision.Accept(CaseId, new ApprovalMediationCorrected(Outcome.Trim(), AgreedBy.Trim(), Reason.Trim()));
}

/// <summary>The record of the last mediation of an approval was corrected.</summary>
public sealed record ApprovalMediationCorrected(string Outcome, string AgreedBy, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ApprovalMediationCorrected.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Mediated = new(Outcome, AgreedBy) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
