using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Joining;

/// <summary>Referrals about one incident: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ReferralJoined>((joined, _) => ($"Joined to {joined.To}", joined.Reason))
            .Line<ReferralReceived>((received, _) => ($"{received.Joined.CaseId} joined to this referral", received.Reason))
            .Line<ReferralSeparated>((separated, _) => ($"Separated from {separated.From}", separated.Reason))
            .Line<ReferralGivenBack>((given, _) => ($"{given.To} separated from this referral", given.Reason));
}
