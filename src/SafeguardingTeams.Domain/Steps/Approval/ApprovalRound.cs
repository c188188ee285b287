using System.Collections.Immutable;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.PartnerDecision;

namespace SafeguardingTeams.Domain.Steps.Approval;

/// <summary>The three leads' approval of the Rapid Review's recommendation (B20): a round of decisions as for the criteria, with mediation where they differ.</summary>
/// <param name="Round">Who has approved, or not, and why.</param>
/// <param name="MediationAskedAt">When the Scrutineer was asked to mediate; null while they are not.</param>
public sealed record ApprovalRound(DecisionRound Round, DateTimeOffset? MediationAskedAt)
{
    /// <summary>What came of it: null while the round is open. Still split after mediation it is not approved.</summary>
    public bool? Approved => Round.Missing.Any() ? null : Round.Differ ? Round.Mediated ? false : null : Round.Decisions[0].Agrees;
}
