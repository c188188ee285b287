using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A12 to A15; PD2, PD3, PD4, PD10, PD16; and what the clocks do when time passes.</summary>
public partial class NotifyingTests
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
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.RapidReview, To: Recipient.HoldersOf { Role: Role.Operations } }
        );
        Assert.Equal(Stage.AwaitingGroupMeeting, CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false).File.Stage);
    }

    [Fact]
    public void The_partners_decide_beside_the_authority_and_their_view_stays_a_fact_of_its_own()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .AuthoritySays(true)
            .Lead(Role.LeadLocalAuthority, false)
            .Lead(Role.LeadPolice, false)
            .Lead(Role.LeadHealth, false);
        Assert.Equal(
            (Domain.Cases.Deciding.PartnersView.NotMet, Stage.PreparingRapidReview),
            (story.File.PartnersView!.Value, story.File.Stage)
        );
    }

    [Fact]
    public void To_decline_needs_reasons_tells_leads_and_Scrutineer_and_can_be_changed_until_it_is_sent()
    {
        var story = CaseStory.At(Stage.AwaitingAuthority);
        Assert.Equal(
            "reason-needed",
            Refused(story, new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "")).Code
        );
        story.AuthoritySays(false);
        var told = EffectsOf
            .Event(story.File.History[^1].Event, story.File)
            .OfType<Effect.ShowCard>()
            .Where(card => card.Kind == CardKind.GroupMeeting)
            .Select(card => ((Recipient.HoldersOf)card.To).Role);
        Assert.Equal(
            [Role.Operations, Role.Chair, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth, Role.Scrutineer],
            told.Order()
        );
        Assert.False(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
        story.Given(
            new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "More is known.", Again: true),
            Notifier
        );
        Assert.Equal((Stage.PreparingRapidReview, true), (story.File.Stage, story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs));
    }

    [Fact]
    public void The_recorded_notification_pins_the_timetable_and_a_correction_counts_it_again()
    {
        var story = CaseStory.At(Stage.Notified);
        Assert.Equal(new DateOnly(2026, 11, 23), story.File.Notification!.Timetable.Single(date => date.Id == "report").Latest);
        Assert.Equal(
            Refusal.Overtaken,
            Refused(story, new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-2", ""))
        );
        story.Now = CaseStory.Monday.AddDays(1);
        Assert.Equal(
            "reason-needed",
            Refused(
                story,
                new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, story.Now, "SIN-1", "", Again: true)
            ).Code
        );
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.SeriousIncident,
                story.Now,
                "SIN-1",
                "It was sent on the Tuesday.",
                Again: true
            ),
            Notifier
        );
        Assert.Equal(new DateOnly(2026, 11, 24), story.File.Notification!.Timetable.Single(date => date.Id == "report").Latest);
    }

    [Fact]
    public void A_notification_is_not_recorded_before_it_can_have_been_sent()
    {
        var story = CaseStory.At(Stage.PreparingRapidReview);
        RecordNotification At(DateTimeOffset sent, string reference = "SIN-1") =>
            new(CaseStory.Id, NotificationGround.SeriousIncident, sent, reference, "");
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
        Assert.Equal(
            "below-threshold",
            Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "")).Code
        );
        story.Given(
            new RecordNotification(CaseStory.Id, NotificationGround.LookedAfterChildsDeath, CaseStory.Monday, "SIN-1", ""),
            Notifier
        );
        Assert.Equal(Stage.BelowThreshold, story.File.Stage);
        Assert.Empty(story.File.Notification!.Timetable);
        Assert.Equal(
            [new Effect.ShowCard(CaseStory.Id, CardKind.NotifierTask, new Recipient.HoldersOf(Role.AuthorityNotifier))],
            EffectsOf.Event(story.File.History[^1].Event, story.File)
        );
    }

    [Fact]
    public void A_death_notified_as_one_without_abuse_is_looked_at_again_where_the_partners_say_the_criteria_are_met()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""), Notifier)
            .AllAgree();
        Assert.Equal((Stage.AwaitingAuthority, true), (story.File.Stage, story.File.AuthorityMustLookAgain));
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.DecideOnNotification);
        Assert.Equal(
            "record-it",
            Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, "x", Again: true)).Code
        );
        var declined = CaseStory
            .At(Stage.AwaitingPartners)
            .Given(new RecordNotification(CaseStory.Id, NotificationGround.CareLeaversDeath, CaseStory.Monday, "SIN-1", ""), Notifier)
            .AllAgree()
            .Given(
                new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "Abuse is ruled out.", Again: true),
                Notifier
            );
        Assert.Equal((Stage.AwaitingGroupMeeting, true), (declined.File.Stage, declined.File.OwesReferrer));
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.SeriousIncident,
                CaseStory.Monday,
                "SIN-1",
                "Abuse is suspected after all.",
                Again: true
            ),
            Notifier
        );
        Assert.Equal((Stage.Notified, true), (story.File.Stage, story.File.OwesReferrer));
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
    public void A_notification_after_a_recorded_decline_needs_the_reason()
    {
        var story = CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false);
        Assert.Equal(
            "reason-needed",
            Refused(story, new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", "")).Code
        );
        Assert.Equal(
            Stage.Notified,
            story
                .Given(
                    new RecordNotification(
                        CaseStory.Id,
                        NotificationGround.SeriousIncident,
                        CaseStory.Monday,
                        "SIN-1",
                        "The hospital wrote."
                    ),
                    Notifier
                )
                .File.Stage
        );
    }

    [Fact]
    public void Operations_put_right_what_the_authority_recorded_and_decide_nothing_for_it()
    {
        var operations = CaseStory.Somebody(Role.Operations);
        var story = CaseStory.At(Stage.PreparingRapidReview);
        Assert.Equal(
            "only-corrects",
            By(new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", ""))
        );
        Assert.Equal(
            "only-corrects",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            CaseStory
                                .At(Stage.AwaitingAuthority)
                                .When(new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, ""), operations)
                        )
                        .Reasons
                )
                .Code
        );
        Assert.Equal(
            "SIN-2",
            story
                .Notified()
                .Given(
                    new RecordNotification(
                        CaseStory.Id,
                        NotificationGround.SeriousIncident,
                        CaseStory.Monday,
                        "SIN-2",
                        "A slip.",
                        Again: true
                    ),
                    operations
                )
                .File.Notification!.Reference
        );

        string By(Command command) => Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, operations)).Reasons).Code;
    }

    private static ImmutableList<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    [Fact]
    public void Where_nobody_died_there_is_no_death_to_notify_and_the_notifier_sees_nothing_below_the_threshold()
    {
        var answers = CaseStory.Complete();
        answers = answers.With("children", answers.Row("children", "r1")!.With("outcome", "serious-incident"));
        var story = new CaseStory()
            .Given(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, answers), CaseStory.Referrer)
            .Decided(reached: false);
        Assert.False(Permissions.Sees(story.File, Notifier));
        Assert.Equal(
            Refusal.NotFound,
            Refused(story, new DecideOnNotification(CaseStory.Id, true, NotificationGround.LookedAfterChildsDeath, ""))
        );
    }

    private static Refusal Refused(CaseStory story, Command command) =>
        Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, Notifier)).Reasons);
}
