using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>What the Chair recommends.</summary>
public sealed record ChairsRecommendation(bool Met, string Reason, bool SpecialMeeting, DateTimeOffset At);
