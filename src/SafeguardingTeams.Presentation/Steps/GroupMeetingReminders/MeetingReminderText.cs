using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupMeetingReminders;

/// <summary>What timeline and messages say of reminders.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>()
            .Line<MeetingReminded>(
                (reminded, _) =>
                    (
                        $"{(reminded.Kind == ChaseKind.Late ? "Late" : "Reminder")}: {Clocks.Title(reminded.TimescaleId)}",
                        reminded.Missed > 0
                            ? $"{Written.Count(reminded.Missed, "earlier reminder was", "earlier reminders were")} missed"
                            : ""
                    )
            )
            .Line<MeetingRecalculated>(
                (again, _) =>
                    (
                        "Dates were counted again: the agenda closes on "
                            + string.Join(
                                "; ",
                                again
                                    .Deadlines.Select(one => $"{Clocks.Title(one.TimescaleId)}, {Written.ShortDay(one.DueDay)}")
                                    .Prepend(Written.ShortDay(again.ClosesOn))
                            ),
                        "The bank holidays were amended."
                    )
            );

    internal static StepTexts<MeetingFile> Messages { get; } = new StepTexts<MeetingFile>().Message(CardKind.Reminder, Reminder);

    internal static IReadOnlyList<MeetingButton> Buttons { get; } = [];

    private static (string, string) Reminder(RecordAsked<MeetingFile> asked)
    {
        var (file, about) = (asked.File, asked.About);
        if (
            MeetingReminded.IsOver(file, about)
            || file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is not MeetingReminded reminded
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
        return ($"{begins}: {Subject(about.Name)}", $"The group's meeting: {Clocks.ToDo(about.Name)}. Due by {due}");
    }

    /// <summary>What a deadline is about, short enough for a heading on a phone.</summary>
    private static string Subject(string clock) =>
        clock switch
        {
            _ when clock == Timescales.GroupPapers.Id => "agenda and papers",
            _ when clock == Timescales.GroupMeetingHeld.Id => "meeting of the group",
            _ when clock == Timescales.MinutesToChair.Id => "minutes to the Chair",
            _ when clock == Timescales.MinutesToMembers.Id => "minutes to members",
            _ => Clocks.Title(clock),
        };
}
