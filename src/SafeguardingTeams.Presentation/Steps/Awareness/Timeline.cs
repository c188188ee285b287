using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Awareness;

/// <summary>When the local authority became aware: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<AwarenessRecorded>(
            (aware, _) => ($"Local authority became aware on {Written.ShortDay(aware.AwareOn)}", aware.Reason)
        );
}
