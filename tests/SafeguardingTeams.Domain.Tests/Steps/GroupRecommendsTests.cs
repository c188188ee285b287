using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The group recommends to the partners, for a case, whether the criteria are met or which other method suits (E12).</summary>
public class GroupRecommendsTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Notifier = CaseStory.Somebody(Role.AuthorityNotifier);
    private static readonly RecordConsidered Considered = new(CaseStory.Id, new(2026, 11, 2), "More is known now.", "");
    private static readonly RecordConsidered MayBeMet = Considered with { Recommends = [GroupsMethod.CriteriaMayBeMet] };

    [Fact]
    public void Criteria_may_be_met_opens_a_round_of_the_leads_and_the_case_goes_on_by_what_they_decide_E12_E16()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var before = story.File.Round!.Number;
        story.Given(MayBeMet, Operations);
        Assert.Equal(Stage.AwaitingPartners, story.File.Stage);
        Assert.True(story.File.RoundIsOpen);
        Assert.True(story.File.Recommendation is { ByTheGroup: true, Met: true, Reason: "More is known now." });
        Assert.Equal(new(2026, 11, 3), Due(story, Timescales.LeadsDecision));
        Assert.Equal(
            [.. Partners.Leads],
            CaseTask.Of(story.File).Where(task => task.Kind == TaskKind.DecideAsPartner).Select(task => task.For)
        );
        foreach (var lead in Partners.Leads)
        {
            story.Given(new DecideAsPartner(CaseStory.Id, before + 1, true, ""), CaseStory.Somebody(lead));
        }

        Assert.Equal((Stage.AwaitingAuthority, PartnersView.Met), (story.File.Stage, story.File.PartnersView));
    }

    [Fact]
    public void Where_the_leads_say_again_that_they_are_not_met_the_case_waits_for_the_group_again_and_its_clock_stops()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var before = story.File.Round!.Number;
        story.Given(MayBeMet, Operations);
        foreach (var lead in Partners.Leads)
        {
            story.Given(new DecideAsPartner(CaseStory.Id, before + 1, false, "Nothing new."), CaseStory.Somebody(lead));
        }

        Assert.Equal((Stage.AwaitingGroupMeeting, PartnersView.NotMet), (story.File.Stage, story.File.PartnersView));
        Assert.Null(story.File.Considered);
        Assert.Equal(default, Due(story, Timescales.LeadsDecision));

        // What it said then is not taken for what it says next.
        story.Given(MayBeMet, Operations);
        Assert.Equal((Stage.AwaitingPartners, before + 2), (story.File.Stage, story.File.Round!.Number));
    }

    [Fact]
    public void What_the_authority_declined_it_is_asked_anew_once_the_leads_are_and_may_decide_at_any_time_PD4()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        story.Given(new DecideOnNotification(CaseStory.Id, false, NotificationGround.SeriousIncident, "It is none."), Notifier);
        Assert.Equal((Stage.AwaitingGroupMeeting, default), (story.File.Stage, Due(story, Timescales.AuthorityNotification)));

        // Recorded on Monday; the group met on Friday 30 October, and the authority's five working days count from then.
        story.Given(MayBeMet with { On = new(2026, 10, 30) }, Operations);
        Assert.Equal((Stage.AwaitingPartners, new(2026, 11, 6)), (story.File.Stage, Due(story, Timescales.AuthorityNotification)));
        Assert.NotNull(story.File.LeadsInformedAt);
        Assert.Contains(CaseTask.Of(story.File), task => (task.Kind, task.For) == (TaskKind.DecideOnNotification, Role.AuthorityNotifier));
        story.Given(new DecideOnNotification(CaseStory.Id, true, NotificationGround.SeriousIncident, ""), Notifier);
        Assert.Equal(Stage.PreparingRapidReview, story.File.Stage);
    }

    [Fact]
    public void Another_method_is_told_to_the_leads_and_the_case_stays_with_the_group()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        story.Given(Considered with { Recommends = [GroupsMethod.CriteriaNotMet, GroupsMethod.MultiAgencyAudit] }, Operations);
        Assert.Equal(Stage.AwaitingGroupMeeting, story.File.Stage);
        Assert.Equal([GroupsMethod.CriteriaNotMet, GroupsMethod.MultiAgencyAudit], story.File.GroupRecommends);
        var told = EffectsOf
            .Event(story.File.History[^1].Event, story.File)
            .OfType<Effect.ShowCard>()
            .Select(card => ((Recipient.HoldersOf)card.To).Role);
        Assert.Equal([.. Partners.Leads], told);
    }

    [Fact]
    public void A_withdrawn_review_is_taken_up_again_instead_and_both_ways_at_once_are_refused()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        var both = Considered with { Recommends = [GroupsMethod.CriteriaNotMet, GroupsMethod.CriteriaMayBeMet] };
        Assert.Equal(("both-ways", "recommends"), Refused(story, both));
        var withdrawn = CaseStory.At(Stage.UnderReview);
        withdrawn.Given(new WithdrawReview(CaseStory.Id, "The injury was an accident."), Notifier);
        Assert.Equal(("review-withdrawn", "recommends"), Refused(withdrawn, MayBeMet));
    }

    [Fact]
    public void An_item_on_a_case_that_has_gone_on_is_put_right_in_the_minutes_alone_and_says_what_was_recommended_then_E17()
    {
        var decide = MeetingStory.Decide(3, CaseStory.Id, MeetingStory.OnTheCase) with { Recommends = [GroupsMethod.CriteriaMayBeMet] };
        var story = MeetingStory.At(MeetingStage.InSession).Given(decide, Operations);
        Assert.Equal(Stage.AwaitingPartners, story.Case.Stage);
        var again = MeetingStory.Decide(
            3,
            CaseStory.Id,
            MeetingStory.OnTheCase with
            {
                Decision = "The criteria may be met.",
                Corrected = "A slip.",
            },
            again: true
        );
        Assert.IsType<Decision.Refused>(story.When(again, Operations));
        var accepted = Assert.IsType<Decision.Accepted>(story.When(again with { Recommends = [] }, Operations));
        var outcome = Assert.IsType<ItemDecided>(Assert.Single(accepted.Changes).Event).Outcome;
        Assert.Equal(("The criteria may be met.", GroupsMethod.CriteriaMayBeMet), (outcome.Decision, Assert.Single(outcome.Recommends)));
    }

    private static DateOnly Due(CaseStory story, Timescale timescale) =>
        story.File.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline.DueDay : default;

    private static (string, string?) Refused(CaseStory story, Command command)
    {
        var refusal = Assert.IsType<Decision.Refused>(story.When(command, Operations)).Reasons[0];
        return (refusal.Code, refusal.Field);
    }
}
