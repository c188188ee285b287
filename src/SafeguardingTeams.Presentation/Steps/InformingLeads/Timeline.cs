using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.InformingLeads;

/// <summary>The leads are informed: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<LeadsInformed>((_, _) => ("Three lead representatives informed", ""));
}
