using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.LearningReminders;

/// <summary>What timeline and messages say of reminders.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<LearningReminded>(
                (reminded, _) =>
                    (
                        $"{(reminded.Kind == ChaseKind.Late ? "Late" : "Reminder")}: {Clocks.Title(reminded.TimescaleId)}",
                        reminded.Missed > 0
                            ? $"{Written.Count(reminded.Missed, "earlier reminder was", "earlier reminders were")} missed"
                            : ""
                    )
            )
            .Line<LearningRecalculated>(
                (again, _) =>
                    (
                        "Deadlines were counted again: "
                            + string.Join(
                                "; ",
                                again.Deadlines.Select(one => $"{Clocks.Title(one.TimescaleId)}, {Written.ShortDay(one.DueDay)}")
                            ),
                        "The bank holidays were amended."
                    )
            );

    internal static StepTexts<LearningFile> Messages { get; } = new StepTexts<LearningFile>().Message(CardKind.Reminder, Reminder);

    internal static IReadOnlyList<LearningButton> Buttons { get; } = [];

    private static (string, string) Reminder(RecordAsked<LearningFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        if (
            LearningReminded.IsOver(file, about)
            || file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not LearningReminded reminded
        )
        {
            return ("Done, or due at another time", "Nothing more is to be done here. Open it to see where it stands.");
        }

        var deadline = file.Clock(about.Name)!.Deadline;
        var due = $"{Clocks.By(deadline)}, counted from {Clocks.From(deadline.Anchor)}, {Written.ShortDay(deadline.AnchorDay)}.";
        var begins = reminded.Kind switch
        {
            ChaseKind.Late => "Late",
            ChaseKind.OnTheDay => "Due today",
            ChaseKind.DayBefore or ChaseKind.Ahead => "Due soon",
        };
        return ($"{begins}: {Subject(about.Name)}", $"Practice learning: {Clocks.ToDo(about.Name)}. Due by {due}");
    }

    /// <summary>What a deadline is about, short enough for a heading on a phone.</summary>
    private static string Subject(string clock) =>
        clock switch
        {
            _ when clock == Timescales.SafeguardingLeadsAnswer.Id => "the lead's answer",
            _ when clock == Timescales.LearningTriage.Id => "the Chair's choice",
            _ when clock == Timescales.LearningReferrerTold.Id => "tell the referrer",
            _ => Clocks.Title(clock),
        };
}
