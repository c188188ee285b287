using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.PanelAnswer;

/// <summary>Report and letter, and the Panel's answer: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.PanelNews, asked => Panel(asked.About, asked.File));

    private static (string, string) Panel(Topic about, CaseFile file) =>
        about.News switch
        {
            TopicNews.Approved when file.Stage == Stage.AwaitingSubmission => (
                "The leads have approved the Rapid Review's recommendation",
                $"Report and letter go to the national Panel by {Clocks.DueBy(file, Timescales.Report.Id)}, counted from the day the "
                    + "notification was sent."
            ),
            TopicNews.Approved when file.Review.Approval is { Approved: false } && file.Review.Agreed is not null => (
                "The leads do not approve the recommendation",
                "It has to be opened again. Open the case for their reasons."
            ),
            TopicNews.Approved => ("The leads' approval: the case has moved on", "Open it to see where it stands."),
            TopicNews.RecordCorrected => (
                "The record of the Rapid Review meeting was put right",
                "The report that went to the national Panel shows it otherwise. Open it to read what was changed and why; the operational "
                    + "team can send a correction."
            ),
            TopicNews.ReportSent => (
                "Report and letter are with the national Panel",
                "The agencies and the referrer are told the outcome. The Panel normally answers by "
                    + $"{Clocks.DueBy(file, Timescales.PanelsAnswer.Id)}, counted from the day it was sent."
            ),
            TopicNews.PanelAnswered when file.Review.Answer is { Concurs: true } => (
                "The national Panel concurs",
                "Open it to read its answer."
            ),
            TopicNews.PanelAnswered => (
                "The national Panel has answered",
                "It does not concur. It cannot require a local review: the partners' response is recorded next. Open it to read its answer."
            ),
            _ => ("The partners have responded to the national Panel", "Open it to read the response."),
        };
}
