using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.BriefingReminders;

/// <summary>What timeline and messages say of reminders.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>()
            .Line<BriefingReminded>(
                (reminded, _) =>
                    (
                        $"{(reminded.Kind == ChaseKind.Late ? "Late" : "Reminder")}: answers to a briefing, to "
                            + string.Join(
                                ", ",
                                reminded.To.Select(to =>
                                    to.Role == Role.GroupMember ? "the agencies' members of the group" : $"the {CaseWords.Roles([to.Role])}"
                                )
                            ),
                        reminded.Missed > 0
                            ? $"{Written.Count(reminded.Missed, "earlier reminder was", "earlier reminders were")} missed"
                            : ""
                    )
            )
            .Line<BriefingRecounted>((_, _) => ("The deadline was counted again", "The bank holidays were amended."));

    internal static StepTexts<BriefingFile> Messages { get; } = new StepTexts<BriefingFile>().Message(CardKind.Reminder, Reminder);

    internal static IReadOnlyList<BriefingButton> Buttons { get; } = [];

    private static (string, string) Reminder(RecordAsked<BriefingFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        if (
            BriefingReminded.IsOver(file, about)
            || file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not BriefingReminded reminded
        )
        {
            return ("Done, or due at another time", "Nothing more is to be done here. Open it to see where it stands.");
        }

        var isLate = reminded.Kind == ChaseKind.Late;
        var begins =
            isLate ? "Late"
            : reminded.Kind == ChaseKind.OnTheDay ? "Due today"
            : "Due soon";
        return (
            $"{begins}: answer to a briefing",
            $"{Written.Sentence(Clocks.ToDo(about.Name))}: that {(isLate ? "was" : "is")} due by "
                + $"{Clocks.By(file.Clock(about.Name)!.Deadline)}. Open it to see where it stands."
        );
    }
}
