using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Mediation;

/// <summary>The Scrutineer mediates between the leads: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<MediationAskedFor>((_, _) => ("Independent Scrutineer asked to mediate", ""))
            .Line<MediationRecorded>(
                (mediated, _) => ($"Mediation recorded; the leads are asked again. Agreed to by: {mediated.AgreedBy}", mediated.Outcome)
            )
            .Line<MediationCorrected>(
                (corrected, _) =>
                    ($"Record of the mediation corrected: {corrected.Outcome} Agreed to by: {corrected.AgreedBy}", corrected.Reason)
            );
}
