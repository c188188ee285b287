using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>Clock table: who is reminded of what, how it reaches them, and when a reminder has lost its point.</summary>
public class ChasingTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly string PoliceReturn = ReturnClock.Id("police");

    [Fact]
    public void Nobody_is_reminded_of_what_is_not_counted_or_not_due()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.Equal(Refusal.Overtaken, Refused(story, Timescales.Report.Id));
        Assert.Equal(Refusal.Overtaken, Refused(story, Timescales.Recommendation.Id));
    }

    [Fact]
    public void A_return_is_asked_of_the_agencys_people_then_of_operations_then_of_the_Chair_B5()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var asked = Chased(story, PoliceReturn, 6);
        Assert.Equal([new Recipient.RepresentativeOf("police"), new Recipient.MemberOf("police")], asked.Select(card => card.To));
        Assert.All(asked, card => Assert.Equal(Topic.Reminder(PoliceReturn, story.File.Version), card.About));
        Assert.Equal(["police"], story.File.Review.Agencies.Where(agency => agency.MemberAsked).Select(agency => agency.Key));
        Assert.Equal([new Recipient.HoldersOf(Role.Operations)], Chased(story, PoliceReturn, 11).Select(card => card.To));
        Assert.Equal([new Recipient.HoldersOf(Role.Chair)], Chased(story, PoliceReturn, 12).Select(card => card.To));
    }

    [Fact]
    public void A_representative_whom_no_message_in_Teams_reaches_is_reminded_by_mail_B5()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(
                new NameRepresentative(CaseStory.Id, "police", new Contact("", "Deputy, police", "deputy@police.example"), "On leave."),
                CaseStory.Somebody(Role.Operations)
            );
        Assert.Equal([new Recipient.MemberOf("police")], Chased(story, PoliceReturn, 6).Select(card => card.To));
        Assert.Equal(
            [new Effect.SendMail(CaseStory.Id, MailKind.Reminder, Topic.Agency("police", story.File.Version))],
            EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.SendMail>()
        );
    }

    [Fact]
    public void Where_all_leads_have_decided_and_differ_the_Chair_is_reminded_A10()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer();
        Assert.Equal([new Recipient.HoldersOf(Role.Chair)], Chased(story, Timescales.LeadsDecision.Id, 3).Select(card => card.To));
    }

    [Fact]
    public void The_deputies_of_leads_who_are_late_are_reminded_and_shown_the_decision_A10()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true).Lead(Role.LeadHealth, true);
        Assert.Equal(
            [new Recipient.DeputiesOf(Role.LeadLocalAuthority)],
            Chased(story, Timescales.LeadsDecision.Id, 5).Select(card => card.To)
        );
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: not CardKind.Reminder, To: Recipient.HoldersOf { Role: Role.LeadLocalAuthority } }
        );
    }

    [Fact]
    public void Of_the_approval_only_leads_who_have_not_answered_are_reminded_and_then_the_Chair_B20()
    {
        var story = CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadPolice, true);
        Assert.Equal(
            [new Recipient.HoldersOf(Role.LeadLocalAuthority), new Recipient.HoldersOf(Role.LeadHealth)],
            Chased(story, Timescales.Approval.Id, 16).Select(card => card.To)
        );
        story.Approves(Role.LeadLocalAuthority, true).Approves(Role.LeadHealth, false);
        Assert.Equal([new Recipient.HoldersOf(Role.Chair)], Chased(story, Timescales.Approval.Id, 17).Select(card => card.To));
    }

    [Fact]
    public void A_reminder_is_over_when_a_later_one_of_its_clock_has_gone_and_not_for_one_of_another()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Chased(story, PoliceReturn, 6);
        var first = Topic.Reminder(PoliceReturn, story.File.Version);
        Assert.False(Reminders.IsOver(story.File, first));
        Chased(story, ReturnClock.Id("schools"), 6);
        Assert.False(Reminders.IsOver(story.File, first));
        Chased(story, PoliceReturn, 9);
        Assert.True(Reminders.IsOver(story.File, first));
        Assert.False(Reminders.IsOver(story.File, Topic.Reminder(PoliceReturn, story.File.Version)));
    }

    [Fact]
    public void A_reminder_is_over_when_what_it_reminds_of_is_done_or_counted_anew_or_is_no_clock_at_all()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Chased(story, PoliceReturn, 6);
        var reminder = Topic.Reminder(PoliceReturn, story.File.Version);
        Assert.True(Reminders.IsOver(story.File, Topic.Parse(PoliceReturn)));
        Assert.True(Reminders.IsOver(story.File, Topic.Reminder(ReturnClock.Id("nobody"), story.File.Version)));
        Assert.True(Reminders.IsOver(story.File, Topic.Reminder(ReturnClock.Id("schools"), story.File.Version)));
        Assert.True(Reminders.IsOver(story.Returned("police").File, reminder));
    }

    [Fact]
    public void Of_a_case_that_was_withdrawn_or_joined_to_another_every_reminder_is_over()
    {
        CaseStory Reminded()
        {
            var story = CaseStory.At(Stage.AwaitingThreshold).OtherSubmitted();
            Chased(story, Timescales.ThresholdDecision.Id, 3);
            return story;
        }

        var reminded = Reminded();
        var reminder = Topic.Reminder(Timescales.ThresholdDecision.Id, reminded.File.Version);
        Assert.False(Reminders.IsOver(reminded.File, reminder));
        Assert.True(Reminders.IsOver(Reminded().Joined().File, reminder));
        reminded.Given(new WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer);
        Assert.True(Reminders.IsOver(reminded.File, reminder));
        Assert.Equal(Refusal.Overtaken, Refused(reminded, Timescales.ThresholdDecision.Id));
    }

    /// <summary>The reminders that go when the sweep comes at nine on that day of November.</summary>
    private static List<Effect.ShowCard> Chased(CaseStory story, string clock, int day)
    {
        story.Now = London.Instant(new(2026, 11, day), new(9, 0));
        story.Given(new ChaseDeadline(CaseStory.Id, clock), System);
        return
        [
            .. EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.ShowCard>()
                .Where(card => card.Kind == CardKind.Reminder),
        ];
    }

    private static Refusal Refused(CaseStory story, string clock) =>
        Assert.IsType<Decision.Refused>(story.When(new ChaseDeadline(CaseStory.Id, clock), System)).Reasons[0];
}
