using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.InformingLeads;

/// <summary>The Chair informs the three leads of a referral that appears to meet the criteria (A8): one button.</summary>
public sealed record InformLeads(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.InformLeads;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.LeadsInformedAt is not null ? Decision.Refuse(Refusal.Overtaken) : Decision.Accept(CaseId, new LeadsInformed());
}

/// <summary>The leads have been informed, and have a part in the case from now on.</summary>
public sealed record LeadsInformed : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.InformLeads.Id, recorded.At).Stop(Timescales.AlertRead.Id, recorded.At) with
        {
            LeadsInformedAt = recorded.At,
            AlertReadAt = file.AlertReadAt ?? recorded.At,
        };
}
