using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.PanelAnswer;

/// <summary>The national Panel's answer and the partners' response: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<PanelAnswered>(
                (answered, _) =>
                    (
                        $"The national Panel {(answered.Concurs ? "concurs" : "does not concur")}, "
                            + $"{Written.ShortDay(answered.ReceivedOn)}: {answered.Text}",
                        answered.Reason
                    )
            )
            .Line<PartnersResponseCorrected>(
                (corrected, _) => ($"The partners' response to the Panel corrected: {corrected.Text}", corrected.Reason)
            )
            .Line<PartnersResponded>((responded, _) => ("The partners' response to the Panel recorded", responded.Text));
}
