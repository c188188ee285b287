using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The clock of an agency's return: 5 working days after the day sent, 17:00, never later than working day 9 (PD5) nor than the
/// working day before the meeting.
/// </summary>
public static class ReturnClock
{
    /// <summary>Its id: a clock for each agency.</summary>
    public static string Id(string agencyKey) => Timescales.Of(Timescales.ScopingReturn, agencyKey);

    /// <summary>The day of the return if letter and form were sent that day: for the preview.</summary>
    public static DateOnly Expected(CaseFile file, WorkingDayCalendar calendar, DateOnly sentOn)
    {
        var due = calendar.AddWorkingDays(
            sentOn,
            file.Rules?.Limits.GetValueOrDefault(Timescales.ScopingReturn.Id, Timescales.ScopingReturn.Number)
                ?? Timescales.ScopingReturn.Number
        );
        return Latest(file, calendar, sentOn) is { } latest && latest < due ? latest : due;
    }

    internal static Deadline Pin(CaseFile file, string agencyKey, DecisionContext context, DateOnly sentOn) =>
        context.Pin(file, Timescales.ScopingReturn with { Id = Id(agencyKey) }, sentOn, Latest(file, context.Calendar, sentOn));

    /// <summary>With all of them stopped: a return that has not come by now can come no more, and nobody is reminded of it.</summary>
    internal static CaseFile StopAll(CaseFile file, DateTimeOffset at) =>
        file.Review.Agencies.Aggregate(file, (now, agency) => now.Stop(Id(agency.Key), at));

    private static DateOnly? Latest(CaseFile file, WorkingDayCalendar calendar, DateOnly sentOn)
    {
        var last = file.Notification?.Timetable.Find(date => date.Id == "returns")?.Latest;
        var eve =
            file.Review.Meeting is { } meeting
            && calendar.PreviousWorkingDay(London.DateOf(meeting.Start)) is var before
            && before >= sentOn
                ? before
                : (DateOnly?)null;

        // Who is asked after working day 9 is asked all the same: until the eve of the meeting, and after that until the eve of the report.
        var latest = last is { } nine && nine > sentOn && (eve is null || nine < eve) ? nine : eve ?? last;
        latest = latest >= sentOn ? latest : RapidReviewTimetable.EveOfTheReport(file, calendar);
        return latest >= sentOn ? latest : null;
    }
}
