using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Threshold;

/// <summary>The MASH decides the threshold: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.ThresholdTask, asked => Threshold(asked.File));

    private static (string, string) Threshold(CaseFile file) =>
        file.Stage switch
        {
            Stage.NotStarted => throw new InvalidOperationException("No message is due for a case that has not started."),
            Stage.AwaitingThreshold => (
                "A referral waits for the threshold decision",
                $"Decide by {Clocks.DueDay(file, Timescales.ThresholdDecision)}, counted from the day the referral reached the front door."
            ),
            Stage.BelowThreshold => ("Threshold decided", "Nothing more is to be done here. The referrer is told."),
            Stage.Withdrawn => ("Referral withdrawn", "Nothing more is to be done here."),
            Stage.Joined => ("Referral joined to another", $"It goes on as {file.JoinedTo}."),
            _ => ("Threshold decided", "Nothing more is to be done here. The operational team and the Chair have been alerted."),
        };
}
