using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>
/// Every clock of practice learning, of the group and of actions against days counted by hand on a wall calendar with the published bank
/// holidays: over Christmas, Easter and May, at ends of months, at the end of the list. Each is started by the command that starts it.
/// Written as "day it ends: day of each reminder"; nothing here is reckoned by the program.
/// </summary>
public partial class ClocksByHandTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    [Theory]
    [InlineData("2026-12-18", "2026-12-29: 12-24 12-29 12-30 12-31")]
    [InlineData("2026-12-23", "2027-01-04: 12-31 01-04 01-05 01-06")]
    [InlineData("2026-12-27", "2027-01-05: 01-04 01-05 01-06 01-07")] // A Sunday.
    [InlineData("2027-03-22", "2027-03-31: 03-30 03-31 04-01 04-02")]
    [InlineData("2027-04-30", "2027-05-10: 05-07 05-10 05-11 05-12")]
    [InlineData("2027-12-24", "2028-01-05: 01-04 01-05 01-06 01-07")]
    [InlineData("2028-02-28", "2028-03-06: 03-03 03-06 03-07 03-08")] // A leap year.
    [InlineData("2028-04-11", "2028-04-20: 04-19 04-20 04-21 04-24")]
    [InlineData("2028-12-18", "2028-12-27: 12-22 12-27 12-28 12-29")]
    [InlineData("2028-12-19", OutsideTheList)] // Its last reminder would go after the list has ended.
    public void The_safeguarding_leads_answer_5_working_days_after_they_were_asked_D9(string asked, string expected)
    {
        var story = new LearningStory { Now = At(asked) };
        Check(expected, story.When(LearningStory.Submit(), LearningStory.Referrer), () => story.File, Timescales.SafeguardingLeadsAnswer);
    }

    [Fact]
    public void The_five_days_begin_anew_for_another_safeguarding_lead_D9()
    {
        var story = new LearningStory { Now = At("2026-12-16") }.Given(LearningStory.Submit(), LearningStory.Referrer);
        story.Now = At("2026-12-23");
        var named = story.When(new NameSafeguardingLead(LearningStory.Id, LearningStory.OtherLead.PersonId), Operations);
        Check("2027-01-04: 12-31 01-04 01-05 01-06", named, () => story.File, Timescales.SafeguardingLeadsAnswer);
    }

    [Theory]
    [InlineData("2026-08-24", "2026-09-01: 08-28 09-01 09-02 09-03")]
    [InlineData("2026-12-24", "2027-01-05: 01-04 01-05 01-06 01-07")]
    [InlineData("2027-03-25", "2027-04-05: 04-02 04-05 04-06 04-07")]
    [InlineData("2027-12-22", "2027-12-31: 12-30 12-31 01-04 01-05")]
    [InlineData("2028-04-13", "2028-04-24: 04-21 04-24 04-25 04-26")]
    [InlineData("2028-12-18", "2028-12-27: 12-22 12-27 12-28 12-29")]
    [InlineData("2028-12-19", OutsideTheList)]
    public void The_chairs_choice_5_working_days_after_receipt_which_is_the_safeguarding_leads_yes_D7(string received, string expected)
    {
        var story = new LearningStory { Now = At(received).AddDays(-10) }.Given(LearningStory.Submit(), LearningStory.Referrer);
        story.Now = At(received);
        var agreed = story.When(new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), LearningStory.Lead);
        Check(expected, agreed, () => story.File, Timescales.LearningTriage);
    }

    [Fact]
    public void Who_is_a_safeguarding_lead_themselves_has_it_received_at_once_D7_D9()
    {
        var story = new LearningStory { Now = At("2027-12-22") };
        var lead = CaseStory.Person(LearningStory.Referrer.PersonId, Role.Practitioner, Role.DesignatedSafeguardingLead);
        var sent = story.When(LearningStory.Submit(), lead);
        Check("2027-12-31: 12-30 12-31 01-04 01-05", sent, () => story.File, Timescales.LearningTriage);
    }

    /// <summary>It counts from the meeting, whenever what was decided is recorded.</summary>
    [Theory]
    [InlineData("2026-12-16", "2026-12-16", "2026-12-23: 12-22 12-23 12-24")]
    [InlineData("2026-12-16", "2026-12-23", "2026-12-23: 12-24")] // Recorded on the last day, after nine.
    [InlineData("2027-03-23", "2027-03-24", "2027-04-01: 03-31 04-01 04-02")]
    [InlineData("2027-12-24", "2027-12-29", "2028-01-05: 01-04 01-05 01-06")]
    [InlineData("2028-12-19", "2028-12-19", "2028-12-28: 12-27 12-28 12-29")]
    [InlineData("2028-12-20", "2028-12-20", OutsideTheList)]
    public void The_referrer_told_5_working_days_after_the_meeting_D5_D8(string met, string recorded, string expected)
    {
        var story = LearningStory.At(LearningStage.AwaitingMeeting);
        story.Now = At(recorded);
        var decided = story.When(LearningStory.Decide() with { Group = LearningStory.Outcome with { DecidedOn = Day(met) } }, Operations);
        Check(expected, decided, () => story.File, Timescales.LearningReferrerTold);
    }

    [Theory]
    [InlineData("2026-12-23", "2027-01-04: 12-31 01-04 01-05")]
    [InlineData("2027-03-25", "2027-04-05: 04-02 04-05 04-06")]
    [InlineData("2028-12-19", "2028-12-28: 12-27 12-28 12-29")]
    [InlineData("2028-12-20", OutsideTheList)]
    public void The_referrer_told_5_working_days_after_any_other_end_D8_D9(string ended, string expected)
    {
        var asked = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        asked.Now = At(ended);
        var no = asked.When(new AnswerAsSafeguardingLead(LearningStory.Id, false, "We look into it ourselves."), LearningStory.Lead);
        Check(expected, no, () => asked.File, Timescales.LearningReferrerTold);
        foreach (var way in new[] { LearningWay.NotForTheGroup, LearningWay.ToTheMash })
        {
            var received = LearningStory.At(LearningStage.AwaitingTriage);
            received.Now = At(ended);
            var chosen = received.When(new TriageLearning(LearningStory.Id, way, "It is so.", false, [], LearningStory.Made), Chair);
            // A referral to the MASH has clocks of its own, which count further.
            if (way == LearningWay.NotForTheGroup || At(ended) < At("2028-12-18"))
            {
                Check(expected, chosen, () => received.File, Timescales.LearningReferrerTold);
            }
        }
    }

    /// <summary>What is expected where a day would lie after the list of bank holidays has ended.</summary>
    private const string OutsideTheList = "outside-calendar";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Ten o'clock on a day: after the reminders of that day.</summary>
    private static DateTimeOffset At(string day) => London.Instant(Day(day), new(10, 0));

    /// <summary>Accepted with that clock, or refused because it cannot be counted.</summary>
    private static void Check(string expected, Decision decision, Func<RecordFile> file, Timescale timescale)
    {
        if (expected == OutsideTheList)
        {
            var refused = Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons);
            Assert.Equal(OutsideTheList, refused.Code);
            Assert.Contains("31 December 2028", refused.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(decision is Decision.Accepted, decision is Decision.Refused refused ? refused.Reasons[0].Message : "");
            Assert.Equal(expected, Written(file().Clock(timescale.Id)));
        }
    }

    /// <summary>A clock as it is written here: the day it ends, and the days of its reminders, each of which goes at nine.</summary>
    private static string Written(Clock? clock)
    {
        Assert.True(clock is { Runs: true });
        Assert.All(clock.Deadline.Chases, chase => Assert.Equal(new(9, 0), TimeOnly.FromDateTime(London.Local(chase.At).DateTime)));
        Assert.Equal(London.EndOf(clock.Deadline.DueDay), clock.Deadline.DueAt);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.Deadline.DueDay:yyyy-MM-dd}: {string.Join(' ', clock.Deadline.Chases.Select(Reminder))}"
        );

        static string Reminder(Chase chase) => London.DateOf(chase.At).ToString("MM-dd", CultureInfo.InvariantCulture);
    }
}
