using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>
/// The three leads' approval of the Rapid Review's recommendation (B20): a round of decisions as for the criteria, with mediation
/// where they differ.
/// </summary>
/// <param name="Round">Who has approved, or not, and why.</param>
/// <param name="MediationAskedAt">When the Scrutineer was asked to mediate; null while they are not.</param>
public sealed record ApprovalRound(DecisionRound Round, DateTimeOffset? MediationAskedAt)
{
    /// <summary>
    /// The fingerprint of what the report showed when they decided, by which their approval is fixed; empty where nobody has, or it was
    /// before that was recorded.
    /// </summary>
    public string Content { get; init; } = "";

    /// <summary>Whether the leads are being asked: no outcome yet, and nobody mediates meanwhile (B20).</summary>
    public bool IsOpen => MediationAskedAt is null && Approved is null;

    /// <summary>What came of it: null while the round is open. Still split after mediation it is not approved.</summary>
    public bool? Approved =>
        Round.Missing.Any() ? null
        : Round.Differ
            ? Round.Mediated ? false
                : null
        : Round.Decisions[0].Agrees;
}
