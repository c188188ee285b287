using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The clock of an agency's return: so many working days after the day sent, at the hour the limits say, never later than the last day for
/// returns (PD5) nor than the working day before the meeting. It is never an instant that was past when it was asked for: then the next of
/// these holds.
/// </summary>
public static class ReturnClock
{
    /// <summary>Its id: a clock for each agency.</summary>
    public static string Id(string agencyKey) => Timescales.Of(Timescales.ScopingReturn, agencyKey);

    /// <summary>By when the return would be due if letter and form were sent now: for the preview.</summary>
    public static DateTimeOffset Expected(CaseFile file, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var sentOn = London.DateOf(now);
        var due = calendar.AddWorkingDays(sentOn, file.Rules?.Of(Timescales.ScopingReturn) ?? Timescales.ScopingReturn.Number);
        var at = London.Instant(due, EndsAt(file));
        return Latest(file, calendar, sentOn, now) is { } latest && latest < at ? latest : at;
    }

    /// <summary>As it is pinned when the agency is asked, or counted anew since.</summary>
    internal static Deadline Pin(CaseFile file, string agencyKey, DecisionContext context, DateOnly sentOn) =>
        Pin(file, agencyKey, context, sentOn, file.Review.Agency(agencyKey)?.AskedAt ?? context.At);

    /// <summary>
    /// Those that run and are due at another time, because the meeting, the notification or the calendar has moved (PD16). One that was
    /// still ahead is not past by it; one that was past stays so, unless there is time again.
    /// </summary>
    internal static IEnumerable<Deadline> Moved(CaseFile file, DecisionContext context) =>
        from agency in file.Review.Agencies
        where file.Clock(Id(agency.Key)) is { Runs: true }
        let was = file.Clock(Id(agency.Key))!.Deadline
        let counted = Pin(file, agency.Key, context, was.AnchorDay)
        let again = counted.DueAt > context.At || was.DueAt <= context.At
            ? counted
            : Pin(file, agency.Key, context, was.AnchorDay, context.At)
        where again.DueAt != was.DueAt && again.DueAt > context.At
        select again;

    /// <summary>With all of them stopped: a return that has not come by now can come no more, and nobody is reminded of it.</summary>
    internal static CaseFile StopAll(CaseFile file, DateTimeOffset at) =>
        file.Review.Agencies.Aggregate(file, (now, agency) => now.Stop(Id(agency.Key), at));

    /// <summary>
    /// Of those that never came and are waited for again, because what the leads approved is open again: late, as before (B5, B8).
    /// </summary>
    internal static IEnumerable<Deadline> Again(CaseFile file, DecisionContext context) =>
        from agency in file.Review.Agencies
        where agency is { Return: null, TakenOff: null } && file.Clock(Id(agency.Key)) is { Runs: false }
        select Pin(file, agency.Key, context, file.Clock(Id(agency.Key))!.Deadline.AnchorDay);

    /// <summary>The time of day at which a return is due, by the case's limits (B5).</summary>
    public static TimeOnly EndsAt(CaseFile file) => new(file.Rules?.Of(Timescales.ReturnsHour) ?? Timescales.ReturnsHour.Number, 0);

    private static Deadline Pin(CaseFile file, string agencyKey, DecisionContext context, DateOnly sentOn, DateTimeOffset askedAt)
    {
        var latest = Latest(file, context.Calendar, sentOn, askedAt);
        var timescale = Timescales.ScopingReturn with { Id = Id(agencyKey), EndsAt = EndsAt(file) };
        var counted = context.Pin(file, timescale, sentOn, latest is { } last ? London.DateOf(last) : null);
        // On the day of the meeting it is due when that begins.
        return latest < counted.DueAt
            ? context.Pin(
                file,
                timescale with
                {
                    EndsAt = TimeOnly.FromDateTime(London.Local(latest.Value).DateTime),
                },
                sentOn,
                London.DateOf(latest.Value)
            )
            : counted;
    }

    /// <summary>The instant it is never later than, of those that were not past when it was asked for; null where none is left.</summary>
    private static DateTimeOffset? Latest(CaseFile file, WorkingDayCalendar calendar, DateOnly sentOn, DateTimeOffset askedAt)
    {
        var meeting = file.Review.Meeting is { } planned && planned.Start > askedAt ? planned.Start : (DateTimeOffset?)null;
        var toRead = meeting is { } start ? BeforeIt(start) : null;
        var atTheLatest =
            file.Notification?.Timetable.Find(date => date.Id == "returns")?.Latest is { } last && (last > sentOn || toRead is null)
                ? London.Instant(last, EndsAt(file))
                : (DateTimeOffset?)null;
        var eve = RapidReviewTimetable.EveOfTheReport(file, calendar) is { } day
            ? London.Instant(day, EndsAt(file))
            : (DateTimeOffset?)null;
        // Who is asked after that is asked all the same: until the meeting begins, and after it until the eve of the report.
        return new[] { atTheLatest, toRead }.Where(at => at > askedAt).Min() ?? meeting ?? (eve > askedAt ? eve : null);

        // The working day before; where its evening was past already, the return is handed out at the meeting.
        DateTimeOffset? BeforeIt(DateTimeOffset start)
        {
            var eve = London.Instant(calendar.PreviousWorkingDay(London.DateOf(start)), EndsAt(file));
            return eve > askedAt ? eve
                : London.DateOf(start) > sentOn ? start
                : null;
        }
    }
}
