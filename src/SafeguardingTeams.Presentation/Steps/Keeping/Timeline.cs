using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Keeping;

/// <summary>A file is kept as it leaves: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<DocumentKept>((kept, _) => ($"Kept as it leaves: {KeptCard.What(kept.Document)}", ""));
}
