using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.JointAgencyResponse;

/// <summary>The Joint Agency Response: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<JointAgencyResponseRecorded>(
            (response, _) => (CaseWords.JointAgencyResponse(response.Record), response.Record.Note)
        );
}
