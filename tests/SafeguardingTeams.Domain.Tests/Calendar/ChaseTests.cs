using System.Globalization;
using CsCheck;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>The clock table's footnote, and the worked dates of the process.</summary>
public class ChaseTests
{
    private static readonly WorkingDayCalendar Known = BankHolidays.Calendar;

    [Fact]
    public void Reminders_go_at_nine_on_the_working_day_before_and_on_the_day_and_lateness_to_the_next_person_each_working_day_after()
    {
        var chases = Deadlines.Pin(Timescales.Recommendation, new(2026, 11, 2), CaseStory.Monday, Known, CaseStory.Office).Chases;
        Assert.Equal(
            [
                "DayBefore 2026-11-06 09:00 Chair",
                "OnTheDay 2026-11-09 09:00 Chair",
                "Late 2026-11-10 09:00 Chair",
                "Late 2026-11-11 09:00 LeadLocalAuthority LeadPolice LeadHealth",
            ],
            chases.Select(Line)
        );
    }

    [Fact]
    public void A_limit_of_one_working_day_has_no_reminder_the_day_before()
    {
        var chases = Deadlines
            .Pin(Timescales.LeadsDecision, new(2026, 12, 24), new(2026, 12, 24, 15, 0, 0, TimeSpan.Zero), Known, CaseStory.Office)
            .Chases;
        Assert.Equal(
            ["OnTheDay 2026-12-29 09:00", "Late 2026-12-30 09:00", "Late 2026-12-31 09:00", "Late 2027-01-04 09:00"],
            chases.Select(chase => string.Join(' ', Line(chase).Split(' ').Take(3)))
        );
        Assert.Equal([false, true, false], chases.Where(chase => chase.Kind == ChaseKind.Late).Select(chase => chase.To[0].Deputy));
    }

    [Fact]
    public void A_clock_that_is_late_from_its_start_reminds_from_the_next_working_day_and_never_of_what_is_past()
    {
        // The authority says on 16 November that it became aware on 2 November.
        var chases = Deadlines
            .Pin(Timescales.AuthorityNotification, new(2026, 11, 2), new(2026, 11, 16, 14, 0, 0, TimeSpan.Zero), Known, CaseStory.Office)
            .Chases;
        Assert.Equal(
            ["Late 2026-11-17 09:00 AuthorityNotifier", "Late 2026-11-18 09:00 Chair LeadLocalAuthority LeadPolice LeadHealth"],
            chases.Select(Line)
        );
    }

    [Fact]
    public void An_hour_of_office_time_runs_over_nights_and_weekends()
    {
        Assert.Equal("2026-11-02T11:00:00Z", AlertRead(CaseStory.Monday));
        Assert.Equal("2026-11-09T09:30:00Z", AlertRead(new(2026, 11, 6, 16, 30, 0, TimeSpan.Zero))); // Friday half past four
        Assert.Equal("2026-11-09T10:00:00Z", AlertRead(new(2026, 11, 7, 12, 0, 0, TimeSpan.Zero))); // a Saturday
        Assert.Equal("2026-12-29T10:00:00Z", AlertRead(new(2026, 12, 24, 17, 0, 0, TimeSpan.Zero))); // as the office closes for Christmas
        Assert.Equal("2026-07-02T09:00:00Z", AlertRead(new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero))); // half past midnight in July, in London

