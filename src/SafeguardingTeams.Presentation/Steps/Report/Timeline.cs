using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Report;

/// <summary>Report and letter go to the national Panel: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ReportSent>((_, _) => ("Report and letter sent to the national Panel; agencies told the outcome", ""))
            .Line<CorrectionAsked>((asked, _) => ("Correction of the report: the three leads are asked to approve it", asked.Reason))
            .Line<CorrectionSent>((sent, _) => ("Correction of the report sent to the national Panel", sent.Reason));
}
