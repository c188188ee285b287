using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A12 to A15; decisions 2, 3, 4, 10, 16; and what the clocks do when time passes.</summary>
public class NotifyingTests
{
    private static readonly Actor Notifier = CaseStory.Somebody(Role.AuthorityNotifier);
    private static readonly Actor System = CaseStory.Somebody(Role.ThisSystem);

    [Theory]
    [InlineData(Stage.AwaitingRecommendation)]
    [InlineData(Stage.AwaitingPartners)]
    [InlineData(Stage.AwaitingAuthority)]
    [InlineData(Stage.AwaitingGroupMeeting)]
    public void The_authority_has_the_last_word_from_triage_on(Stage stage)
    {
        var story = CaseStory.At(stage).AuthoritySays(true);
        Assert.Equal(Stage.PreparingRapidReview, story.File.Stage);
        Assert.True(story.File.OwesReferrer);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect => effect is Effect.ShowCard { Kind: CardKind.RapidReview, To: Recipient.HoldersOf { Role: Role.Operations } });
        Assert.Equal(Stage.AwaitingGroupMeeting, CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false).File.Stage);
    }

    [Fact]
    public void The_partners_decide_beside_the_authority_and_their_view_stays_a_fact_of_its_own()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true).Lead(Role.LeadLocalAuthority, false).Lead(Role.LeadPolice, false).Lead(Role.LeadHealth, false);
        Assert.Equal((Domain.Steps.PartnerDecision.PartnersView.NotMet, Stage.PreparingRapidReview), (story.File.PartnersView!.Value, story.File.Stage));
    }

    [Fact]
    public void To_decline_needs_reasons_tells_leads_and_Scrutineer_and_can_be_changed_until_it_is_sent()
    {
        var story = CaseStory.At(Stage.AwaitingAuthority);
        Assert.Equal("reason-needed", Refused(story, new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "")).Code);
        story.AuthoritySays(false);
        var told = EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.ShowCard>().Where(card => card.Kind == CardKind.GroupMeeting).Select(card => ((Recipient.HoldersOf)card.To).Role);
        Assert.Equal([Role.Operations, Role.Chair, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth, Role.Scrutineer], told.Order());
        Assert.False(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
        story.Given(new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "More is known.", Again: true), Notifier);
        Assert.Equal((Stage.PreparingRapidReview, true), (story.File.Stage, story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs));
    }

    [Fact]
    public void The_recorded_notification_pins_the_timetable_and_a_correction_counts_it_again()
    {
        var story = CaseStory.At(Stage.Notified);
        Assert.Equal(new DateOnly(2026, 11, 23), story.File.Notification!.Timetable.Single(date => date.Id == "report").Latest);
        Assert.Equal(Refusal.Overtaken, Refused(story, new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", "")));
        story.Now = CaseStory.Monday.AddDays(1);
        Assert.Equal("reason-needed", Refused(story, new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, story.Now, "SIN-1", "", Again: true)).Code);
        story.Given(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, story.Now, "SIN-1", "It was sent on the Tuesday.", Again: true), Notifier);
        Assert.Equal(new DateOnly(2026, 11, 24), story.File.Notification!.Timetable.Single(date => date.Id == "report").Latest);
    }

    [Fact]
    public void A_notification_is_not_recorded_before_it_can_have_been_sent()
    {
        var story = CaseStory.At(Stage.PreparingRapidReview);
        RecordNotification At(DateTimeOffset sent, string reference = "SIN-1") => new(CaseStory.Id, NotificationGround.SeriousIncident, sent, reference, "");
        Assert.Equal("in-future", Refused(story, At(CaseStory.Monday.AddHours(1))).Code);
        Assert.Equal("before-aware", Refused(story, At(CaseStory.Monday.AddDays(-1))).Code);
        Assert.Equal("reason-needed", Refused(story, At(CaseStory.Monday, " ")).Code);
        Assert.Equal("too-long", Refused(story, At(CaseStory.Monday, new string('x', 101))).Code);
    }

    [Fact]
    public void A_looked_after_childs_death_without_suspected_abuse_is_notified_and_starts_no_Rapid_Review()
    {
        var story = CaseStory.At(Stage.BelowThreshold);
        Assert.True(Permissions.Sees(story.File, Notifier));
        Assert.Equal("below-threshold", Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "")).Code);
        story.Given(new RecordNotification(CaseStory.Id, NotificationGround.LookedAfterChildsDeath, CaseStory.Monday, "SIN-1", ""), Notifier);
        Assert.Equal(Stage.BelowThreshold, story.File.Stage);
        Assert.Empty(story.File.Notification!.Timetable);
        Assert.Equal([new Effect.ShowCard(CaseStory.Id, CardKind.NotifierTask, new Recipient.HoldersOf(Role.AuthorityNotifier))], EffectsOf.Event(story.File.History[^1].Event, story.File));
    }

    [Fact]
    public void A_death_notified_as_one_without_abuse_is_looked_at_again_where_the_partners_say_the_criteria_are_met()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""), Notifier).AllAgree();
        Assert.Equal((Stage.AwaitingAuthority, true), (story.File.Stage, story.File.AuthorityMustLookAgain));
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.DecideOnNotification);
        Assert.Equal("record-it", Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "x", Again: true)).Code);
        var declined = CaseStory.At(Stage.AwaitingPartners).Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""), Notifier).AllAgree()
            .Given(new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "Abuse is ruled out.", Again: true), Notifier);
        Assert.Equal((Stage.AwaitingGroupMeeting, true), (declined.File.Stage, declined.File.OwesReferrer));
        story.Given(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", "Abuse is suspected after all.", Again: true), Notifier);
        Assert.Equal((Stage.Notified, true), (story.File.Stage, story.File.OwesReferrer));
    }

    [Fact]
    public void Each_new_outcome_is_told_to_the_referrer_in_a_message_of_its_own_and_the_earlier_ones_are_drawn_anew()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var first = $"at-{story.File.Version}";
        Assert.Contains(Progress(first), Effects(story));
        story.AuthoritySays(true);
        Assert.Contains(Progress($"at-{story.File.Version}"), Effects(story));
        Assert.Contains(Progress(first) with { OnlyIfShown = true }, Effects(story));
        Assert.Contains(Progress("") with { OnlyIfShown = true }, Effects(story));
        story.Notified();
        Assert.DoesNotContain(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReferralProgress, OnlyIfShown: false });

        static Effect.ShowCard Progress(string about) => new(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer")) { About = about };
    }

    [Fact]
    public void The_notification_sent_is_news_of_its_own_and_a_ground_put_right_reaches_everybody_who_was_told()
    {
        var story = CaseStory.At(Stage.Notified);
        var sent = story.File.History.Last(recorded => recorded.Event is NotificationRecorded);
        var news = $"at-{sent.Sequence}";
        var then = Replay.From(CaseStory.Id, story.File.History.TakeWhile(recorded => recorded.Sequence <= sent.Sequence));
        Assert.Contains(EffectsOf.Event(sent.Event, then), effect => effect is Effect.ShowCard { Kind: CardKind.RapidReview, OnlyIfShown: false } card && card.About == news && card.To == new Recipient.HoldersOf(Role.Operations));
        story.Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", "The wrong box was ticked.", Again: true), Notifier);
        Assert.Contains(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.RapidReview, OnlyIfShown: true } card && card.About == news && card.To == new Recipient.HoldersOf(Role.LeadHealth));
        Assert.Contains(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReferralProgress, OnlyIfShown: true });
    }

    [Fact]
    public void The_partners_view_is_news_to_operations_and_the_notifier_whatever_the_authority_has_done_meanwhile()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true).AllAgree();
        Assert.Contains(new Effect.ShowCard(CaseStory.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Operations)) { About = "view" }, Effects(story));
        Assert.Contains(new Effect.ShowCard(CaseStory.Id, CardKind.NotifierTask, new Recipient.HoldersOf(Role.AuthorityNotifier)) { About = "decided" }, Effects(story));
    }

    [Fact]
    public void Not_met_ends_the_authoritys_clock_unless_a_death_in_care_may_have_to_be_notified()
    {
        var story = CaseStory.NobodyDied().Decided(reached: true).Recommended(met: false).AllAgree();
        Assert.Equal((Stage.AwaitingGroupMeeting, false), (story.File.Stage, story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs));
        Assert.True(CaseStory.At(Stage.AwaitingGroupMeeting).File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
        story.AuthoritySays(true);
        Assert.True(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
    }

    [Fact]
    public void Where_the_authority_notifies_first_the_Chair_still_has_tasks_and_where_it_changes_its_mind_the_clocks_run_again()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation).AuthoritySays(true);
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.InformLeads, For: Role.Chair });
        var declined = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(false);
        Assert.DoesNotContain(declined.File.Clocks, clock => clock.Runs && clock.Deadline.TimescaleId != Timescales.ReferrerTold.Id);
        declined.Given(new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "More is known.", Again: true), Notifier);
        Assert.True(declined.File.Clock(Timescales.LeadsDecision.Id)!.Runs);
        Assert.Contains(CaseTask.Of(declined.File), task => task is { Kind: TaskKind.DecideAsPartner, Due: not null });
    }

    [Fact]
    public void A_notification_after_a_recorded_decline_needs_the_reason()
    {
        var story = CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false);
        Assert.Equal("reason-needed", Refused(story, new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", "")).Code);
        Assert.Equal(Stage.Notified, story.Given(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", "The hospital wrote."), Notifier).File.Stage);
    }

    [Fact]
    public void Operations_put_right_what_the_authority_recorded_and_decide_nothing_for_it()
    {
        var operations = CaseStory.Somebody(Role.Operations);
        var story = CaseStory.At(Stage.PreparingRapidReview);
        Assert.Equal("only-corrects", By(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", "")));
        Assert.Equal("only-corrects", Assert.Single(Assert.IsType<Decision.Refused>(CaseStory.At(Stage.AwaitingAuthority).When(new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, ""), operations)).Reasons).Code);
        Assert.Equal("SIN-2", story.Notified().Given(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", "A slip.", Again: true), operations).File.Notification!.Reference);

        string By(Command command) => Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, operations)).Reasons).Code;
    }

    private static ImmutableList<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    [Fact]
    public void Where_nobody_died_there_is_no_death_to_notify_and_the_notifier_sees_nothing_below_the_threshold()
    {
        var answers = CaseStory.Complete();
        answers = answers.With("children", answers.Row("children", "r1")!.With("outcome", "serious-incident"));
        var story = new CaseStory().Given(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, answers), CaseStory.Referrer).Decided(reached: false);
        Assert.False(Permissions.Sees(story.File, Notifier));
        Assert.Equal(Refusal.NotFound, Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.LookedAfterChildsDeath, "")));
    }

    [Fact]
    public void Not_met_goes_to_the_group_and_a_lead_or_the_Chair_can_ask_for_a_special_meeting_once()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var lead = CaseStory.Lead(Role.LeadHealth);
        Assert.Equal("reason-needed", Assert.Single(Assert.IsType<Decision.Refused>(story.When(new AskForSpecialMeeting(CaseStory.Id, ""), lead)).Reasons).Code);
        story.Given(new AskForSpecialMeeting(CaseStory.Id, "The same team has two such cases."), lead);
        Assert.IsType<Decision.Refused>(story.When(new AskForSpecialMeeting(CaseStory.Id, "x"), CaseStory.Somebody(Role.Chair)));
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.ArrangeSpecialMeeting, For: Role.Operations });
        Assert.Contains(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.GroupMeeting, OnlyIfShown: false } card && card.About.StartsWith("special", StringComparison.Ordinal));
        Assert.Equal("not-the-author", Assert.Single(Assert.IsType<Decision.Refused>(story.When(new TakeBackSpecialMeeting(CaseStory.Id, "x"), CaseStory.Lead(Role.LeadPolice))).Reasons).Code);
        Assert.Null(story.Given(new TakeBackSpecialMeeting(CaseStory.Id, "The next one is soon."), lead).File.SpecialMeeting);
    }

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
        Assert.Equal("nothing-changed", Assert.Single(Assert.IsType<Decision.Refused>(story.When(new RecountDeadlines(CaseStory.Id), System)).Reasons).Code);
        story.Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, 3)], [], "amended");
        story.Given(new RecountDeadlines(CaseStory.Id), System);
        Assert.Equal((new DateOnly(2026, 11, 4), new DateOnly(2026, 11, 10)), (story.File.Clock(Timescales.LeadsDecision.Id)!.Deadline.DueDay, story.File.Clock(Timescales.AuthorityNotification.Id)!.Deadline.DueDay));
        Assert.Equal(new DateOnly(2026, 11, 9), story.File.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect => effect is Effect.ShowCard { Kind: CardKind.Recounted, To: Recipient.HoldersOf { Role: Role.LeadHealth } });
        var notified = CaseStory.At(Stage.Notified);
        notified.Calendar = story.Calendar;
        Assert.Equal(new DateOnly(2026, 11, 24), notified.Given(new RecountDeadlines(CaseStory.Id), System).File.Notification!.Timetable.Single(date => date.Id == "report").Latest);
    }

    [Fact]
    public void The_limits_are_those_of_the_day_the_case_began()
    {
        var file = CaseStory.At(Stage.AwaitingThreshold).File;
        var context = new CaseStory().Context(CaseStory.Somebody(Role.MashOfficer)) with { Rules = CaseStory.Rules with { Limits = CaseStory.Rules.Limits.SetItem(Timescales.Recommendation.Id, 9) } };
        file = file with { JointAgencyResponse = new(Domain.Steps.JointAgencyResponse.JointAgencyResponseState.NotNeeded, null, "") };
        var decided = (Decision.Accepted)new Domain.Steps.Threshold.DecideThreshold(CaseStory.Id, true, "Both.").DecideFor(new(file), context);
        Assert.Equal(new DateOnly(2026, 11, 9), ((Domain.Steps.Threshold.ThresholdDecided)decided.Changes[0].Event).Deadlines.Single(deadline => deadline.TimescaleId == Timescales.Recommendation.Id).DueDay);
    }

    private static Refusal Refused(CaseStory story, Command command) => Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, Notifier)).Reasons);
}
