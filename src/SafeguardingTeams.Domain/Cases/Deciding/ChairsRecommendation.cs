using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>What the Chair recommends, or the group after it has considered the case (A9, E12).</summary>
/// <param name="ByTheGroup">Whether the group has asked the leads again.</param>
public sealed record ChairsRecommendation(bool Met, string Reason, bool SpecialMeeting, DateTimeOffset At, bool ByTheGroup = false);
