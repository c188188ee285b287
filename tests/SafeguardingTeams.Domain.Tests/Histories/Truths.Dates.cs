using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Dates that hang on others: once this system has looked, they are derived again, or a person is asked (PD16, PD20).</content>
internal static partial class Truths
{
    /// <summary>What is wrong with the dates of a record.</summary>
    internal static IEnumerable<string> OfDates(World world, RecordFile file) =>
        file switch
        {
            CaseFile one => DatesOfACase(world, one).Concat(PastWhenAsked(one)),
            MeetingFile { Stage: MeetingStage.Planned } one => CountedBack(world, file, one.Plan!.Day),
            ReviewFile { Publication: { } plan } => CountedBack(world, file, plan.On),
            _ => [],
        };

    private static IEnumerable<string> DatesOfACase(World world, CaseFile file)
    {
        if (file.MeetingIsAhead && file.Review.Meeting is { } meeting && meeting.Start > world.Now)
        {
            var day = London.DateOf(meeting.Start);
            var isSaid = CaseTask.Of(file).Exists(task => task.Kind == TaskKind.CheckMeetingDay);
            var mustBe =
                !world.Calendar.IsWorkingDay(day)
                || meeting.EarlyBecause.Length == 0 && MeetingWindow.Pinned(file) is { } earliest && day < earliest;
            if (mustBe && !isSaid)
            {
                yield return $"a case at {file.Stage}: the meeting is on {day:yyyy-MM-dd}, no working day or too early, and nobody is told";
            }

            foreach (
                var agency in file.Review.Agencies.Where(agency =>
                    agency.AskedAt is { } asked
                    && London.DateOf(asked) < day
                    && file.Clock(ReturnClock.Id(agency.Key)) is { Runs: true } clock
                    && clock.Deadline.DueAt >= meeting.Start
                )
            )
            {
                yield return $"a case at {file.Stage}: the return of {agency.Key} is due after the meeting begins";
            }
        }
    }

    private static IEnumerable<string> CountedBack(World world, RecordFile file, DateOnly day) =>
        from clock in file.Clocks
        where clock.Runs && Timescales.Rule(clock.Deadline.TimescaleId)!.CountsBack
        let number = Timescales.Rule(clock.Deadline.TimescaleId)!.Number
        let due = world.Calendar.WorkingDaysBefore(day, number)
        where (clock.Deadline.AnchorDay, clock.Deadline.DueDay) != (day, due)
        select $"{file.Ref.Kind} at {file.StageName}: {clock.Deadline.TimescaleId} is due on {clock.Deadline.DueDay:yyyy-MM-dd}, "
            + $"and {day:yyyy-MM-dd} is {number} working days after {due:yyyy-MM-dd}";

    /// <summary>No agency is asked for a return, or told another time for it, that was past by then (B5).</summary>
    private static IEnumerable<string> PastWhenAsked(CaseFile file) =>
        from recorded in file.History
        let asked = recorded.Event switch
        {
            ScopingSent sent => sent.Deadlines,
            AgencyAsked one => [one.Deadline],
            _ => [],
        }
        from deadline in asked
        where deadline.DueAt <= recorded.At
        select $"a case at {file.Stage}: {deadline.TimescaleId} was past when it was asked for";
}
