using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Recalculating;

/// <summary>Deadlines are counted again: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<DeadlinesRecalculated>((_, _) => ("Deadlines counted again: the bank holidays were amended", ""))
            .Line<MeetingDayDoubted>((doubted, _) => (Doubt(doubted.Doubt), ""))
            .Line<ClocksPinned>(
                (pinned, _) =>
                    pinned.Deadlines switch
                    {
                        [{ Anchor: ClockAnchor.RecommendationReopened }, ..] => (
                            "The meeting's clock runs again, from the day the recommendation was opened again",
                            ""
                        ),
                        [{ Anchor: ClockAnchor.ScopingSent }, ..] => (
                            "Returns that are missing are due at another time, or are waited for again",
                            ""
                        ),
                        _ => ("The Rapid Review's clocks count from the day the notification was sent", ""),
                    }
            );

    private static string Doubt(MeetingDoubt doubt) =>
        doubt switch
        {
            MeetingDoubt.None => "The planned day of the meeting is well again",
            MeetingDoubt.NoWorkingDay => "The planned day of the meeting is no working day any more",
            MeetingDoubt.TooEarly => "The planned day of the meeting is before its window by now, and no reason is given",
            MeetingDoubt.TooLate => "The planned day of the meeting is after its window by now",
        };
}
