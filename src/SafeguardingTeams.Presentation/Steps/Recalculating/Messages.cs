using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Recalculating;

/// <summary>Deadlines are counted again: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages().Message(CardKind.Recounted, asked =>
            asked
                .File.History.Find(recorded =>
                    recorded.Sequence == asked.About.Number || Topic.AfterEvent(recorded.Sequence) == asked.About
                )
                ?.Event switch
            {
                ClocksPinned when asked.File.Review.Agency(asked.About.Name) is not null => (
                    "Your agency's scoping form is due at another time",
                    $"It is due by {Clocks.DueBy(asked.File, ReturnClock.Id(asked.About.Name))}: the meeting, or what it is counted from, "
                        + "was moved. Open it to return the form, or to say that the family is not known."
                ),
                MeetingDayDoubted => (
                    "Look at the day of the Rapid Review meeting",
                    "Bank holidays or the notification were amended, and the planned day is not well by that. Open the case to see why, "
                        + "and plan the meeting on another day."
                ),
                _ => ("Deadlines were counted again", "The bank holidays were amended. Open the case to see the dates as they are now."),
            }
        );
}
