using SafeguardingTeams.Domain.Steps.ReportChanges;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReportChanges;

/// <summary>What the report shows was changed after it was agreed: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<ReportChanged>(
            (changed, _) =>
                (
                    $"Changed in the report: {string.Join("; ", changed.Changed)}"
                        + (changed.Deadline is null ? "" : ". The three leads are asked to approve it again"),
                    changed.Reason
                )
        );
}
