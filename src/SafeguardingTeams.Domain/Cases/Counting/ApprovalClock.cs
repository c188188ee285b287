using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The clock of the leads' approval: 2 working days from the day of the meeting, or from when they are asked anew, and before the
/// report is due (PD5).
/// </summary>
internal static class ApprovalClock
{
    /// <summary>
    /// As the recommendation is agreed: from the day of the meeting (B20); once it was opened again, from the day it is agreed
    /// anew.
    /// </summary>
    internal static Deadline AsAgreed(CaseFile file, DecisionContext context) =>
        file.Review is { Approval: null, Meeting: { } meeting } && London.DateOf(meeting.Start) is var held && held <= context.Today
            ? Pin(file, context, held, ClockAnchor.MeetingHeld)
            : Pin(file, context, context.Today, ClockAnchor.RecommendationAgreed);

    internal static Deadline Pin(CaseFile file, DecisionContext context, DateOnly from, ClockAnchor anchor)
    {
        var eve = RapidReviewTimetable.EveOfTheReport(file, context.Calendar);
        return context.Pin(file, Timescales.Approval with { Anchor = anchor }, from, eve >= from ? eve : null);
    }
}
