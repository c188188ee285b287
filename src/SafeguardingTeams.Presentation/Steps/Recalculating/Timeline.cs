using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Recalculating;

/// <summary>Deadlines are counted again: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<DeadlinesRecalculated>((_, _) => ("Deadlines counted again: the bank holidays were amended", ""));
}
