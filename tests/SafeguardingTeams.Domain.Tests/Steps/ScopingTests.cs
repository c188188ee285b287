using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B2 to B10, B13; PD5 and PD16: what goes out, what comes back, what is secured. The notification was sent on Monday 2 November
/// 2026.
/// </summary>
public partial class ScopingTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Representative("police");

    [Fact]
    public void Before_the_notification_everything_is_prepared_and_nothing_is_sent()
    {
        var story = CaseStory
            .At(Stage.PreparingRapidReview)
            .Given(new ChooseAgency(CaseStory.Id, "probation", "Probation", null), Operations);
        Assert.Equal(Refusal.Overtaken, Refused(story, new SendScoping(CaseStory.Id), Operations));
        Assert.Equal(
            Stage.UnderReview,
            story.Given(new RemoveAgency(CaseStory.Id, "probation"), Operations).Notified().Prepared().Sent().File.Stage
        );
    }

    [Theory]
    [InlineData(2, 9, 9)] // Monday, working day 0: five working days, Monday 9 November.
    [InlineData(5, 9, 12)] // Thursday, working day 3: Thursday 12 November, the eve of a meeting on working day 9.
    [InlineData(10, 11, 13)] // Tuesday, working day 6: never past working day 9, Friday 13 November.
    [InlineData(13, 11, 16)] // Friday, working day 9: until the eve of the meeting on Tuesday 17 November.
    [InlineData(16, 11, 16)] // Monday, the eve itself: the same day.
    public void A_return_is_due_five_working_days_after_it_was_sent_at_five_and_never_past_working_day_nine_or_the_eve_of_the_meeting(
        int sentOn,
        int meetingOn,
        int due
    )
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        var start = London.Instant(story.Calendar.AddWorkingDays(new(2026, 11, 2), meetingOn), new(10, 0));
        story.When(new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", "", ""), Operations);
        story.Now = London.Instant(new(2026, 11, sentOn), new(9, 0));
        var by = London.Instant(new(2026, 11, due), new(17, 0));
        Assert.Equal(by, ReturnClock.Expected(story.File, story.Calendar, story.Now));
        Assert.Equal(by, story.Sent().File.Clock(ReturnClock.Id("police"))!.Deadline.DueAt);
    }

    [Fact]
    public void An_agency_named_in_a_return_is_put_before_operations_and_joins_with_dates_of_its_own()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var answers = story.CompleteReturn().With(InitialScopingV1.OtherAgencies, AnswerRow.Empty("o").With("agency", "Probation"));
        story.Given(new ReturnScoping(CaseStory.Id, "police", true, answers, "on a card", ""), Police);
        Assert.Contains("Probation", NamedAgencies.Unasked(story.File));
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.AgencyNamed }
        );
        story.Now = London.Instant(new(2026, 11, 11), new(9, 0));
        story.Given(new ChooseAgency(CaseStory.Id, "n-1", "Probation", null), Operations);
        Assert.Equal("not-ready", Refused(story, new AskAgency(CaseStory.Id, "n-1"), Operations).Code);
        story
            .Given(new NameRepresentative(CaseStory.Id, "n-1", new("", "Head of unit", "head@probation.example")), Operations)
            .Given(new AskAgency(CaseStory.Id, "n-1"), Operations);
        Assert.Equal(London.Instant(new(2026, 11, 12), new(17, 0)), story.File.Clock(ReturnClock.Id("n-1"))!.Deadline.DueAt);
        Assert.DoesNotContain("Probation", NamedAgencies.Unasked(story.File));
        Assert.Equal(Refusal.Overtaken, Refused(story, new AskAgency(CaseStory.Id, "n-1"), Operations));
    }

    [Fact]
    public void The_agencies_a_joined_referral_names_are_put_before_operations_and_it_lies_in_the_pack_B8_B13()
    {
        var answers = CaseStory.Complete();
        answers = answers.With("agencies", answers.Row("agencies", "r1")!.With("agency", "Youth justice"));
        var story = CaseStory.At(Stage.UnderReview).Declared();
        story.Given(
            new SubmitReferral(CaseStory.OtherId, Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.FormId, 1, answers),
            CaseStory.Person("the-other-referrer", Role.Practitioner)
        );
        Assert.DoesNotContain("Youth justice", NamedAgencies.Unasked(story.File));
        var mash = CaseStory.Somebody(Role.MashOfficer);
        story
            .Given(new SharePack(CaseStory.Id), Operations)
            .Given(new Domain.Steps.Joining.JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), mash);
        Assert.Contains("Youth justice", NamedAgencies.Unasked(story.File));
        Assert.Contains(PackPapers.Of(story.File), paper => paper.Name.Contains(CaseStory.OtherId.Value, StringComparison.Ordinal));
        var effects = EffectsOf.Event(story.File.History[^1].Event, story.File);
        Assert.Contains(effects, effect => effect is Effect.ShowCard { Kind: CardKind.AgencyNamed });
        Assert.Contains(effects, effect => effect is Effect.KeepPack);
        story.Given(new Domain.Steps.Joining.SeparateReferrals(CaseStory.Id, CaseStory.OtherId, "Two children."), mash);
        Assert.DoesNotContain("Youth justice", NamedAgencies.Unasked(story.File));
    }

    [Fact]
    public void A_representative_without_an_email_address_is_not_taken_once_the_agency_has_been_asked_B2()
    {
        var nobody = new Contact("rep-schools", "Representative, schools", "");
        var story = CaseStory.At(Stage.Notified).Prepared();
        story
            .Given(new NameRepresentative(CaseStory.Id, "schools", nobody), Operations)
            .Given(new NameRepresentative(CaseStory.Id, "schools", CaseStory.ContactOf("schools")), Operations)
            .Sent();
        Assert.Equal(
            ("answer-needed", "email"),
            Refused(story, new NameRepresentative(CaseStory.Id, "schools", nobody), Operations) is var refusal
                ? (refusal.Code, refusal.Field)
                : default
        );
        story.Given(
            new NameRepresentative(CaseStory.Id, "schools", nobody with { Email = "rep-2@schools.example" }, "A new address."),
            Operations
        );
    }

    [Fact]
    public void Not_to_ask_an_agency_that_was_named_needs_a_reason_and_can_be_undone()
    {
        var story = CaseStory.At(Stage.Notified);
        var named = NamedAgencies.Unasked(story.File)[0];
        Assert.Equal("reason-needed", Refused(story, new LeaveOut(CaseStory.Id, named, " "), Operations).Code);
        story.Given(new LeaveOut(CaseStory.Id, named, "Asked under another name."), Operations);
        Assert.DoesNotContain(named, NamedAgencies.Unasked(story.File));
        story.Given(new ChooseAgency(CaseStory.Id, "n-2", named, null), Operations);
        Assert.Empty(story.File.Review.NotAsked);
    }

    [Fact]
    public void A_nil_return_counts_as_a_return_and_is_put_right_with_a_reason_only()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("schools", known: false);
        Assert.False(story.File.Clock(ReturnClock.Id("schools"))!.Runs);
        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.PersonId == "rep-schools");
        var schools = CaseStory.Representative("schools");
        var form = story.CompleteReturn();
        Assert.Equal(Refusal.Overtaken, Refused(story, new ReturnScoping(CaseStory.Id, "schools", true, form, "on a card", ""), schools));
        Assert.Equal(
            "reason-needed",
            Refused(story, new ReturnScoping(CaseStory.Id, "schools", true, form, "on a card", "", Again: true), schools).Code
        );
        story.Given(
            new ReturnScoping(CaseStory.Id, "schools", true, form, "on a card", "Found under another spelling.", Again: true),
            schools
        );
        Assert.True(story.File.Review.Agency("schools")!.Return!.Known);
    }

    [Fact]
    public void Nobody_acts_for_an_agency_but_its_representative_and_operations()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Command[] commands =
        [
            new ReturnScoping(CaseStory.Id, "schools", false, Answers.None, "on a card", "") { Heard = CaseStory.ByTelephone },
            new ConfirmSecuring(CaseStory.Id, "schools", SecuringStep.Secured, "In the safe.", new(2026, 11, 2)),
            new NameNominee(CaseStory.Id, "schools", new("", "Somebody", "somebody@schools.example"), ""),
            new SecureFile(CaseStory.Id, "schools", 10, "ab", ".pdf", "Custody records"),
        ];
        Assert.All(commands, command => Assert.Equal("not-your-agency", Refused(story, command, Police).Code));
        Assert.All(commands, command => Assert.Equal(Refusal.NotFound, Refused(story, command, CaseStory.Representative("nobody"))));
        Assert.All(commands, command => story.Given(command, Operations));
    }

    [Fact]
    public void A_new_representative_gets_letter_and_form_and_the_earlier_one_has_no_part_any_more()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var other = new NameRepresentative(CaseStory.Id, "police", new("other", "Deputy, police", "deputy@police.example"));
        Assert.Equal("reason-needed", Refused(story, other, Operations).Code);
        story.Given(other with { Reason = "On leave." }, Operations);
        Assert.Equal("On leave.", Assert.IsType<RepresentativeNamed>(story.File.History[^1].Event).Reason);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect
                is Effect.ShowCard { Kind: CardKind.ScopingTask, OnlyIfShown: true, To: Recipient.FormerHolder { PersonId: "rep-police" } }
        );
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.SendMail { Kind: MailKind.ScopingLetter } mail && mail.About == Topic.Agency("police", 1)
        );
        Assert.Equal(
            Refusal.NotFound,
            Refused(story, new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", ""), Police)
        );
        story.Given(new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", ""), CaseStory.Person("other"));
    }

    [Fact]
    public void A_corrected_notification_date_counts_the_clocks_that_run_again_and_leaves_those_that_are_done()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Now = CaseStory.Monday.AddDays(1);
        story.Given(
            new RecordNotification(
                CaseStory.Id,
                NotificationGround.SeriousIncident,
                story.Now,
                "SIN-1",
                "It was sent on the Tuesday.",
                Again: true
            ),
            CaseStory.Somebody(Role.AuthorityNotifier)
        );
        Assert.Equal(new DateOnly(2026, 11, 24), story.File.Clock(Timescales.Report.Id)!.Deadline.DueDay);
        Assert.Equal(new DateOnly(2026, 11, 18), story.File.Clock(Timescales.Meeting.Id)!.Deadline.DueDay);
        Assert.False(story.File.Clock(Timescales.Letters.Id)!.Runs);
        Assert.Equal(Stage.UnderReview, story.File.Stage);
    }

    [Fact]
    public void A_return_that_has_not_come_by_the_report_is_waited_for_no_longer()
    {
        var story = CaseStory.At(Stage.AwaitingPanel);
        Assert.All(story.File.Review.Agencies, agency => Assert.False(story.File.Clock(ReturnClock.Id(agency.Key))!.Runs));
        Assert.False(story.File.Clock(Timescales.Pack.Id)!.Runs);
    }

    [Fact]
    public void Records_are_secured_in_four_steps_each_for_itself_and_a_change_of_nominee_needs_a_reason()
    {
        var story = CaseStory.At(Stage.UnderReview);
        foreach (var step in Enum.GetValues<SecuringStep>())
        {
            Assert.Equal(
                "in-future",
                Refused(story, new ConfirmSecuring(CaseStory.Id, "police", step, "Done.", new(2026, 11, 3)), Police).Code
            );
            story.Given(new ConfirmSecuring(CaseStory.Id, "police", step, "Done.", new(2026, 11, 2)), Police);
        }

        Assert.False(story.File.Review.Agency("police")!.Securing.IsComplete);
        story.Given(new NameNominee(CaseStory.Id, "police", new("n", "Records manager", "n@police.example"), ""), Police);
        Assert.True(story.File.Review.Agency("police")!.Securing.IsComplete);
        var next = new Contact("", "Another", "a@police.example");
        Assert.Equal("reason-needed", Refused(story, new NameNominee(CaseStory.Id, "police", next, ""), Police).Code);
        story.Given(new NameNominee(CaseStory.Id, "police", next, "On leave."), Police);
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.KeepFolders { Agency: "police" }
        );
    }

    [Fact]
    public void A_nominee_who_is_not_in_the_partnerships_list_is_shown_no_card_and_their_folder_is_opened_all_the_same_B9()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", new("", "Records manager", "records@police.example"), ""), Police);
        var effects = EffectsOf.Event(story.File.History[^1].Event, story.File).ToList();
        Assert.DoesNotContain(effects, effect => effect is Effect.ShowCard { Kind: CardKind.NomineeTask });
        Assert.Contains(effects, effect => effect is Effect.KeepFolders { Agency: "police" });
        story.Given(
            new NameNominee(CaseStory.Id, "police", new("records-police", "Records manager", "records@police.example"), "In the list now."),
            Police
        );
        Assert.Contains(EffectsOf.Event(story.File.History[^1].Event, story.File), effect =>
            effect is Effect.ShowCard { Kind: CardKind.NomineeTask, To: Recipient.ThePerson { PersonId: "records-police" } }
        );
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
