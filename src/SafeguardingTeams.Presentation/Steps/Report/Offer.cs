using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Steps.Report;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 170, Verbs.SendReport, look => look.May(Step.SendReport) ? "Send report and letter" : null),
        new(Place.Waiting, 175, Verbs.SendCorrection, look =>
            look.May(Step.SendCorrection) && ReportContent.CorrectionIsDue(look.File) ? "Send a correction" : null
        ),
        new(Place.Other, 55, Verbs.SendCorrection, look =>
            look.May(Step.SendCorrection) && !ReportContent.CorrectionIsDue(look.File) ? "Correct the report sent" : null
        ),
    ];
}
