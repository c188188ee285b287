using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The meeting's clock once the recommendation is open again: a limit of its own, and before the report is due (B1,
/// B11).
/// </summary>
internal static class MeetingClock
{
    internal static Deadline Reopened(CaseFile file, DecisionContext context, DateOnly reopenedOn)
    {
        var eve = RapidReviewTimetable.EveOfTheReport(file, context.Calendar);
        return Deadlines.Pin(
            Timescales.Meeting with
            {
                Number = (file.Rules ?? context.Rules).Of(Timescales.AgreedAnew),
                Anchor = ClockAnchor.RecommendationReopened,
                FigureIsOurs = true,
            },
            reopenedOn,
            context.At,
            context.Calendar,
            context.Office,
            eve >= reopenedOn ? eve : null
        );
    }
}
