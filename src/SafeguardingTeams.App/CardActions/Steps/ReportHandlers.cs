using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Report;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Report and letter go to the national Panel (B21, B22).</summary>
internal sealed class ReportHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.SendReport, _ => Send), steps.On(Verbs.SendCorrection, _ => Correct)];

    private static StepCard Correct { get; } =
        new(Step.SendCorrection, SendCorrectionCard.Draw)
        {
            Command = p => new SendCorrection(p.Case, p.Input("reason")),
            Says = file =>
                file.Review.Correction is null
                    ? "The correction is being sent to the national Panel. What was sent before stays kept."
                    : "The three leads are being asked to approve the correction.",
        };

    private static StepCard Send { get; } =
        new(Step.SendReport, SendReportCard.Draw)
        {
            Command = p => new SendReport(p.Case),
            Says = _ => "Report and letter are being sent to the national Panel. Agencies and referrer are being told the outcome.",
        };
}
