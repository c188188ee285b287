using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.InformingLeads;

/// <summary>The Chair informs the three leads of a referral that appears to meet the criteria (A8): one button.</summary>
public sealed record InformLeads(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.InformLeads;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) => Decision.Accept(CaseId, new LeadsInformed());
}

/// <summary>The leads have been informed, and have a part in the case from now on.</summary>
public sealed record LeadsInformed : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadsInformed.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.InformLeads.Id, recorded.At).Stop(Timescales.AlertRead.Id, recorded.At) with
        {
            LeadsInformedAt = recorded.At,
            AlertReadAt = file.AlertReadAt ?? recorded.At,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [.. ReferralCards.Received(after), .. Partners.Leads.Select(lead => Tell.To(after, CardKind.LeadsInformed, lead))];
}
