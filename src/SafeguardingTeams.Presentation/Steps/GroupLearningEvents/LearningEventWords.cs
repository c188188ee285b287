using SafeguardingTeams.Domain.Group;

namespace SafeguardingTeams.Presentation.Steps.GroupLearningEvents;

/// <summary>What is said of learning events (E21).</summary>
internal static class LearningEventWords
{
    internal static string Of(LearningEventKind kind) =>
        kind switch
        {
            LearningEventKind.Workshop => "Workshop",
            LearningEventKind.Webinar => "Webinar",
            LearningEventKind.TeamSession => "Session of a team",
            LearningEventKind.Conference => "Conference",
            LearningEventKind.Other => "Other",
        };

    internal static string Agency(AgencyAttendance agency) => agency.AgencyId.Length == 0 ? "Any other agency" : agency.AgencyName;

    /// <summary>Where one stands, short enough for a heading on a phone.</summary>
    internal static string Stands(GroupLearningEvent one, DateOnly today) =>
        one switch
        {
            { Stands: false } => "Called off",
            { FollowUp.WasDone: true } => "Held and followed up",
            { FollowUp: not null } => "Held, and not followed up",
            { Record: not null } => "Held, to be followed up",
            _ => one.Plan.On > today ? "Still to come" : "Who came is not recorded",
        };
}
