using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The bank holidays are amended while clocks run: no reminder goes twice, none is left out.</summary>
public class RecalculatingTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly DateOnly Wednesday = new(2026, 11, 4);

    [Fact]
    public void Where_the_due_day_stays_the_reminders_after_it_still_move()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.Equal("OnTheDay Chair", ChaseOn(story, 3));
        story.Now = November(3, 10);
        Amended(story, Wednesday);
        var clock = story.File.Clock(Timescales.InformLeads.Id)!;
        Assert.Equal((new DateOnly(2026, 11, 3), 1), (clock.Deadline.DueDay, clock.Chased));
        Assert.Equal("nothing", ChaseOn(story, 4));
        Assert.Equal("Late Chair", ChaseOn(story, 5));
        Assert.Equal("Late Operations", ChaseOn(story, 6));
        Assert.Equal("nothing", ChaseOn(story, 9));
    }

    [Fact]
    public void What_was_said_on_the_day_that_became_a_holiday_is_not_said_again()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        ChaseOn(story, 3);
        Assert.Equal("Late Chair", ChaseOn(story, 4));
        story.Now = November(4, 10);
        Amended(story, Wednesday);
        Assert.Equal("nothing", ChaseOn(story, 5));
        Assert.Equal("Late Operations", ChaseOn(story, 6));
    }

    [Fact]
    public void Where_the_due_day_moves_on_people_are_reminded_of_the_new_one()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.Equal("OnTheDay Chair", ChaseOn(story, 3));
        story.Now = November(3, 10);
        Amended(story, new DateOnly(2026, 11, 3));
        Assert.Equal(Wednesday, story.File.Clock(Timescales.InformLeads.Id)!.Deadline.DueDay);
        Assert.Equal("OnTheDay Chair", ChaseOn(story, 4));
        Assert.Equal("Late Chair", ChaseOn(story, 5));
    }

    [Fact]
    public void Where_a_holiday_is_called_off_what_is_due_by_then_goes_at_once()
    {
        var story = new CaseStory { Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, 3)], [], "plus") }
            .Submitted()
            .Decided(reached: true);
        story.Now = November(3, 10);
        Amended(story);
        Assert.Equal("OnTheDay Chair", ChaseOn(story, 3, 11));
        Assert.Equal("Late Chair", ChaseOn(story, 4));
    }

    [Fact]
    public void A_clock_that_was_late_from_its_start_keeps_its_order_and_an_amendment_that_touches_nothing_changes_nothing()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        story.Now = November(16, 14);
        story.Given(new RecordAwareness(CaseStory.Id, new(2026, 10, 30), "A letter."), CaseStory.Somebody(Role.Operations));
        Assert.Equal("Late AuthorityNotifier", ChaseOn(story, 17, 9, Timescales.AuthorityNotification));
        story.Now = November(17, 10);
        Assert.Equal("nothing-changed", Code(story, new(2027, 6, 1)));
        Amended(story, new DateOnly(2026, 11, 18));
        Assert.Equal("nothing", ChaseOn(story, 18, 9, Timescales.AuthorityNotification));
        Assert.Equal("Late Chair LeadLocalAuthority LeadPolice LeadHealth", ChaseOn(story, 19, 9, Timescales.AuthorityNotification));
    }

    [Fact]
    public void Counted_again_it_is_counted_once_and_an_hour_of_office_time_too()
    {
        var story = new CaseStory { Now = new(2026, 11, 6, 16, 30, 0, TimeSpan.Zero) }
            .Submitted()
            .Decided(reached: true);
        story.Now = story.Now.AddMinutes(10);
        Amended(story, new DateOnly(2026, 11, 9));
        Assert.Equal(November(10, 9).AddMinutes(30), story.File.Clock(Timescales.AlertRead.Id)!.Deadline.DueAt);
        Assert.Equal(
            "nothing-changed",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new RecalculateDeadlines(CaseStory.Id), System)).Reasons).Code
        );
    }

    /// <summary>Whatever day is amended whenever: everybody is told as often as by a calendar that had known it from the start.</summary>
    [Fact]
    public void Whatever_is_amended_whenever_each_reminder_of_the_end_goes_once_and_in_order()
    {
        for (var day = 3; day <= 13; day++)
        {
            for (var amendedOn = 2; amendedOn <= day; amendedOn++)
            {
                var story = CaseStory.At(Stage.AwaitingRecommendation);
                var said = new List<string>();
                for (var today = 2; today <= 20; today++)
                {
                    if (today == amendedOn)
                    {
                        story.Now = November(today, 8);
                        story.Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, day)], [], "amended");
                        story.When(new RecalculateDeadlines(CaseStory.Id), System);
                    }

                    // Only in office hours, as the sweep does it.
                    said.AddRange(
                        story.Calendar.IsWorkingDay(new(2026, 11, today))
                        && ChaseOn(story, today, 11, Timescales.Recommendation) is var one and not "nothing"
                            ? [one]
                            : []
                    );
                }

                Assert.Equal(
                    ["DayBefore Chair", "OnTheDay Chair", "Late Chair", "Late LeadLocalAuthority LeadPolice LeadHealth"],
                    said.Distinct()
                );
                Assert.True(said.Count == 4, $"{day} amended on {amendedOn}: {string.Join(", ", said)}");
            }
        }
    }

    private static void Amended(CaseStory story, params DateOnly[] holidays)
    {
        story.Calendar = BankHolidays.Calendar.WithAmendments(holidays, [], "amended");
        story.Given(new RecalculateDeadlines(CaseStory.Id), System);
    }

    private static string Code(CaseStory story, DateOnly holiday)
    {
        story.Calendar = BankHolidays.Calendar.WithAmendments([holiday], [], "amended");
        return Assert.Single(Assert.IsType<Decision.Refused>(story.When(new RecalculateDeadlines(CaseStory.Id), System)).Reasons).Code;
    }

    private static string ChaseOn(CaseStory story, int day, int hour = 9, Timescale? timescale = null)
    {
        story.Now = November(day, hour);
        return
            story.When(new ChaseDeadline(CaseStory.Id, (timescale ?? Timescales.InformLeads).Id), System) is Decision.Accepted accepted
            && accepted.Changes[0].Event is DeadlineChased chased
            ? $"{chased.Kind} {string.Join(' ', chased.To.Select(to => to.Role))}"
            : "nothing";
    }

    private static DateTimeOffset November(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);
}
