using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>Absences and deputies (PD17), and the end of the known calendar.</summary>
public class AbsenceTests
{
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Lead(Role.LeadPolice);
    private static readonly Actor Deputy = CaseStory.Deputy(Role.LeadPolice);
    private static readonly DateOnly Until = new(2026, 11, 20);

    [Fact]
    public void A_lead_who_stands_aside_while_the_deputy_is_away_leaves_nobody_and_operations_are_told_and_asked()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        story.Away = [Deputy.PersonId];
        story.Given(new StandAside(CaseStory.Id), Police);
        Assert.False(((LeadStoodAside)story.File.History[^1].Event).DeputyIsLeft);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.NobodyLeft, To: Recipient.HoldersOf { Role: Role.Operations } }
        );
        Assert.Contains(CaseTask.Of(story.File), Finds);
        story.Given(new HandOver(CaseStory.Id, Role.LeadPolice, Deputy.PersonId, "Back early."), Operations);
        Assert.DoesNotContain(CaseTask.Of(story.File), Finds);
    }

    [Fact]
    public void A_lead_is_to_be_found_before_the_Chair_has_recommended_and_not_once_the_partners_are_done()
    {
        var story = CaseStory
            .At(Stage.AwaitingRecommendation)
            .Given(new Domain.Steps.InformingLeads.InformLeads(CaseStory.Id), CaseStory.Somebody(Role.Chair));
        story.Away = [Deputy.PersonId];
        story.Given(new StandAside(CaseStory.Id), Police);
        Assert.Contains(CaseTask.Of(story.File), Finds);
        story.Recommended().Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadHealth, true);
        Assert.Contains(CaseTask.Of(story.File), Finds);
        story.Given(
            new RecordDecisionByTelephone(CaseStory.Id, 1, Role.LeadPolice, true, "", "The superintendent.", "Called back."),
            Operations
        );
        Assert.DoesNotContain(CaseTask.Of(story.File), Finds);
    }

    [
        Theory,
        InlineData(Role.AgencyRepresentative, "rep-police", " (answers for The police)"),
        InlineData(Role.RapidReviewAttendee, "senior-leadpolice", " (comes to the meeting for An agency)"),
        InlineData(Role.RecordsNominee, "records-police", " (may reach the secured records of The police)")
    ]
    public void Whom_the_review_counts_on_has_no_deputy_and_operations_are_told_which_agency_has_nobody(
        Role role,
        string person,
        string countedOn
    )
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(
                new Domain.Steps.SecuredRecords.NameNominee(
                    CaseStory.Id,
                    "police",
                    new("records-police", "Records", "records@police.example"),
                    ""
                ),
                Operations
            );
        story.Given(new CoverAbsence(CaseStory.Id, role, person, Until), System);
        var covered = (RoleCovered)story.File.History[^1].Event;
        Assert.EndsWith(countedOn, covered.AwayDisplay, StringComparison.Ordinal);
        Assert.False(covered.SomebodyStandsIn);
        var told = Assert.IsType<Effect.ShowCard>(Assert.Single(EffectsOf.Event(covered, story.File)));
        Assert.Equal((CardKind.NobodyLeft, Topic.OfRole(role, story.File.Version)), (told.Kind, told.About));
        Assert.Equal("nothing-changed", Refused(story, new CoverAbsence(CaseStory.Id, role, person, Until)));
        Assert.Equal("overtaken", Refused(story, new CoverAbsence(CaseStory.Id, role, "somebody-else", Until)));
        Assert.DoesNotContain(CaseTask.Of(story.File), Finds);
    }

    [Fact]
    public void Whose_part_is_done_or_comes_later_is_not_missed()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("schools", known: false);
        Assert.Equal("overtaken", Refused(story, new CoverAbsence(CaseStory.Id, Role.AgencyRepresentative, "rep-schools", Until)));
        Assert.Equal(
            "overtaken",
            Refused(story, new CoverAbsence(CaseStory.Id, Role.RapidReviewAttendee, "senior-leadpolice", new(2026, 11, 12)))
        );
    }

    [Fact]
    public void A_new_Chair_or_Scrutineer_is_invited_and_the_old_one_no_longer_is_told_so_on_every_message_that_asked_them()
    {
        var chair = CaseStory.Somebody(Role.Chair);
        var story = CaseStory.At(Stage.UnderReview).Given(new HandOver(CaseStory.Id, Role.Chair, chair.PersonId, "Back."), Operations);
        var effects = EffectsOf.Event(story.File.History[^1].Event, story.File);
        Assert.Contains(new Effect.KeepMeeting(CaseStory.Id), effects);
        Assert.Contains(effects, effect =>
            effect is Effect.ShowCard { Kind: CardKind.MeetingTask, OnlyIfShown: true, To: Recipient.FormerHoldersOf { Role: Role.Chair } }
        );
        var later = CaseStory
            .At(Stage.AwaitingApproval)
            .Given(new HandOver(CaseStory.Id, Role.Chair, chair.PersonId, "Back."), Operations)
            .Given(new HandOver(CaseStory.Id, Role.LeadPolice, Deputy.PersonId, "On leave."), Operations);
        Assert.Contains(EffectsOf.Event(later.File.History[^2].Event, later.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.ApprovalProgress, OnlyIfShown: true, To: Recipient.FormerHoldersOf } card
            && card.About == Topic.Round(1)
        );
        Assert.DoesNotContain(EffectsOf.Event(later.File.History[^2].Event, later.File), effect => effect is Effect.KeepMeeting);
        Assert.Contains(EffectsOf.Event(later.File.History[^1].Event, later.File), effect =>
            effect
                is Effect.ShowCard
                {
                    Kind: CardKind.ApprovalTask,
                    OnlyIfShown: true,
                    To: Recipient.FormerHoldersOf { Role: Role.LeadPolice }
                } card
            && card.About == Topic.Round(1)
        );
    }

    [Fact]
    public void Where_the_deputy_is_away_too_nobody_stands_in_and_it_is_a_task_only_while_somebody_is_away()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        story.Away = [Police.PersonId, Deputy.PersonId];
        story.Given(new CoverAbsence(CaseStory.Id, Role.LeadPolice, Police.PersonId, Until), System);
        Assert.False(((RoleCovered)story.File.History[^1].Event).SomebodyStandsIn);
        Assert.Equal([Police.PersonId], CaseTask.Of(story.File).Single(Finds).WhileAway);
        story.Away = [Police.PersonId];
        story.Given(new CoverAbsence(CaseStory.Id, Role.LeadPolice, Police.PersonId, Until.AddDays(7)), System);
        Assert.DoesNotContain(CaseTask.Of(story.File), Finds);
    }

    [Fact]
    public void An_absence_of_somebody_who_handed_the_role_on_covers_nothing_and_of_whom_it_was_handed_to_everything()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .Given(new HandOver(CaseStory.Id, Role.LeadPolice, Deputy.PersonId, "On leave."), Police);
        story.Away = [Police.PersonId];
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            story.When(new CoverAbsence(CaseStory.Id, Role.LeadPolice, Police.PersonId, Until), System)
                        )
                        .Reasons
                )
                .Code
        );
        story.Away = [Deputy.PersonId];
        story.Given(new CoverAbsence(CaseStory.Id, Role.LeadPolice, Deputy.PersonId, Until), System);
        Assert.False(((RoleCovered)story.File.History[^1].Event).SomebodyStandsIn);
        Assert.Contains(CaseTask.Of(story.File), Finds);
        Assert.DoesNotContain(
            CaseTask.Of(story.Given(new HandOver(CaseStory.Id, Role.LeadPolice, Police.PersonId, "Taken back."), Operations).File),
            Finds
        );
    }

    [Fact]
    public void Operations_who_have_to_find_somebody_see_the_case_even_while_the_MASH_has_it()
    {
        var story = CaseStory.At(Stage.AwaitingThreshold);
        Assert.False(Permissions.Sees(story.File, Operations));
        story.Given(new CoverAbsence(CaseStory.Id, Role.MashOfficer, CaseStory.Somebody(Role.MashOfficer).PersonId, Until), System);
        Assert.True(Permissions.Sees(story.File, Operations));
        Assert.Contains(CaseTask.Of(story.File), Finds);
    }

    [Fact]
    public void What_cannot_be_counted_because_the_bank_holidays_end_is_refused_and_says_whom_to_ask()
    {
        var story = new CaseStory { Now = new(2028, 12, 1, 10, 0, 0, TimeSpan.Zero) }
            .Submitted()
            .Decided(reached: true);
        story.Now = new(2028, 12, 20, 10, 0, 0, TimeSpan.Zero);
        var before = story.File;
        var refusal = Assert.Single(
            Assert
                .IsType<Decision.Refused>(
                    story.When(
                        new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, story.Now, "SIN-1", ""),
                        CaseStory.Somebody(Role.AuthorityNotifier)
                    )
                )
                .Reasons
        );
        Assert.Equal("outside-calendar", refusal.Code);
        Assert.Contains("ends on 31 December 2028", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("operational team", refusal.Message, StringComparison.Ordinal);
        Assert.Same(before, story.File);
    }

    private static bool Finds(CaseTask task) => task is { Kind: TaskKind.FindSomebody, For: Role.Operations };

    private static string Refused(CaseStory story, Command command) =>
        Assert.IsType<Decision.Refused>(story.When(command, System)).Reasons[0].Code;
}
