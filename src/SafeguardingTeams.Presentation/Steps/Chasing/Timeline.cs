using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Chasing;

/// <summary>Reminders: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline().Line<DeadlineChased>(
            (chased, file) =>
                (
                    $"{Kind(chased.Kind)}: {Clocks.Title(file, chased.TimescaleId)}, to "
                        + $"{CaseWords.Whom(chased.To)}"
                        + (
                            chased.Missed > 0
                                ? $". {Written.Count(chased.Missed, "earlier reminder was", "earlier reminders were")} missed"
                                : ""
                        ),
                    ""
                )
        );

    private static string Kind(ChaseKind kind) =>
        kind switch
        {
            ChaseKind.Ahead => "Reminder, some time ahead",
            ChaseKind.DayBefore => "Reminder, due the next working day",
            ChaseKind.OnTheDay => "Reminder, due on the day",
            ChaseKind.Late => "Late",
        };
}
