using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What is put right.</summary>
public partial class DecidingTests
{
    [Fact]
    public void A_corrected_recommendation_begins_a_new_round_and_a_stale_card_corrects_nothing()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true);
        Assert.Equal(Refusal.Overtaken, Refused(story, new Recommend(CaseStory.Id, false, "On reflection.", false), Chair));
        story.Given(new Recommend(CaseStory.Id, false, "On reflection.", false, Again: true), Chair);
        Assert.Equal(2, story.File.Round!.Number);
        Assert.Empty(story.File.Round.Decisions);
        Assert.Equal(Refusal.Overtaken, Refused(story, new DecideAsPartner(CaseStory.Id, 1, true, ""), Police));
    }

    [Fact]
    public void A_threshold_decision_can_be_put_right_until_the_leads_have_it()
    {
        var mash = CaseStory.Somebody(Role.MashOfficer);
        var story = CaseStory
            .At(Stage.BelowThreshold)
            .Given(new DecideThreshold(CaseStory.Id, true, "More was learnt.", Again: true), mash);
        Assert.Equal(Stage.AwaitingRecommendation, story.File.Stage);
        Assert.True(story.File.Clock(Timescales.AuthorityNotification.Id)!.Runs);
        story.Given(new DecideThreshold(CaseStory.Id, false, "It was an accident.", Again: true), mash);
        Assert.Equal(
            [Timescales.AuthorityNotification.Id, Timescales.ReferrerTold.Id],
            story.File.Clocks.Where(clock => clock.Runs).Select(clock => clock.Deadline.TimescaleId)
        );
        Assert.Equal(
            "too-late",
            Refused(
                CaseStory.At(Stage.AwaitingRecommendation).Given(new InformLeads(CaseStory.Id), Chair),
                new DecideThreshold(CaseStory.Id, false, "x", Again: true),
                mash
            ).Code
        );
    }

    [Fact]
    public void A_decision_that_the_card_did_not_show_is_not_replaced_and_somebody_elses_only_with_a_reason()
    {
        var (story, operations) = (CaseStory.At(Stage.AwaitingPartners), CaseStory.Somebody(Role.Operations));
        var drawnAt = story.File.Version;
        story.Lead(Role.LeadPolice, false);
        Assert.Equal(
            Refusal.Overtaken,
            Refused(
                story,
                new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back.", drawnAt),
                operations
            )
        );
        Assert.Equal(
            "reason-needed",
            Refused(
                story,
                new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back.", story.File.Version),
                operations
            ).Code
        );
        story.Given(
            new RecordDecisionByTelephone(
                CaseStory.Id,
                1,
                Role.LeadPolice,
                true,
                "The lead rang to change it.",
                "The lead.",
                "Called back.",
                story.File.Version
            ),
            operations
        );
        Assert.Equal(Refusal.Overtaken, Refused(story, new DecideAsPartner(CaseStory.Id, 1, false, "No.", drawnAt), Police));
    }

    [Fact]
    public void The_record_of_a_mediation_is_put_right_with_a_reason_and_nobody_is_asked_again()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer().Mediated();
        var scrutineer = CaseStory.Somebody(Role.Scrutineer);
        Assert.Equal(
            "reason-needed",
            Refused(story, new CorrectMediation(CaseStory.Id, "They talked twice.", "All.", ""), scrutineer).Code
        );
        story.Given(new CorrectMediation(CaseStory.Id, "They talked twice.", "All.", "It was two talks."), scrutineer);
        Assert.Equal((new MediationOutcome("They talked twice.", "All."), 2), (story.File.Mediated, story.File.Round!.Number));
    }
}
