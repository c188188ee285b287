using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Threshold;

/// <summary>The MASH decides the threshold: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<ThresholdDecided>(
            (decided, _) =>
                (
                    decided.Reached ? "Threshold reached; passed to the operational team and the Chair alerted" : "Threshold not reached",
                    decided.Reason
                )
        );
}
