using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The edges of the leads' decisions (A10, A12, PD8).</summary>
public class PartnerDecisionTests
{
    [Fact]
    public void Once_the_criteria_are_met_the_authoritys_own_limit_runs_on_until_it_decides()
    {
        var file = CaseStory.At(Stage.AwaitingPartners).AllAgree().File;
        Assert.Equal(PartnersView.Met, file.PartnersView);
        Assert.True(file.Clock(Timescales.AuthorityNotification.Id)!.Runs);
    }

    [Fact]
    public void What_goes_to_the_group_is_no_alert_to_operations()
    {
        var file = CaseStory.At(Stage.AwaitingGroupMeeting).File;
        Assert.IsType<PartnerDecided>(file.History[^1].Event);
        Assert.DoesNotContain(EffectsOf.Event(file.History[^1].Event, file), IsNews);
        file = CaseStory.At(Stage.AwaitingPartners).AllAgree().File;
        Assert.Contains(EffectsOf.Event(file.History[^1].Event, file), IsNews);
    }

    [Fact]
    public void Whoever_decided_for_one_partner_and_holds_another_role_since_changes_their_own_decision()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true);
        var both = CaseStory.Lead(Role.LeadPolice) with { Roles = [Role.LeadLocalAuthority, Role.LeadPolice] };
        story.Given(new DecideAsPartner(CaseStory.Id, 1, false, "More is known."), both);
        Assert.False(story.File.Round!.Of(Role.LeadPolice)!.Agrees);
        Assert.Null(story.File.Round.Of(Role.LeadLocalAuthority));
    }

    [Fact]
    public void Whoever_recorded_one_partners_call_decides_for_their_own()
    {
        var both = CaseStory.Person("both", Role.Operations, Role.LeadHealth);
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .Given(
                new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The Detective Superintendent", "Rang back."),
                both
            )
            .Given(new DecideAsPartner(CaseStory.Id, 1, false, "The harm is not serious."), both);
        Assert.True(story.File.Round!.Of(Role.LeadPolice)!.Agrees);
        Assert.False(story.File.Round.Of(Role.LeadHealth)!.Agrees);
    }

    private static bool IsNews(Effect effect) => effect is Effect.ShowCard { Kind: CardKind.Alert } card && card.About == Topic.View;
}
