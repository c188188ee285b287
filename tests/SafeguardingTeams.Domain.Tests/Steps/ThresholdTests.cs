using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The edges of the threshold decision (A3, A4, PD10, PD16).</summary>
public class ThresholdTests
{
    private static readonly Actor Mash = CaseStory.Somebody(Role.MashOfficer);

    [Fact]
    public void Reached_is_refused_until_the_Joint_Agency_Response_is_said()
    {
        var refused = Assert.IsType<Decision.Refused>(
            CaseStory.At(Stage.AwaitingThreshold).When(new DecideThreshold(CaseStory.Id, true, "Both."), Mash)
        );
        Assert.Equal("joint-agency-response-needed", Assert.Single(refused.Reasons).Code);
    }

    [Fact]
    public void After_a_notification_a_corrected_threshold_starts_no_limit_of_the_authority()
    {
        var story = CaseStory.At(Stage.BelowThreshold);
        var notifier = CaseStory.Somebody(Role.AuthorityNotifier);
        story.Given(new DecideOnNotification(CaseStory.Id, true, NotificationGround.LookedAfterChildsDeath, ""), notifier);
        story.Given(
            new RecordNotification(CaseStory.Id, NotificationGround.LookedAfterChildsDeath, CaseStory.Monday, "SIN-1", ""),
            notifier
        );
        var accepted = Assert.IsType<Decision.Accepted>(
            new DecideThreshold(CaseStory.Id, true, "More was learnt.", Again: true).DecideFor(story.File, [], story.Context(Mash))
        );
        var decided = Assert.IsType<ThresholdDecided>(Assert.Single(accepted.Changes).Event);
        Assert.Equal(
            [Timescales.AlertRead.Id, Timescales.InformLeads.Id, Timescales.Recommendation.Id],
            decided.Deadlines.Select(deadline => deadline.TimescaleId)
        );
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    public void What_the_authority_decided_stays_unless_it_declined_before_there_was_anything_to_decide_on(
        bool reached,
        bool notifies,
        bool stays
    )
    {
        var before = CaseStory.At(Stage.AwaitingThreshold).File with
        {
            AuthorityDecision = new(notifies, NotificationGround.SeriousIncident, "Said.", CaseStory.Monday),
        };
        Assert.Equal(stays, Applied(before, new(reached, "Because.", [])).AuthorityDecision is not null);
    }

    [Fact]
    public void Below_the_threshold_the_notifier_is_told_only_where_a_death_may_have_to_be_notified_anyway()
    {
        Assert.Contains(Follows(CaseStory.At(Stage.BelowThreshold).File), IsForTheNotifier);
        Assert.DoesNotContain(Follows(CaseStory.NobodyDied().Decided(reached: false).File), IsForTheNotifier);
    }

    [Fact]
    public void What_the_referrer_was_told_of_an_outcome_is_drawn_anew_with_the_next()
    {
        var story = CaseStory.At(Stage.BelowThreshold);
        var told = Topic.AfterEvent(story.File.Version);
        story.Given(new DecideThreshold(CaseStory.Id, true, "More was learnt.", Again: true), Mash);
        var first = Follows(story.File).OfType<Effect.ShowCard>().Where(card => card.Kind == CardKind.ReferralProgress).ToList();
        Assert.Contains(first, card => card.About == told && card.OnlyIfShown);
        Assert.DoesNotContain(first, card => !card.OnlyIfShown);

        var reachedAt = Topic.AfterEvent(story.File.Version);
        story.Given(new DecideThreshold(CaseStory.Id, false, "It was another child.", Again: true), Mash);
        var second = Follows(story.File).OfType<Effect.ShowCard>().Where(card => card.Kind == CardKind.ReferralProgress).ToList();
        Assert.Contains(second, card => card.About == told && card.OnlyIfShown);
        Assert.DoesNotContain(second, card => card.About == reachedAt);
    }

    private static bool IsForTheNotifier(Effect effect) => effect is Effect.ShowCard { Kind: CardKind.NotifierTask, OnlyIfShown: false };

    private static IEnumerable<Effect> Follows(CaseFile file) => EffectsOf.Event(file.History[^1].Event, file);

    private static CaseFile Applied(CaseFile file, ThresholdDecided decided) =>
        Replay.Next(file, new(file.Id, file.Version + 1, CaseStory.Monday, new("p", "", "", "", []), "c", decided));
}
