using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Alert;

/// <summary>The Chair opens the alert (A7): after an hour of office time without that, operations are told to ring.</summary>
public sealed record ReadAlert(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReadAlert;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) => Decision.Accept(CaseId, new AlertRead());
}

/// <summary>The Chair has opened the alert.</summary>
public sealed record AlertRead : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AlertRead.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(Timescales.AlertRead.Id, recorded.At) with
        {
            AlertReadAt = recorded.At,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
