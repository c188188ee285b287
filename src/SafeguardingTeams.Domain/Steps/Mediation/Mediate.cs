using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Domain.Steps.Mediation;

/// <summary>A lead or the Chair asks the Independent Scrutineer to mediate, once the leads differ (A11).</summary>
public sealed record AskForMediation(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Mediation is not null || files.This.PartnersView is not null || files.This.Round is not { Mediated: false } ? Decision.Refuse(Refusal.Overtaken)
        : !files.This.Round.Differ ? Decision.Refuse(new("no-difference", "The leads do not differ, so there is nothing to mediate."))
        : Decision.Accept(CaseId, new MediationAskedFor(context.Pin(files.This, Timescales.Mediation, context.Today)));
}

/// <summary>Mediation was asked for; the leads' own clock rests meanwhile.</summary>
public sealed record MediationAskedFor(Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.LeadsDecision.Id, recorded.At).Start([Deadline]) with { Mediation = new(recorded.At) };
}

/// <summary>
/// The Scrutineer records the mediation: what came of it and who agreed to it. Not a casting vote: each lead decides again
/// on a fresh card (decision 8).
/// </summary>
public sealed record RecordMediation(CaseId CaseId, string Outcome, string AgreedBy) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Mediation is null || files.This.PartnersView is not null ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Outcome) ? Decision.Refuse(Reasons.Needed("Say what came of the mediation.", "outcome"))
        : Reasons.TooLong(Outcome, "outcome") is { } tooLong ? Decision.Refuse(tooLong)
        : string.IsNullOrWhiteSpace(AgreedBy) ? Decision.Refuse(Reasons.Needed("Say who agreed to it; if nobody did, say so.", "agreed"))
        : Reasons.TooLong(AgreedBy, "agreed") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new MediationRecorded(Outcome.Trim(), AgreedBy.Trim(), context.Pin(files.This, Timescales.LeadsDecision, context.Today)));
}

/// <summary>The mediation was recorded; the leads are asked again.</summary>
public sealed record MediationRecorded(string Outcome, string AgreedBy, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.Mediation.Id, recorded.At).Start([Deadline]) with { Mediation = null, Mediated = new(Outcome, AgreedBy), Round = DecisionRound.After(file.Round, mediated: true) };
}

/// <summary>The Scrutineer or operations put the record of the last mediation right, with a reason (decision 16): nobody is asked again for it.</summary>
public sealed record CorrectMediation(CaseId CaseId, string Outcome, string AgreedBy, string Reason) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.CorrectMediation;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Mediated is not { } before ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Outcome) ? Decision.Refuse(Reasons.Needed("Say what came of the mediation.", "outcome"))
        : string.IsNullOrWhiteSpace(AgreedBy) ? Decision.Refuse(Reasons.Needed("Say who agreed to it; if nobody did, say so.", "agreed"))
        : (Reasons.TooLong(Outcome, "outcome") ?? Reasons.TooLong(AgreedBy, "agreed") ?? Reasons.TooLong(Reason)) is { } tooLong ? Decision.Refuse(tooLong)
        : before == new MediationOutcome(Outcome.Trim(), AgreedBy.Trim()) ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why what was recorded is being corrected. It stays on the record."))
        : Decision.Accept(CaseId, new MediationCorrected(Outcome.Trim(), AgreedBy.Trim(), Reason.Trim()));
}

/// <summary>The record of the last mediation was put right.</summary>
public sealed record MediationCorrected(string Outcome, string AgreedBy, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Mediated = new(Outcome, AgreedBy) };
}

/// <summary>What came of a mediation, and who agreed to it.</summary>
public sealed record MediationOutcome(string Outcome, string AgreedBy);

/// <summary>A mediation that has been asked for and is not recorded yet.</summary>
public sealed record MediationRecord(DateTimeOffset AskedAt);
