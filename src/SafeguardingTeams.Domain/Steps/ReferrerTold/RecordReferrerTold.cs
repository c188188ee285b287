using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ReferrerTold;

/// <summary>Records that the referrer has been told of the decision (A4, A15): by the card that reached them, or by a person.</summary>
/// <param name="How">In plain words, such as "by telephone".</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: then it is corrected (PD16).</param>
public sealed record RecordReferrerTold(CaseId CaseId, string How, bool Again = false) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordReferrerTold;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Again != files.This.ReferrerTold is not null ? Decision.Refuse(Refusal.Overtaken)
        : How.Trim() == files.This.ReferrerTold?.How ? Decision.Refuse(new("nothing-changed", "This is what is recorded already.", "how"))
        : string.IsNullOrWhiteSpace(How) ? Decision.Refuse(Reasons.Needed("Say how you told them.", "how"))
        : Reasons.TooLong(How, "how") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new ReferrerTold(How.Trim()));
}

/// <summary>The referrer has been told.</summary>
public sealed record ReferrerTold(string How) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReferrerTold.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.ReferrerTold.Id, recorded.At) with
        {
            ReferrerTold = new(recorded.At, How),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
