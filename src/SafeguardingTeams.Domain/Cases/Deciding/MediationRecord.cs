using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>What came of a mediation, and who agreed to it.</summary>
public sealed record MediationOutcome(string Outcome, string AgreedBy);

/// <summary>A mediation that has been asked for and is not recorded yet.</summary>
public sealed record MediationRecord(DateTimeOffset AskedAt);