        static string AlertRead(DateTimeOffset received) =>
            Deadlines
                .Pin(Timescales.AlertRead, London.DateOf(received), received, Known, CaseStory.Office)
                .DueAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("2026-03-27T12:00:00Z", "2026-03-30T08:00:00Z")] // the clocks go forward on the Sunday between
    [InlineData("2026-10-23T12:00:00Z", "2026-10-26T09:00:00Z")] // and back
    public void Nine_is_nine_in_London_across_both_clock_changes(string started, string reminder)
    {
        var start = DateTimeOffset.Parse(started, CultureInfo.InvariantCulture);
        Assert.Equal(
            DateTimeOffset.Parse(reminder, CultureInfo.InvariantCulture),
            Deadlines.Pin(Timescales.InformLeads, London.DateOf(start), start, Known, CaseStory.Office).Chases[0].At
        );
    }

    [Fact]
    public void Every_reminder_of_every_clock_from_every_day_goes_in_office_hours_of_a_working_day_once_and_in_order() =>
        Gen.Select(Gen.Int[0, 3500], Gen.Int[0, 24 * 60 - 1], Gen.Int[0, Timescales.All.Length - 1])
            .Sample(
                (day, minute, rule) =>
                {
                    var start = London.Instant(BankHolidays.FirstDay.AddDays(day), new(minute / 60, minute % 60));
                    var chases = Deadlines.Pin(Timescales.All[rule], London.DateOf(start), start, Known, CaseStory.Office).Chases;
                    return chases.Count > 0
                        && chases.All(chase =>
                            chase.At > start
                            && (
                                CaseStory.Office.AreOpen(chase.At, Known)
                                || chase.At == CaseStory.Office.After(start, TimeSpan.FromHours(1), Known)
                            )
                        )
                        && chases.Zip(chases.Skip(1)).All(pair => pair.First.At < pair.Second.At);
                },
                iter: 3000
            );

    [Fact]
    public void Reminders_wait_for_an_office_that_opens_late_but_never_go_before_nine()
    {
        Assert.Equal(
            new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero),
            new OfficeHours(new(9, 30), new(17, 0)).ReminderOn(new(2026, 11, 3))
        );
        Assert.Equal(
            new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero),
            new OfficeHours(new(8, 0), new(17, 0)).ReminderOn(new(2026, 11, 3))
        );
    }

    /// <summary>The worked examples of the guidance, section 4: day 0, then +1, +2, +5, +9, +11, +15.</summary>
    [Theory]
    [InlineData("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30", "2026-12-04", "2026-12-08", "2026-12-14")]
    [InlineData("2026-11-28", "2026-11-30", "2026-12-01", "2026-12-04", "2026-12-10", "2026-12-14", "2026-12-18")]
    [InlineData("2026-12-14", "2026-12-15", "2026-12-16", "2026-12-21", "2026-12-29", "2026-12-31", "2027-01-07")]
    [InlineData("2026-12-18", "2026-12-21", "2026-12-22", "2026-12-29", "2027-01-05", "2027-01-07", "2027-01-13")]
    [InlineData("2026-12-24", "2026-12-29", "2026-12-30", "2027-01-05", "2027-01-11", "2027-01-13", "2027-01-19")]
    [InlineData("2026-08-28", "2026-09-01", "2026-09-02", "2026-09-07", "2026-09-11", "2026-09-15", "2026-09-21")]
    [InlineData("2027-03-25", "2027-03-30", "2027-03-31", "2027-04-05", "2027-04-09", "2027-04-13", "2027-04-19")]
    [InlineData("2027-04-26", "2027-04-27", "2027-04-28", "2027-05-04", "2027-05-10", "2027-05-12", "2027-05-18")]
    public void The_worked_examples_hold(string start, params string[] expected)
    {
        var zero = Day(start);
        Assert.Equal(expected.Select(Day), new[] { 1, 2, 5, 9, 11, 15 }.Select(count => Known.AddWorkingDays(zero, count)));
        var timetable = RapidReviewTimetable.From(zero, Known);
        Assert.Equal(
            (Day(expected[1]), Day(expected[3]), Day(expected[4]), Day(expected[5])),
            (
                timetable[0].Latest,
                timetable.Single(date => date.Id == "meeting").Earliest!.Value,
                timetable.Single(date => date.Id == "meeting").Latest,
                timetable.Single(date => date.Id == "report").Latest
            )
        );
    }

    /// <summary>Every start from 2019 to 2028, against a reckoning of its own: the list of all working days, looked up by place.</summary>
    [Fact]
    public void The_timetable_of_every_start_is_the_one_an_independent_reckoning_gives()
    {
        var workingDays = Enumerable
            .Range(0, BankHolidays.LastDay.DayNumber - BankHolidays.FirstDay.DayNumber + 1)
            .Select(BankHolidays.FirstDay.AddDays)
            .Where(day => (int)day.DayOfWeek is >= 1 and <= 5 && !BankHolidays.EnglandAndWales.Contains(day))
            .ToArray();
        var starts = 0;
        for (var zero = BankHolidays.FirstDay; zero <= BankHolidays.LastDay; zero = zero.AddDays(1))
        {
            var at = Array.BinarySearch(workingDays, zero) is >= 0 and var found ? found : ~Array.BinarySearch(workingDays, zero) - 1;
            if (at + 15 >= workingDays.Length)
            {
                Assert.Throws<OutsideCalendarException>(() => RapidReviewTimetable.From(zero, Known));
                continue;
            }

            starts++;
            Assert.All(RapidReviewTimetable.From(zero, Known), date =>
            {
                Assert.Equal(workingDays[at + date.ToDay], date.Latest);
                Assert.Equal(date.FromDay is { } from ? workingDays[at + from] : null, date.Earliest);
            });
        }

        Assert.InRange(starts, 3600, 3653);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(Chase chase) =>
        $"{chase.Kind} {London.Local(chase.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} "
        + $"{string.Join(' ', chase.To.Select(to => to.Role))}";
}
