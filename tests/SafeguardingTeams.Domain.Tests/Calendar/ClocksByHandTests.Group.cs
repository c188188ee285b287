using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.TermsOfReference;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <content>The follow-up of learning events (E21); the yearly report and its publication (E24).</content>
public partial class ClocksByHandTests
{
    [Theory]
    [InlineData("2026-11-02", "2026-11-02", "2027-02-02: 02-01 02-02 02-03")]
    [InlineData("2026-09-28", "2026-09-01", "2026-12-28: 12-24 12-29")] // In lieu of Boxing Day: said once, on the working day before.
    [InlineData("2026-11-30", "2026-11-30", "2027-02-28: 02-26 03-01")] // The last day of February, a Sunday.
    [InlineData("2026-12-26", "2026-12-01", "2027-03-26: 03-25 03-30")] // Good Friday, Easter Monday.
    [InlineData("2027-03-03", "2027-02-01", "2027-06-03: 06-02 06-03 06-04")]
    [InlineData("2027-11-30", "2027-11-30", "2028-02-29: 02-28 02-29 03-01")] // A leap year.
    [InlineData("2028-02-29", "2028-02-29", "2028-05-29: 05-26 05-30")] // A bank holiday.
    [InlineData("2026-11-02", "2027-03-01", "2027-02-02: 03-02")] // Entered late: said on the next working day.
    [InlineData("2028-09-29", "2028-09-29", "2028-12-29: ")] // The list of bank holidays ends before its last reminder.
    public void A_learning_event_is_followed_up_3_calendar_months_after_its_day_E21_PD21(string on, string entered, string expected)
    {
        var group = new GroupFile { Stage = GroupStage.Open };
        var plan = new PlanLearningEvent(new("Discharge", LearningEventKind.Webinar, Day(on), "Everybody", []));
        var decided = Decide(group, plan, entered, BankHolidays.Calendar, out group);
        Check(expected, decided, () => group, FollowUp);
        if (on == "2028-09-29")
        {
            var counted = Decide(group, new RecalculateReview(), "2028-12-01", GoesOn, out group);
            Check("2028-12-29: 12-28 12-29 01-02", counted, () => group, FollowUp);
        }
    }

    /// <summary>Operations the working day before, on the day and late; then the Chair. From the list's first years past its end.</summary>
    [Theory]
    [InlineData(2025, "2026-06-30: 06-29 06-30 07-01 07-02", "2026-09-30: 09-29 09-30 10-01 10-02")]
    [InlineData(2026, "2027-06-30: 06-29 06-30 07-01 07-02", "2027-09-30: 09-29 09-30 10-01 10-04")]
    [InlineData(2027, "2028-06-30: 06-29 06-30 07-03 07-04", "2028-09-30: 09-29 10-02 10-03")] // A Saturday: said once, on the Friday.
    [InlineData(2028, "2029-06-30: ", "2029-09-30: ")] // The list of bank holidays has ended.
    public void The_yearly_report_is_issued_by_30_June_and_published_by_30_September_of_every_year_E24_PD21(
        int year,
        string report,
        string published
    )
    {
        var group = new GroupFile { Stage = GroupStage.Open, LastYearEnded = year - 1 };
        var noted = Decide(group, new EndReportYear(year), $"{year + 1}-04-01", BankHolidays.Calendar, out group);
        Check(report, noted, () => group, Yearly(Timescales.YearlyReport));
        Check(published, noted, () => group, Yearly(Timescales.YearlyPublication));
        if (year == 2028)
        {
            var counted = Decide(group, new RecalculateReview(), "2029-05-01", GoesOn, out group);
            Check("2029-06-30: 06-29 07-02 07-03", counted, () => group, Yearly(Timescales.YearlyReport));
            Check("2029-09-30: 09-28 10-01 10-02", counted, () => group, Yearly(Timescales.YearlyPublication));
        }

        Timescale Yearly(Timescale rule) => rule with { Id = YearClocks.Id(rule, year) };
    }

    [Fact]
    public void A_year_that_is_noted_late_is_said_to_be_late_on_the_next_working_days_E24()
    {
        var group = new GroupFile { Stage = GroupStage.Open, LastYearEnded = 2025 };
        Decide(group, new EndReportYear(2026), "2027-12-24", BankHolidays.Calendar, out group);
        Assert.Equal("2027-06-30: 12-29 12-30", Written(group.Clock(YearClocks.Id(Timescales.YearlyReport, 2026))));
    }

    private static Timescale FollowUp { get; } = Timescales.EventFollowedUp with { Id = EventClock.Id(1) };
}
