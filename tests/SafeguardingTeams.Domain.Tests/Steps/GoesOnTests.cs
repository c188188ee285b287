using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>PD4: the case goes on by the authority's decision, and the partners may still record their view.</summary>
public class GoesOnTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Notifier = CaseStory.Somebody(Role.AuthorityNotifier);
    private static readonly Actor Scrutineer = CaseStory.Somebody(Role.Scrutineer);

    private static readonly TaskKind[] Partners =
    [
        TaskKind.InformLeads,
        TaskKind.Recommend,
        TaskKind.DecideAsPartner,
        TaskKind.AskForMediation,
        TaskKind.Mediate,
    ];

    private static readonly string[] Clocks =
    [
        Timescales.InformLeads.Id,
        Timescales.Recommendation.Id,
        Timescales.LeadsDecision.Id,
        Timescales.Mediation.Id,
    ];

    public static TheoryData<string, bool> Ways =>
        [
            .. from state in new[] { "no recommendation", "open", "differ", "mediation" }
            from notifies in new[] { true, false }
            select (state, notifies),
        ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void When_the_authority_has_decided_nobody_waits_for_the_partners_and_the_record_says_why_PD4(string state, bool notifies)
    {
        var story = Before(state);
        Assert.Contains(CaseTask.Of(story.File), task => Partners.Contains(task.Kind));
        var round = story.File.Round;
        var running = Running(story.File);
        story.AuthoritySays(notifies);
        Assert.DoesNotContain(CaseTask.Of(story.File), task => Partners.Contains(task.Kind));
        Assert.Empty(Running(story.File));
        Assert.All(running, id =>
            Assert.Equal(notifies ? ClockRest.AuthorityNotifies : ClockRest.AuthorityDeclines, story.File.Clock(id)!.Rests)
        );
        Assert.Equal(round, story.File.Round);
        Assert.Equal(
            round is null ? 0 : 4,
            EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.ShowCard>()
                .Count(card => card.Kind is CardKind.PartnerTask or CardKind.RoundProgress && card.OnlyIfShown)
        );
    }

    [Fact]
    public void A_notification_that_is_recorded_at_once_ends_the_round_as_well_and_nothing_is_late_for_good_PD4()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer().Given(new AskForMediation(CaseStory.Id), Chair).Notified();
        Assert.Equal((Stage.Notified, 0), (story.File.Stage, Running(story.File).Count));
        story.Prepared().Sent().Declared().Attended([.. Domain.People.Partners.Leads]).Discussed().Agreed().AllApprove().ReportSent();
        Assert.DoesNotContain(CaseTask.Of(story.File), task => Partners.Contains(task.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_Chair_and_the_leads_may_still_record_their_view_and_nothing_begins_to_run_PD4(bool notifies)
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation).AuthoritySays(notifies);
        var stage = story.File.Stage;
        story.Recommended();
        Assert.Equal((stage, 0), (story.File.Stage, Running(story.File).Count));
        story.TheyDiffer().Given(new AskForMediation(CaseStory.Id), Chair);
        Assert.Empty(Running(story.File));
        Assert.DoesNotContain(CaseTask.Of(story.File), task => Partners.Contains(task.Kind));
        story.Given(new RecordMediation(CaseStory.Id, "They talked.", "All."), Scrutineer).AllAgree();
        Assert.Equal((stage, PartnersView.Met), (story.File.Stage, story.File.PartnersView!.Value));
        Assert.Empty(Running(story.File));
    }

    [Fact]
    public void What_the_Chair_corrects_after_the_authority_declined_is_on_the_record_and_the_case_still_goes_to_the_group_PD4()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(false);
        story.Given(new Recommend(CaseStory.Id, false, "One criterion only.", false, Again: true), Chair).AllAgree();
        Assert.Equal((Stage.AwaitingGroupMeeting, PartnersView.NotMet), (story.File.Stage, story.File.PartnersView!.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_a_death_is_notified_without_a_review_after_all_the_partners_are_waited_for_again_PD4_PD10(bool recorded)
    {
        var story = CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true);
        Assert.Empty(Running(story.File));
        var ground = NotificationGround.LookedAfterChildsDeath;
        story.Given(
            recorded
                ? new RecordNotification(CaseStory.Id, ground, CaseStory.Monday, "SIN-1", "")
                : new DecideOnNotification(CaseStory.Id, true, ground, "No abuse.", Again: true),
            Notifier
        );
        Assert.Equal((Stage.AwaitingPartners, 1), (story.File.Stage, Running(story.File).Count));
        Assert.Equal(3, CaseTask.Of(story.File).Count(task => task is { Kind: TaskKind.DecideAsPartner, Due: not null }));
    }

    private static CaseStory Before(string state) =>
        state switch
        {
            "no recommendation" => CaseStory.At(Stage.AwaitingRecommendation),
            "open" => CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true),
            "differ" => CaseStory.At(Stage.AwaitingPartners).TheyDiffer(),
            _ => CaseStory.At(Stage.AwaitingPartners).TheyDiffer().Given(new AskForMediation(CaseStory.Id), Chair),
        };

    private static List<string> Running(CaseFile file) =>
        [.. file.Clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline.TimescaleId).Where(Clocks.Contains)];
}
