using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Outcome;

/// <summary>The Rapid Review is withdrawn: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ReviewWithdrawn>(
                (withdrawn, _) => ("Rapid Review withdrawn: the case does not meet the criteria after all", withdrawn.Reason)
            )
            .Line<ReviewTakenUp>((taken, _) => ("Rapid Review taken up again: it goes on", taken.Reason));
}
