using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Triage;

/// <summary>What the MASH decided.</summary>
public sealed record ThresholdDecision(bool Reached, string Reason, DateTimeOffset At);
