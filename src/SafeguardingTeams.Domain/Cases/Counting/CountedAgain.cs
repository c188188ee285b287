using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>A deadline recalculated from what it was counted from, never later than what the case's timetable now says.</summary>
internal static class CountedAgain
{
    internal static Deadline Of(CaseFile file, Deadline deadline, DecisionContext context) =>
        Timescales.Rule(deadline.TimescaleId)! switch
        {
            { Id: var id } when id == Timescales.ScopingReturn.Id => ReturnClock.Pin(
                file,
                Timescales.About(deadline.TimescaleId),
                context,
                deadline.AnchorDay
            ),
            { Id: var id } when id == Timescales.Approval.Id => ApprovalClock.Pin(file, context, deadline.AnchorDay, deadline.Anchor),
            { Id: var id } when id == Timescales.Meeting.Id && deadline.Anchor == ClockAnchor.RecommendationReopened =>
                MeetingClock.Reopened(file, context, deadline.AnchorDay),
            // One that runs for each of several keeps its own id.
            var timescale => context.Pin(file, timescale with { Id = deadline.TimescaleId }, deadline.AnchorDay),
        };
}
