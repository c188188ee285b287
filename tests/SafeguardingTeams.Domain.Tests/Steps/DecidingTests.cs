using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A8 to A11; PD8, PD16, PD17.</summary>
public partial class DecidingTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Police = CaseStory.Lead(Role.LeadPolice);

    [Fact]
    public void Informing_the_leads_stops_the_clock_and_gives_them_a_part_in_the_case()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.False(Permissions.Sees(story.File, Police));
        story.Given(new InformLeads(CaseStory.Id), Chair);
        Assert.True(Permissions.Sees(story.File, Police));
        Assert.False(story.File.Clock(Timescales.InformLeads.Id)!.Runs);
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.LeadsInformed, new Recipient.HoldersOf(Role.LeadPolice)),
            EffectsOf.Event(story.File.History[^1].Event, story.File)
        );
        Assert.Equal(Refusal.Overtaken, Refused(story, new InformLeads(CaseStory.Id), Chair));
    }

    [Fact]
    public void A_recommendation_needs_reasons_asks_the_leads_and_starts_their_clock()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.Equal("reason-needed", Refused(story, new Recommend(CaseStory.Id, true, " ", false), Chair).Code);
        story.Recommended();
        Assert.Equal((Stage.AwaitingPartners, 1), (story.File.Stage, story.File.Round!.Number));
        Assert.True(story.File.Clock(Timescales.LeadsDecision.Id)!.Runs);
        Assert.False(story.File.Clock(Timescales.Recommendation.Id)!.Runs);
        Assert.Equal(
            3,
            EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.ShowCard>()
                .Count(card => card.Kind == CardKind.PartnerTask && card.About == Topic.Round(1))
        );
    }

    [Theory]
    [InlineData(true, true, PartnersView.Met, Stage.AwaitingAuthority)]
    [InlineData(true, false, PartnersView.NotMet, Stage.AwaitingGroupMeeting)]
    [InlineData(false, true, PartnersView.NotMet, Stage.AwaitingGroupMeeting)]
    [InlineData(false, false, PartnersView.Met, Stage.AwaitingAuthority)]
    public void Three_of_one_mind_decide_whatever_was_recommended(bool met, bool agree, PartnersView view, Stage stage)
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation).Recommended(met);
        foreach (var lead in Partners.Leads)
        {
            story.Lead(lead, agree);
        }

        Assert.Equal((view, stage), (story.File.PartnersView!.Value, story.File.Stage));
        Assert.Equal(view == PartnersView.NotMet, story.File.OwesReferrer);
        Assert.False(story.File.Clock(Timescales.LeadsDecision.Id)!.Runs);
    }

    [Fact]
    public void One_decision_a_partner_which_may_be_changed_until_the_round_closes()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, false).Lead(Role.LeadPolice, true);
        Assert.True(Assert.Single(story.File.Round!.Decisions).Agrees);
        Assert.Equal("nothing-changed", Refused(story, new DecideAsPartner(CaseStory.Id, 1, true, ""), Police).Code);
        story.Lead(Role.LeadHealth, true).Lead(Role.LeadLocalAuthority, true);
        Assert.Equal(Refusal.Overtaken, Refused(story, new DecideAsPartner(CaseStory.Id, 1, false, "After all."), Police));
    }

    [Fact]
    public void To_disagree_needs_reasons_and_to_agree_does_not()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        Assert.Equal("reason-needed", Refused(story, new DecideAsPartner(CaseStory.Id, 1, false, ""), Police).Code);
        story.Given(new DecideAsPartner(CaseStory.Id, 1, true, ""), Police);
    }

    [Fact]
    public void Nobody_decides_for_two()
    {
        var both = CaseStory.Person("both", Role.LeadPolice, Role.LeadHealth);
        var story = CaseStory.At(Stage.AwaitingPartners).Given(new DecideAsPartner(CaseStory.Id, 1, true, ""), both);
        story.When(new DecideAsPartner(CaseStory.Id, 1, false, "Again."), both);
        Assert.Equal(Role.LeadPolice, Assert.Single(story.File.Round!.Decisions).Lead);
    }

    [Fact]
    public void A_decision_by_telephone_says_who_took_it_and_how_it_was_verified()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        var operations = CaseStory.Somebody(Role.Operations);
        var wrong = Assert.IsType<Decision.Refused>(
            story.When(new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, false, "", "", ""), operations)
        );
        Assert.Equal(["given", "reason", "verified"], wrong.Reasons.Select(reason => reason.Field).Order());
        story.Given(new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The lead.", "Called back."), operations);
        Assert.Equal(
            new ByTelephone("The lead.", operations.Display, "Called back."),
            Assert.Single(story.File.Round!.Decisions).Telephone
        );
    }

    [Fact]
    public void Who_had_part_in_the_case_stands_aside_and_the_deputy_decides()
    {
        var deputy = CaseStory.Deputy(Role.LeadPolice);
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true);
        Assert.False(Permissions.Allows(Step.DecideAsPartner, story.File, deputy));
        story.Given(new StandAside(CaseStory.Id), Police);
        Assert.Empty(story.File.Round!.Decisions);
        Assert.Equal(Refusal.NotFound, Refused(story, new DecideAsPartner(CaseStory.Id, 1, true, ""), Police));
        story.Given(new DecideAsPartner(CaseStory.Id, 1, true, ""), deputy);
        story.Given(new StandAside(CaseStory.Id), deputy);
        Assert.False(((LeadStoodAside)story.File.History[^1].Event).DeputyIsLeft);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.NobodyLeft, To: Recipient.HoldersOf { Role: Role.Operations } }
        );
    }

    [Fact]
    public void Mediation_is_offered_as_soon_as_two_differ_and_three_fresh_cards_follow_it()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true);
        Assert.Equal("no-difference", Refused(story, new AskForMediation(CaseStory.Id), Chair).Code);
        story.Lead(Role.LeadHealth, false);
        Assert.Contains(
            new Effect.ShowCard(CaseStory.Id, CardKind.MediationTask, new Recipient.HoldersOf(Role.Scrutineer)) { About = Topic.Round(1) },
            EffectsOf.Event(story.File.History[^1].Event, story.File)
        );
        Assert.True(Permissions.Sees(story.File, CaseStory.Somebody(Role.Scrutineer)));
        story.Given(new AskForMediation(CaseStory.Id), Police);
        Assert.Equal((false, true), (story.File.Clock(Timescales.LeadsDecision.Id)!.Runs, story.File.Clock(Timescales.Mediation.Id)!.Runs));
        Assert.Equal(
            Refusal.Overtaken,
            Refused(story, new DecideAsPartner(CaseStory.Id, 1, true, ""), CaseStory.Lead(Role.LeadLocalAuthority))
        );
        story.Given(new RecordMediation(CaseStory.Id, "They talked.", "All."), CaseStory.Somebody(Role.Scrutineer));
        Assert.Equal((2, true, 0), (story.File.Round!.Number, story.File.Round.Mediated, story.File.Round.Decisions.Count));
        Assert.Equal(
            3,
            EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.ShowCard>()
                .Count(card => card.Kind == CardKind.PartnerTask && card.About == Topic.Round(2))
        );
        Assert.Equal((true, false), (story.File.Clock(Timescales.LeadsDecision.Id)!.Runs, story.File.Clock(Timescales.Mediation.Id)!.Runs));
    }

    [Fact]
    public void Still_split_after_mediation_is_recorded_as_not_agreed_and_the_authority_decides()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer();
        Assert.Null(story.File.PartnersView);
        story.Mediated().TheyDiffer();
        Assert.Equal((PartnersView.NotAgreed, Stage.AwaitingAuthority), (story.File.PartnersView!.Value, story.File.Stage));
        story.AuthoritySays(true);
        Assert.Equal(Stage.PreparingRapidReview, story.File.Stage);
    }

    [Fact]
    public void A_role_is_handed_over_for_one_case_and_handed_back()
    {
        var (story, deputy, operations) = (
            CaseStory.At(Stage.AwaitingPartners),
            CaseStory.Deputy(Role.LeadPolice),
            CaseStory.Somebody(Role.Operations)
        );
        Assert.Equal("reason-needed", Refused(story, new HandOver(CaseStory.Id, Role.LeadPolice, deputy.PersonId, ""), operations).Code);
        Assert.Equal(
            "answer-needed",
            Refused(story, new HandOver(CaseStory.Id, Role.LeadPolice, CaseStory.Lead(Role.LeadHealth).PersonId, "x"), operations).Code
        );
        Assert.Equal(
            "not-yours",
            Refused(story, new HandOver(CaseStory.Id, Role.LeadPolice, deputy.PersonId, "x"), CaseStory.Lead(Role.LeadHealth)).Code
        );
        story.Given(new HandOver(CaseStory.Id, Role.LeadPolice, deputy.PersonId, "On leave."), Police);
        Assert.Equal(
            (false, true),
            (Permissions.Allows(Step.DecideAsPartner, story.File, Police), Permissions.Allows(Step.DecideAsPartner, story.File, deputy))
        );
        story.Given(new HandOver(CaseStory.Id, Role.LeadPolice, Police.PersonId, "Back."), operations);
        Assert.Equal(
            (true, false),
            (Permissions.Allows(Step.DecideAsPartner, story.File, Police), Permissions.Allows(Step.DecideAsPartner, story.File, deputy))
        );
    }

    [Fact]
    public void Who_stood_aside_by_mistake_is_given_the_role_back_by_operations_and_by_nobody_else()
    {
        var (story, deputy, operations) = (
            CaseStory.At(Stage.AwaitingPartners).Given(new StandAside(CaseStory.Id), Police),
            CaseStory.Deputy(Role.LeadPolice),
            CaseStory.Somebody(Role.Operations)
        );
        Assert.Equal("answer-needed", Refused(story, new HandOver(CaseStory.Id, Role.LeadPolice, Police.PersonId, "x"), deputy).Code);
        story.Given(new HandOver(CaseStory.Id, Role.LeadPolice, Police.PersonId, "Pressed by mistake."), operations);
        Assert.True(Permissions.Allows(Step.DecideAsPartner, story.File, Police));
        Assert.Empty(story.File.StoodAside);
    }

    [Fact]
    public void Once_mediation_was_offered_the_Scrutineer_keeps_their_part_and_is_told_when_the_leads_no_longer_differ()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .Lead(Role.LeadPolice, true)
            .Lead(Role.LeadHealth, false)
            .Lead(Role.LeadHealth, true);
        Assert.True(Permissions.Sees(story.File, CaseStory.Somebody(Role.Scrutineer)));
        var redraw = new Effect.ShowCard(CaseStory.Id, CardKind.MediationTask, new Recipient.HoldersOf(Role.Scrutineer))
        {
            About = Topic.Round(1),
            OnlyIfShown = true,
        };
        Assert.Contains(redraw, EffectsOf.Event(story.File.History[^1].Event, story.File));
        var overtaken = CaseStory
            .At(Stage.AwaitingPartners)
            .TheyDiffer()
            .Given(new AskForMediation(CaseStory.Id), Chair)
            .Given(new Recommend(CaseStory.Id, false, "On reflection.", false, Again: true), Chair);
        Assert.Contains(redraw, EffectsOf.Event(overtaken.File.History[^1].Event, overtaken.File));
    }

    [Fact]
    public void Who_no_longer_has_a_role_is_told_on_the_message_that_asked_them()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).Given(new StandAside(CaseStory.Id), Police);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect
                is Effect.ShowCard
                {
                    Kind: CardKind.PartnerTask,
                    OnlyIfShown: true,
                    To: Recipient.FormerHoldersOf { Role: Role.LeadPolice }
                }
        );
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.Single(Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons);
}
