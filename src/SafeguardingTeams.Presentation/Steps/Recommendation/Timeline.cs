using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Recommendation;

/// <summary>The Chair recommends: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<RecommendationMade>(
            (made, _) =>
                (
                    $"Recommended: criteria {(made.Met ? "met" : "not met")}{(made.SpecialMeeting ? "; special meeting recommended" : "")}",
                    made.Reason
                )
        );
}
