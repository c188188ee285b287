using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.JointAgencyResponse;

/// <summary>The Joint Agency Response: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<JointAgencyResponseRecorded>(
            (response, _) =>
                response.Reason is { } reason
                    ? (
                        $"{CaseWords.JointAgencyResponse(response.Record)}, put right"
                            + (response.Record.Note.Length > 0 ? $": {response.Record.Note}" : ""),
                        reason
                    )
                    : (CaseWords.JointAgencyResponse(response.Record), response.Record.Note)
        );
}
