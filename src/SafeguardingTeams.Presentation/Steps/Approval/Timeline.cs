using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Approval;

/// <summary>The three leads approve the recommendation, or do not: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ApprovalGiven>(
                (given, _) =>
                    (
                        $"{Written.Sentence(Clocks.Partner(given.Decision.Lead))} "
                            + $"{(given.Decision.Agrees ? "approves" : "does not approve")} the "
                            + $"recommendation{CaseWords.Telephone(given.Decision.Telephone)}",
                        given.Decision.Reason
                    )
            )
            .Line<ApprovalMediationAskedFor>((_, _) => ("Independent Scrutineer asked to mediate the approval", ""))
            .Line<ApprovalMediationRecorded>(
                (mediated, _) =>
                    ($"Mediation of the approval recorded; the leads are asked again. Agreed to by: {mediated.AgreedBy}", mediated.Outcome)
            )
            .Line<ApprovalMediationCorrected>(
                (corrected, _) =>
                    (
                        $"Record of the mediation of the approval corrected: {corrected.Outcome} Agreed to by: {corrected.AgreedBy}",
                        corrected.Reason
                    )
            );
}
