using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.JointAgencyResponse;

/// <summary>
/// Records whether a Joint Agency Response was held or is due (A16, RO13); its minutes belong to the pack. What is recorded is put right
/// with a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is put right; empty the first time.</param>
public sealed record RecordJointAgencyResponse(CaseId CaseId, JointAgencyResponseRecord Record, string Reason = "") : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordJointAgencyResponse;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Record == files.This.JointAgencyResponse ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Record is { State: JointAgencyResponseState.Held, On: null }
            ? Decision.Refuse(new("date-needed", "Enter the date it was held.", "date"))
        : Record is { State: JointAgencyResponseState.Held, On: { } day } && day > context.Today
            ? Decision.Refuse(new("in-future", "This date is in the future. If it is still to come, choose \"It is due\".", "date"))
        : Reasons.TooLong(Record.Note, "note") is { } refusal ? Decision.Refuse(refusal)
        : Reasons.OfCorrection(Reason, files.This.JointAgencyResponse is not null) is { } unreasoned ? Decision.Refuse(unreasoned)
        : Decision.Accept(CaseId, new JointAgencyResponseRecorded(Record) { Reason = Reasons.Kept(Reason) });
}

/// <summary>What the MASH or operations said of it.</summary>
public sealed record JointAgencyResponseRecorded(JointAgencyResponseRecord Record) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "JointAgencyResponseRecorded.v1";

    /// <summary>Why it was put right; null where nothing was recorded before, and in what was stored before that was asked for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { JointAgencyResponse = Record };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
