using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B4 to B7: what is refused of a return and of what went out, until when a return is waited for, what section 1 begins with.
/// </summary>
public class ReturningTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Police = CaseStory.Representative("police");

    [Fact]
    public void A_return_is_complete_and_everything_missing_is_said_at_once_B6()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var answers = story.CompleteReturn().With("completed", "name", "").With("completed", "date", "2026-11-03");
        var refused = Assert.IsType<Decision.Refused>(story.When(Returned(true, answers), Police));
        Assert.Equal(
            [("incomplete", "Enter an answer."), ("incomplete", "This date is in the future. Enter today's date or an earlier one.")],
            refused.Reasons.Select(reason => (reason.Code, reason.Message))
        );
        Assert.Null(story.File.Review.Agency("police")!.Return);
    }

    [Fact]
    public void A_return_that_says_nothing_new_is_none_and_a_correction_has_a_reason_within_a_limit_B7_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("police", known: false);
        Assert.Equal(("nothing-changed", null), Refused(story, Returned(false, Answers.None, "Again.", again: true), Police));
        var form = story.CompleteReturn();
        Assert.Equal(("too-long", "reason"), Refused(story, Returned(true, form, new('x', 4001), again: true), Police));
        story.Given(Returned(true, form, "Found.", again: true), Police);
        Assert.Equal(("nothing-changed", null), Refused(story, Returned(true, form, "Again.", again: true), Police));
        story.Given(Returned(true, form.With("practice", "learning", "Other."), "A slip.", again: true), Police);
        story.Given(Returned(false, form, "Another family.", again: true), Police);
        var there = story.File.Review.Agency("police")!.Return!;
        Assert.Equal((false, "", 0, Answers.None), (there.Known, there.FormId, there.FormVersion, there.Answers));
    }

    [Fact]
    public void Operations_say_who_told_them_that_the_family_is_not_known_how_and_when_and_can_put_that_right_B7_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var said = CaseStory.ByTelephone;
        Assert.Equal(("answer-needed", "who"), Refused(story, Returned(false, Answers.None), Operations));
        Assert.Equal(("answer-needed", "who"), Refused(story, Told(said with { Who = " " }), Operations));
        Assert.Equal(("too-long", "who"), Refused(story, Told(said with { Who = new('x', 201) }), Operations));
        Assert.Equal(("in-future", "date"), Refused(story, Told(said with { On = new(2026, 11, 3) }), Operations));
        story.Given(Told(said with { Who = " Its safeguarding lead " }), Operations);
        Assert.Equal(said, story.File.Review.Agency("police")!.Return!.Heard);

        Assert.Equal(("nothing-changed", null), Refused(story, Told(said, again: true), Operations));
        story.Given(Told(said with { How = HeardBy.Mail }, "It was a letter.", again: true), Operations);
        Assert.Equal(HeardBy.Mail, story.File.Review.Agency("police")!.Return!.Heard!.How);

        // What the representative says, they say themselves.
        var own = CaseStory.At(Stage.UnderReview).Given(Told(said), Police);
        Assert.Null(own.File.Review.Agency("police")!.Return!.Heard);

        static ReturnScoping Told(HeardFrom said, string reason = "", bool again = false) =>
            Returned(false, Answers.None, reason, again) with
            {
                Heard = said,
            };
    }

    [Fact]
    public void A_form_is_filed_and_a_nil_return_is_not_and_operations_are_told_of_both_B6_B7()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("police");
        Assert.Single(Effects(story), effect => effect is Effect.FileDocument { Kind: DocumentKind.Return });
        Assert.Single(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReturnReceived });
        story.Returned("schools", known: false);
        Assert.DoesNotContain(Effects(story), effect => effect is Effect.FileDocument);
        Assert.Single(Effects(story), effect => effect is Effect.ShowCard { Kind: CardKind.ReturnReceived });
    }

    [Fact]
    public void What_goes_to_the_agencies_is_changed_only_where_something_differs_and_with_a_reason_within_a_limit_B4()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var request = story.File.Review.Request;
        FillInRequest With(Answers before, Answers after, string reason) => new(CaseStory.Id, before, after, reason);
        var other = request.With("case", "summary", "Other.");
        Assert.Equal(("nothing-changed", null), Refused(story, With(request, request, "A slip."), Operations));
        Assert.Equal(("too-long", "reason"), Refused(story, With(request, other, new('x', 4001)), Operations));
        story.Given(With(request, other, "A slip."), Operations);
        Assert.Equal(
            ("changed-meanwhile", null),
            Refused(story, With(request, request.With("case", "summary", "A third."), "A slip."), Operations)
        );
    }

    [Fact]
    public void Nothing_that_is_filled_in_before_it_is_sent_goes_to_anybody_B4()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        var request = story.File.Review.Request;
        story.Given(new FillInRequest(CaseStory.Id, request, request.With("case", "summary", ""), ""), Operations);
        Assert.Equal("", story.File.Review.Request["case", "summary"]);
        Assert.Empty(Effects(story));
    }

    /// <summary>The last day of the returns is Friday 13 November, of the report Monday 23 November.</summary>
    [Theory]
    [InlineData(2, 9)]
    [InlineData(10, 13)]
    [InlineData(13, 13)]
    [InlineData(16, 20)]
    [InlineData(20, 20)]
    [InlineData(23, 30)]
    public void While_no_meeting_is_planned_a_return_is_due_by_working_day_nine_and_after_that_by_the_eve_of_the_report_PD5(
        int sentOn,
        int due
    )
    {
        var story = CaseStory.At(Stage.Notified);
        Assert.Equal(
            London.Instant(new(2026, 11, due), new(17, 0)),
            ReturnClock.Expected(story.File, story.Calendar, London.Instant(new(2026, 11, sentOn), new(9, 0)))
        );
    }

    [Fact]
    public void Before_the_notification_a_return_is_expected_five_working_days_after_it_is_sent_B5()
    {
        var story = CaseStory.At(Stage.PreparingRapidReview);
        var due = London.Instant(new(2026, 11, 9), new(17, 0));
        Assert.Equal(due, ReturnClock.Expected(story.File, story.Calendar, CaseStory.Monday));
        Assert.Equal(due, ReturnClock.Expected(story.File with { Rules = null }, story.Calendar, CaseStory.Monday));
    }

    [Theory]
    [InlineData("Mum", PersonKind.Mother)]
    [InlineData("mummy", PersonKind.Mother)]
    [InlineData("natural dad", PersonKind.Father)]
    [InlineData("Daddy", PersonKind.Father)]
    [InlineData("step-sister", PersonKind.BrotherOrSister)]
    [InlineData("older half sibling", PersonKind.BrotherOrSister)]
    [InlineData("brother in law", PersonKind.AdultOrOther)]
    [InlineData("foster mother", PersonKind.AdultOrOther)]
    [InlineData("?", PersonKind.AdultOrOther)]
    public void The_words_people_use_for_a_relationship_say_where_somebody_is_entered_B4(string relationship, PersonKind kind)
    {
        var request = Prefilled(Member("f1", relationship));
        Assert.Equal("f1 of the family", Assert.Single(request.People(kind), person => person.Name.Length > 0).Name);
        Assert.All(Enum.GetValues<PersonKind>().Where(other => other != kind && other != PersonKind.Child), other =>
            Assert.DoesNotContain(request.People(other), person => person.Name.Length > 0)
        );
    }

    [Fact]
    public void A_second_mother_or_father_is_entered_among_the_adults_and_nobody_is_lost_B4()
    {
        var request = Prefilled(
            Member("f1", "mother"),
            Member("f2", "father"),
            Member("f3", "birth mother"),
            Member("f4", "biological father")
        );
        Assert.Equal(("f1 of the family", "f2 of the family"), (request.Mother.Name, request.Father.Name));
        Assert.Equal(
            [("f3 of the family", "birth mother"), ("f4 of the family", "biological father")],
            request.Adults.Select(adult => (adult.Name, adult.Relationship))
        );
    }

    [Fact]
    public void Of_a_child_who_lives_no_day_of_death_is_entered_and_a_long_account_is_cut_to_what_the_form_holds_B4()
    {
        var died = Prefilled();
        Assert.Equal("2026-11-01", died.Answers.RowsOf("children")[0]["died"]);
        var child = CaseStory.Complete().Row("children", "r1")!.With("outcome", "serious-incident");
        var answers = CaseStory.Complete().With("children", child).With("outline", "circumstances", new('x', 8000));
        var lives = Prefilled(answers);
        Assert.Equal("", lives.Answers.RowsOf("children")[0]["died"]);
        Assert.Equal(4000, lives.Summary.Length);
    }

    private static AnswerRow Member(string id, string relationship) =>
        AnswerRow.Empty(id).With("name", $"{id} of the family").With("relationship", relationship);

    private static RequestAnswers Prefilled(params AnswerRow[] family)
    {
        var answers = CaseStory.Complete();
        return Prefilled(answers with { Rows = answers.Rows.SetItem("family", [.. family]) });
    }

    private static RequestAnswers Prefilled(Answers answers) =>
        new(
            PrefilledRequest.Of(
                new CaseStory()
                    .Given(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, answers), CaseStory.Referrer)
                    .File
            )
        );

    private static ReturnScoping Returned(bool known, Answers answers, string reason = "", bool again = false) =>
        new(CaseStory.Id, "police", known, answers, "on a card", reason, again);

    private static IEnumerable<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    private static (string Code, string? Field) Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0] is var refusal ? (refusal.Code, refusal.Field) : default;
}
