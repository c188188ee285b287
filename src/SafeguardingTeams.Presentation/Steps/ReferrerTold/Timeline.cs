using SafeguardingTeams.Presentation.Wording;
using Told = SafeguardingTeams.Domain.Steps.ReferrerTold.ReferrerTold;

namespace SafeguardingTeams.Presentation.Steps.ReferrerTold;

/// <summary>The referrer is told: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } = new StepTimeline().Line<Told>((told, _) => ("Referrer told of the decision", told.How));
}
