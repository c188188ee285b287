using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What the clocks do when time passes.</summary>
public partial class NotifyingTests
{
    [Fact]
    public void After_an_outage_only_the_latest_reminder_goes_and_those_missed_are_recorded()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        story.Now = new(2026, 11, 10, 9, 30, 0, TimeSpan.Zero);
        story.Given(new ChaseDeadline(CaseStory.Id, Timescales.Recommendation.Id), System);
        var chased = (DeadlineChased)story.File.History[^1].Event;
        Assert.Equal((2, 2, ChaseKind.Late), (chased.Index, chased.Missed, chased.Kind));
        Assert.IsType<Decision.Refused>(story.When(new ChaseDeadline(CaseStory.Id, Timescales.Recommendation.Id), System));
        story.Now = story.Now.AddDays(1);
        Assert.False(Permissions.Sees(story.File, CaseStory.Lead(Role.LeadPolice)));
        story.Given(new ChaseDeadline(CaseStory.Id, Timescales.Recommendation.Id), System);
        Assert.True(Permissions.Sees(story.File, CaseStory.Lead(Role.LeadPolice)));
        Assert.Null(story.File.Clock(Timescales.Recommendation.Id)!.NextChase);
    }

    [Fact]
    public void Of_the_leads_only_those_who_have_not_decided_are_chased_then_their_deputies_who_may_then_decide_then_the_Chair()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true);
        var deputy = CaseStory.Deputy(Role.LeadHealth);
        Assert.Equal([Role.LeadLocalAuthority, Role.LeadHealth], Chased(new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero)).Select(to => to.Role));
        Chased(new(2026, 11, 4, 9, 0, 0, TimeSpan.Zero));
        Assert.False(Permissions.Allows(Step.DecideAsPartner, story.File, deputy));
        Assert.All(Chased(new(2026, 11, 5, 9, 0, 0, TimeSpan.Zero)), to => Assert.True(to.Deputy));
        Assert.True(Permissions.Allows(Step.DecideAsPartner, story.File, deputy));
        story.Given(new Domain.Steps.PartnerDecision.DecideAsPartner(CaseStory.Id, 1, true, ""), deputy);
        Assert.Equal([new ChaseTo(Role.Chair)], Chased(new(2026, 11, 6, 9, 0, 0, TimeSpan.Zero)));

        IEnumerable<ChaseTo> Chased(DateTimeOffset at)
        {
            story.Now = at;
            story.Given(new ChaseDeadline(CaseStory.Id, Timescales.LeadsDecision.Id), System);
            return ((DeadlineChased)story.File.History[^1].Event).To;
        }
    }

    [Fact]
    public void A_bank_holiday_announced_late_moves_the_deadlines_that_run_and_the_timetable_and_tells_who_waits()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        Assert.Equal(
            "nothing-changed",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new RecalculateDeadlines(CaseStory.Id), System)).Reasons).Code
        );
        story.Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, 3)], [], "amended");
        story.Given(new RecalculateDeadlines(CaseStory.Id), System);
        Assert.Equal(
            (new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 10)),
            (
                story.File.Clock(Timescales.LeadsDecision.Id)!.Deadline.DueDay,
                story.File.Clock(Timescales.AuthorityNotification.Id)!.Deadline.DueDay
            )
        );
        Assert.Equal(new DateOnly(2026, 11, 9), story.File.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.Recounted, To: Recipient.HoldersOf { Role: Role.LeadHealth } }
        );
        var notified = CaseStory.At(Stage.Notified);
        notified.Calendar = story.Calendar;
        Assert.Equal(
            new DateOnly(2026, 11, 24),
            notified
                .Given(new RecalculateDeadlines(CaseStory.Id), System)
                .File.Notification!.Timetable.Single(date => date.Id == "report")
                .Latest
        );
    }

    [Fact]
    public void The_limits_are_those_of_the_day_the_case_began_PD9()
    {
        var file = CaseStory.At(Stage.AwaitingThreshold).File;
        var context = new CaseStory().Context(CaseStory.Somebody(Role.MashOfficer)) with
        {
            Rules = CaseStory.Rules with { Limits = CaseStory.Rules.Limits.SetItem(Timescales.Recommendation.Id, 9) },
        };
        file = file with { JointAgencyResponse = new(Domain.Cases.Triage.JointAgencyResponseState.NotNeeded, null, "") };
        var decided = (Decision.Accepted)
            new Domain.Steps.Threshold.DecideThreshold(CaseStory.Id, true, "Both.").DecideFor(file, [], context);
        Assert.Equal(
            new DateOnly(2026, 11, 9),
            ((Domain.Steps.Threshold.ThresholdDecided)decided.Changes[0].Event)
                .Deadlines.Single(deadline => deadline.TimescaleId == Timescales.Recommendation.Id)
                .DueDay
        );
    }
}
