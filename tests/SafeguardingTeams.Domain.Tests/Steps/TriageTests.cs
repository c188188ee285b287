using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A1, A3, A4, A7, A12, A16; RO13; PD3, PD15.</summary>
public class TriageTests
{
    private static readonly Actor Mash = CaseStory.Somebody(Role.MashOfficer);

    [Fact]
    public void Threshold_reached_is_receipt_alerts_operations_and_the_Chair_and_starts_their_clocks()
    {
        var file = CaseStory.At(Stage.AwaitingRecommendation).File;
        Assert.Equal(CaseStory.Monday, file.ReceivedByOperationsAt);
        Assert.Equal(
            (new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 9)),
            (file.Clock(Timescales.InformLeads.Id)!.Deadline.DueDay, file.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay)
        );
        Assert.False(file.Clock(Timescales.ThresholdDecision.Id)!.Runs);
        var effects = EffectsOf.Event(file.History[^1].Event, file);
        Assert.Contains(new Effect.ShowCard(CaseStory.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Chair)), effects);
        Assert.Contains(new Effect.ShowCard(CaseStory.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Operations)), effects);
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer")) { OnlyIfShown = true },
            effects
        );
    }

    [Fact]
    public void Below_the_threshold_only_the_referrer_is_owed_something_where_no_death_may_have_to_be_notified()
    {
        var file = CaseStory.NobodyDied().Decided(reached: false).File;
        Assert.Equal([Timescales.ReferrerTold.Id], file.Clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline.TimescaleId));
        Assert.Null(file.ReceivedByOperationsAt);
        Assert.Equal(TaskKind.TellReferrer, Assert.Single(CaseTask.Of(file)).Kind);
        Assert.DoesNotContain(EffectsOf.Event(file.History[^1].Event, file), effect => effect is Effect.ShowCard { Kind: CardKind.Alert });
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer"))
            {
                About = Topic.AfterEvent(file.Version),
            },
            EffectsOf.Event(file.History[^1].Event, file)
        );
    }

    [Fact]
    public void Below_the_threshold_the_authoritys_own_limit_runs_on_where_a_death_in_care_may_have_to_be_notified()
    {
        var story = CaseStory.At(Stage.BelowThreshold);
        Assert.Equal(
            new DateOnly(2026, 11, 9),
            story.File.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock ? clock.Deadline.DueDay : default
        );
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.DecideOnNotification, Due: not null });
        story.Given(
            new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "The child was not looked after."),
            CaseStory.Somebody(Role.AuthorityNotifier)
        );
        Assert.False(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);

        // What was declined below the threshold does not stand in the way once it turns out to be reached.
        story
            .Given(new DecideThreshold(CaseStory.Id, true, "More was learnt.", Again: true), CaseStory.Somebody(Role.MashOfficer))
            .Recommended();
        Assert.Equal(Stage.AwaitingPartners, story.File.Stage);
        Assert.True(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
    }

    [Fact]
    public void The_referrer_told_ends_it_once()
    {
        var story = CaseStory
            .NobodyDied()
            .Decided(reached: false)
            .Given(new RecordReferrerTold(CaseStory.Id, "By telephone."), CaseStory.Somebody(Role.Operations));
        Assert.Empty(CaseTask.Of(story.File));
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
        Assert.IsType<Decision.Refused>(
            story.When(new RecordReferrerTold(CaseStory.Id, "By letter."), CaseStory.Somebody(Role.Operations))
        );
        Assert.Equal(
            "By letter.",
            story
                .Given(new RecordReferrerTold(CaseStory.Id, "By letter.", Again: true), CaseStory.Somebody(Role.Operations))
                .File.ReferrerTold!.How
        );
    }

    [Fact]
    public void A_decision_needs_reasons_and_reaching_the_threshold_the_Joint_Agency_Response_first()
    {
        var story = new CaseStory().Submitted();
        var early = Assert.IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, true, "Both criteria are met."), Mash));
        Assert.DoesNotContain(early.Reasons, reason => reason == Refusal.Overtaken);
        story.JointAgencyResponseSaid();
        Assert.Equal(
            "reason-needed",
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, true, " "), Mash)).Reasons).Code
        );
        Assert.Equal(
            "too-long",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, true, new string('x', 4001)), Mash))
                        .Reasons
                )
                .Code
        );
        story.Given(new DecideThreshold(CaseStory.Id, true, "Both criteria are met."), Mash);
        Assert.Equal(
            Refusal.Overtaken,
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, false, "No."), Mash)).Reasons)
        );
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(
                    Assert.IsType<Decision.Refused>(story.When(new DecideThreshold(CaseStory.Id, true, "Yes.", Again: true), Mash)).Reasons
                )
                .Code
        );
    }

    [Fact]
    public void The_authority_was_aware_by_the_day_its_notification_was_sent_A12()
    {
        var story = CaseStory.At(Stage.Notified);
        var sent = London.DateOf(story.File.Notification!.SentAt);
        story.Now = story.Now.AddDays(7);
        RecordAwareness On(DateOnly day) => new(CaseStory.Id, day, "A call from the hospital.");
        var refusal = Assert.Single(Assert.IsType<Decision.Refused>(story.When(On(sent.AddDays(1)), Mash)).Reasons);
        Assert.Equal(("after-notification", "date"), (refusal.Code, refusal.Field));
        story.Given(On(sent.AddDays(-1)), Mash);
    }

    [Fact]
    public void The_authority_may_have_known_earlier_and_its_clock_then_counts_from_that_day()
    {
        var story = new CaseStory().Submitted();
        Assert.Equal(
            "reason-needed",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new RecordAwareness(CaseStory.Id, new(2026, 10, 29), ""), Mash)).Reasons)
                .Code
        );
        Assert.Equal(
            "in-future",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new RecordAwareness(CaseStory.Id, new(2026, 11, 3), "x"), Mash)).Reasons)
                .Code
        );
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new RecordAwareness(CaseStory.Id, new(2026, 11, 2), "x"), Mash)).Reasons)
                .Code
        );
        Assert.Equal(
            "too-early",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new RecordAwareness(CaseStory.Id, new(2018, 1, 1), "x"), Mash)).Reasons)
                .Code
        );
        story.Given(new RecordAwareness(CaseStory.Id, new(2026, 10, 29), "A call from the hospital."), Mash);
        var deadline = story.File.Clock(Timescales.AuthorityNotification.Id)!.Deadline;
        Assert.Equal((new DateOnly(2026, 10, 29), new DateOnly(2026, 11, 5)), (deadline.AnchorDay, deadline.DueDay));
    }

    [Fact]
    public void A_Joint_Agency_Response_that_was_held_has_a_date_that_is_past()
    {
        var story = new CaseStory().Submitted();
        Assert.Equal("date-needed", Code(new(JointAgencyResponseState.Held, null, "")));
        Assert.Equal("in-future", Code(new(JointAgencyResponseState.Held, new(2026, 11, 4), "")));
        Assert.Equal("too-long", Code(new(JointAgencyResponseState.Due, new(2026, 11, 4), new string('x', 4001))));
        story.Given(
            new RecordJointAgencyResponse(CaseStory.Id, new(JointAgencyResponseState.Due, new(2026, 11, 4), "At the hospital.")),
            Mash
        );
        Assert.Equal("nothing-changed", Code(new(JointAgencyResponseState.Due, new(2026, 11, 4), "At the hospital.")));
        var later = new JointAgencyResponseRecord(JointAgencyResponseState.Due, new(2026, 11, 5), "At the hospital.");
        Assert.Equal("reason-needed", Code(later));
        story.Given(new RecordJointAgencyResponse(CaseStory.Id, later, " It was put off. "), Mash);
        Assert.Equal("It was put off.", Assert.IsType<JointAgencyResponseRecorded>(story.File.History[^1].Event).Reason);

        string Code(JointAgencyResponseRecord record) =>
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new RecordJointAgencyResponse(CaseStory.Id, record), Mash)).Reasons)
                .Code;
    }

    [Fact]
    public void A_joined_referral_rests_and_its_referrer_hears_the_outcome_of_the_other()
    {
        var story = new CaseStory().Submitted().OtherSubmitted().Joined();
        Assert.Equal((Stage.Joined, CaseStory.OtherId), (story.File.Stage, story.File.JoinedTo!.Value));
        story
            .Given(new RecordJointAgencyResponse(CaseStory.OtherId, new(JointAgencyResponseState.NotNeeded, null, "")), Mash)
            .Given(new DecideThreshold(CaseStory.OtherId, true, "Both criteria are met."), Mash);
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer")) { OnlyIfShown = true },
            EffectsOf.Event(story.Other.History[^1].Event, story.Other)
        );
    }

    [Fact]
    public void Separated_again_it_stands_where_it_stood()
    {
        var story = CaseStory
            .At(Stage.Joined)
            .Given(new SeparateReferrals(CaseStory.OtherId, CaseStory.Id, "Two children after all."), Mash);
        Assert.Equal((Stage.AwaitingThreshold, (CaseId?)null), (story.File.Stage, story.File.JoinedTo));
        Assert.Empty(story.Other.JoinedReferrals);
        Assert.Equal(
            Refusal.Overtaken,
            Assert.Single(
                Assert.IsType<Decision.Refused>(story.When(new SeparateReferrals(CaseStory.OtherId, CaseStory.Id, "Again."), Mash)).Reasons
            )
        );
    }

    [Fact]
    public void What_cannot_be_joined_is_said_plainly()
    {
        Assert.Equal(
            "reason-needed",
            Code(new CaseStory().Submitted().OtherSubmitted(), new JoinReferrals(CaseStory.Id, CaseStory.OtherId, ""))
        );
        Assert.Equal(
            "already-decided",
            Code(
                new CaseStory().Submitted().OtherSubmitted().Decided(reached: true),
                new JoinReferrals(CaseStory.OtherId, CaseStory.Id, "x")
            )
        );
        Assert.Equal("overtaken", Code(CaseStory.At(Stage.Joined), new JoinReferrals(CaseStory.OtherId, CaseStory.Id, "x")));
        var self = new JoinReferrals(CaseStory.Id, CaseStory.Id, "x");
        var file = new CaseStory().Submitted().File;
        Assert.Equal("same", Assert.Single(((Decision.Refused)self.DecideFor(file, [file], new CaseStory().Context(Mash))).Reasons).Code);

        static string Code(CaseStory story, JoinReferrals command) =>
            Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, Mash)).Reasons).Code;
    }
}
