using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PartnerDecision;

/// <summary>What must be said of a decision that was given by telephone (PD8).</summary>
internal static class ByTelephoneRules
{
    internal static IEnumerable<Refusal?> Refuse(Role lead, string givenBy, string verified) =>
        [
            !Partners.Leads.Contains(lead) ? new Refusal("answer-needed", "Choose whose decision it is.", "lead") : null,
            string.IsNullOrWhiteSpace(givenBy) ? Reasons.Needed("Say who gave it.", "given") : Reasons.TooLong(givenBy, "given"),
            string.IsNullOrWhiteSpace(verified)
                ? Reasons.Needed("Say how you made sure who was speaking, for example by calling back a known number.", "verified")
                : Reasons.TooLong(verified, "verified"),
        ];
}
