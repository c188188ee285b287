using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>A special meeting of the group.</summary>
public sealed record SpecialMeeting(string Reason, string AskedBy, string PersonId, DateTimeOffset At);
