using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Mediation;

/// <summary>A lead or the Chair asks the Independent Scrutineer to mediate, once the leads differ (A11).</summary>
public sealed record AskForMediation(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Decision.Accept(CaseId, new MediationAskedFor(context.Pin(files.This, Timescales.Mediation, context.Today)));
}

/// <summary>Mediation was asked for; the leads' own clock rests meanwhile.</summary>
public sealed record MediationAskedFor(Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MediationAskedFor.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.LeadsDecision.Id, recorded.At).Start([Deadline]) with
            {
                Mediation = new(recorded.At),
            }
        ).WithPartnersClocksAtRest(recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [RoundCards.Mediation(after, after.Round!.Number), .. RoundCards.OnCriteria(after)];
}

/// <summary>
/// The Scrutineer records the mediation: what came of it and who agreed to it. Not a casting vote: each lead decides again
/// on a fresh card (PD8).
/// </summary>
public sealed record RecordMediation(CaseId CaseId, string Outcome, string AgreedBy) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        (Reasons.TooLong(Outcome, "outcome") ?? MediationRules.Refuse(Outcome, AgreedBy)) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(
                CaseId,
                new MediationRecorded(Outcome.Trim(), AgreedBy.Trim(), context.Pin(files.This, Timescales.LeadsDecision, context.Today))
            );
}

/// <summary>The mediation was recorded; the leads are asked again.</summary>
public sealed record MediationRecorded(string Outcome, string AgreedBy, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MediationRecorded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.Mediation.Id, recorded.At).Start([Deadline]) with
            {
                Mediation = null,
                Mediated = new(Outcome, AgreedBy),
                Round = DecisionRound.After(file.Round, mediated: true),
            }
        ).WithPartnersClocksAtRest(recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            RoundCards.Mediation(after, after.Round!.Number - 1),
            .. Tell.Again(RoundCards.OnCriteria(after, after.Round.Number - 1)),
            .. RoundCards.OnCriteria(after),
        ];
}

/// <summary>
/// The Scrutineer or operations put the record of the last mediation right, with a reason (PD16): nobody is asked again for it.
/// </summary>
public sealed record CorrectMediation(CaseId CaseId, string Outcome, string AgreedBy, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.CorrectMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Mediated is not { } before ? Decision.Refuse(Refusal.Overtaken)
        : (MediationRules.Refuse(Outcome, AgreedBy) ?? Reasons.TooLong(Reason)) is { } wrong ? Decision.Refuse(wrong)
        : before == new MediationOutcome(Outcome.Trim(), AgreedBy.Trim())
            ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why what was recorded is being corrected. It stays on the record."))
        : Decision.Accept(CaseId, new MediationCorrected(Outcome.Trim(), AgreedBy.Trim(), Reason.Trim()));
}

/// <summary>The record of the last mediation was corrected.</summary>
public sealed record MediationCorrected(string Outcome, string AgreedBy, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "MediationCorrected.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Mediated = new(Outcome, AgreedBy) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>What holds of every mediation between leads, on the criteria (A11) and on the approval (B20).</summary>
internal static class MediationRules
{
    /// <summary>What is missing of a record of mediation, or too long; null where it is complete.</summary>
    internal static Refusal? Refuse(string outcome, string agreedBy) =>
        string.IsNullOrWhiteSpace(outcome) ? Reasons.Needed("Say what came of the mediation.", "outcome")
        : string.IsNullOrWhiteSpace(agreedBy) ? Reasons.Needed("Say who agreed to it; if nobody did, say so.", "agreed")
        : Reasons.TooLong(outcome, "outcome") ?? Reasons.TooLong(agreedBy, "agreed");
}
