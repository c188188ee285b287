using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Triage;

/// <summary>A referral joined to a case.</summary>
/// <param name="CaseId">Its reference.</param>
/// <param name="Referrer">Who referred, and so hears the outcome.</param>
/// <param name="Agencies">The agencies it names as involved (B8); null in what was stored before they were kept.</param>
public sealed record JoinedReferral(CaseId CaseId, Referrer Referrer, ImmutableList<string>? Agencies = null);
