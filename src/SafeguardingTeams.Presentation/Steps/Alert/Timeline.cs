using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Alert;

/// <summary>The alert to the Chair: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } = new StepTimeline().Line<AlertRead>((_, _) => ("Alert opened by the Chair", ""));
}
