using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Reviewer and independent Chair (C9).</content>
public partial class ReviewTests
{
    [Fact]
    public void Each_appointment_is_told_to_Panel_Ofsted_and_DfE_and_another_one_in_their_place_anew_C8_C9()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        Assert.DoesNotContain(story.File.OwedOutside, owed => owed.Of == TellingOf.Reviewer);
        story.Given(ReviewStory.Appoint(), Operations);
        ToldOfReviewer(story, OutsideBody.Panel);
        Assert.Contains(ReviewTask.Of(story.File), one => one.Task.Kind == Domain.Cases.TaskKind.TellOfReviewer);
        ToldOfReviewer(story, OutsideBody.Ofsted, OutsideBody.DepartmentForEducation);
        Assert.False(story.File.Clock(Timescales.ReviewPersonTold.Id)!.Runs);

        story.On(CaseStory.Monday.AddDays(7));
        var other = ReviewStory.Appoint(inPlaceOf: 1) with { On = new(2026, 11, 9) };
        other = other with { Who = other.Who with { Name = "Zqxother" } };
        Refused("answer-needed", story.When(other with { Reason = " " }, Operations));
        story.Given(other, Chair);
        Assert.Equal(3, story.File.Owed(TellingOf.Reviewer).Count());
        Assert.True(story.File.Clock(Timescales.ReviewPersonTold.Id)!.Runs);
        var early = ReviewStory.Tell(TellingOf.Reviewer, OutsideBody.Panel);
        Refused("too-early", story.When(early, Operations));
        Assert.Equal(
            [("Zqxreviewer", "The first one is ill.", false), ("Zqxother", "", true)],
            story.File.People.Select(person => (person.Who.Name, person.WhyEnded, person.IsAppointed))
        );
    }

    [Fact]
    public void An_appointment_that_ends_has_a_reason_and_is_told_where_somebody_outside_knows_of_it_C9()
    {
        // Nobody outside knows of them: there is nothing to tell.
        var unknown = ReviewStory.At(ReviewStage.UnderWay);
        Refused("nobody-appointed", unknown.When(new EndReviewPerson(Id, 1, "They are ill."), Operations));
        unknown.Given(ReviewStory.Appoint(), Operations);
        Refused("answer-needed", unknown.When(new EndReviewPerson(Id, 1, ""), Operations));
        unknown.Given(new EndReviewPerson(Id, 1, "They are ill."), Operations);
        Assert.False(unknown.File.IsToBeTold(TellingOf.Reviewer));
        Assert.False(unknown.File.Clock(Timescales.ReviewPersonTold.Id)!.Runs);

        // Ofsted knows: all three hear that nobody is appointed now.
        var known = ReviewStory.At(ReviewStage.UnderWay).Given(ReviewStory.Appoint(), Operations);
        ToldOfReviewer(known, OutsideBody.Ofsted);
        known.Given(new EndReviewPerson(Id, 1, "They are ill."), Operations);
        Assert.Equal(3, known.File.Owed(TellingOf.Reviewer).Count());
        Assert.True(known.File.Clock(Timescales.ReviewPersonTold.Id)!.Runs);
    }

    [Theory]
    [InlineData("name", "answer-needed")]
    [InlineData("post", "answer-needed")]
    [InlineData("organisation", "answer-needed")]
    [InlineData("knows", "answer-needed")]
    [InlineData("employed", "answer-needed")]
    [InlineData("involved", "answer-needed")]
    [InlineData("conflict", "answer-needed")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    public void A_declaration_is_whole_and_a_conflict_is_handled_C9(string what, string code)
    {
        var appoint = ReviewStory.Appoint();
        var (who, declared) = (appoint.Who, appoint.Declared);
        appoint = appoint with
        {
            Who = what switch
            {
                "name" => who with { Name = " " },
                "post" => who with { Post = "" },
                "organisation" => who with { Organisation = "" },
                _ => who,
            },
            Declared = what switch
            {
                "knows" => declared with { Knows = "" },
                "employed" => declared with { IsEmployed = true, Handled = "They leave it." },
                "involved" => declared with { WasInvolved = true, Involved = "They advised the hospital." },
                "conflict" => declared with { Conflicts = "They know the head of midwifery." },
                _ => declared,
            },
            On =
                what == "future" ? new(2026, 11, 3)
                : what == "early" ? new(2026, 10, 30)
                : appoint.On,
        };
        Refused(code, ReviewStory.At(ReviewStage.UnderWay).When(appoint, Operations));
    }

    [Fact]
    public void There_is_one_independent_chair_at_a_time_and_no_such_appointment_without_the_leads_C2_C9()
    {
        var story = ReviewStory
            .At(ReviewStage.UnderWay)
            .Given(ReviewStory.Appoint(), Operations)
            .Given(ReviewStory.Appoint(ReviewPersonRole.IndependentChair), Operations);
        var second = ReviewStory.Appoint(ReviewPersonRole.IndependentChair);
        second = second with { Who = second.Who with { Name = "Zqxsecond" } };
        Refused("one-chair", story.When(second, Operations));
        Refused("not-the-same", story.When(second with { InPlaceOf = 1, Reason = "Ill." }, Operations));
        story.Given(second with { InPlaceOf = 2, Reason = "They are ill." }, Operations);
        Assert.Equal(["Zqxreviewer", "Zqxsecond"], story.File.Appointed().Select(person => person.Who.Name));
        Refused("of-the-leads", ReviewStory.Begun().When(ReviewStory.Appoint(), Operations));
    }

    [Fact]
    public void A_panel_member_was_not_directly_involved_and_nobody_outside_is_told_of_them_C9()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        var member = ReviewStory.Appoint(ReviewPersonRole.PanelMember);
        var involved = ReviewStory.Declared with { WasInvolved = true, Involved = "They visited.", Handled = "They leave the room." };
        Refused("was-involved", story.When(member with { Declared = involved }, Operations));
        story.Given(member, Operations);
        story.Given(member with { Who = member.Who with { Name = "Zqxsecond" } }, Chair);
        Assert.Equal(2, story.File.Appointed().Count());
        Assert.False(story.File.IsToBeTold(TellingOf.Reviewer));
        Assert.Null(story.File.Clock(Timescales.ReviewPersonTold.Id));
        story.Given(new EndReviewPerson(Id, 1, "They are ill."), Operations);
        Assert.False(story.File.IsToBeTold(TellingOf.Reviewer));

        // What is owed of a reviewer stays owed, whatever becomes of a panel member.
        story.Given(ReviewStory.Appoint(), Operations);
        ToldOfReviewer(story, OutsideBody.Panel);
        story.Given(member, Operations).Given(new EndReviewPerson(Id, 2, "They are ill."), Operations);
        Assert.Equal(2, story.File.Owed(TellingOf.Reviewer).Count());
        Assert.True(story.File.Clock(Timescales.ReviewPersonTold.Id)!.Runs);
        Assert.Equal(["Zqxreviewer"], story.File.ToldOutside().Select(person => person.Who.Name));
    }

    [Fact]
    public void Papers_are_agreed_from_what_is_kept_of_the_subjects_each_keeps_its_number_and_what_is_left_out_is_not_agreed_C9_F2()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        var agree = ReviewStory.AgreePapers;
        var paper = agree.Papers[0];
        Refused("not-there", story.When(agree with { Papers = [paper with { Sha256 = new('c', 64) }] }, Operations));
        Refused("not-there", story.When(agree with { Papers = [paper with { Name = "another.docx" }] }, Operations));
        Refused("not-there", story.When(agree with { Papers = [paper with { Record = Id }] }, Operations));
        Refused("overtaken", story.When(agree with { Subjects = [] }, Operations));
        Refused("of-the-leads", ReviewStory.Begun().When(agree, Operations));
        story.Given(agree with { Papers = [paper, paper] }, Operations);
        Assert.Equal([paper with { Number = 1 }], story.File.Papers);
        Assert.NotNull(story.File.Papers[0].In(ReviewStory.Subject(CaseStory.Id)));
        Assert.Null(story.File.Papers[0].In(story.File));
        Refused("nothing-changed", story.When(agree, Chair));
        Refused("drawn-before", story.When(agree with { Papers = [], Round = 0 }, Chair));

        story.Given(agree with { Papers = [], Round = 1 }, Chair);
        Assert.Empty(story.File.Papers);
        Refused("nothing-changed", story.When(agree with { Papers = [] }, Chair));
        story.Given(agree, Chair);
        Assert.Equal([2], story.File.Papers.Select(one => one.Number));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" reviewer@review.example ", true)]
    [InlineData("reviewer", false)]
    [InlineData("@review.example", false)]
    public void An_address_is_entered_as_one_or_not_at_all_C9(string email, bool isTaken)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        var appoint = ReviewStory.Appoint() with { Who = ReviewStory.Reviewer with { Email = email } };
        if (!isTaken)
        {
            Refused("answer-needed", story.When(appoint, Operations));
            return;
        }

        story.Given(appoint, Operations);
        Assert.Equal(email.Trim(), story.File.People[0].Who.Email);
    }

    private static void ToldOfReviewer(ReviewStory story, params ReadOnlySpan<OutsideBody> bodies)
    {
        foreach (var body in bodies)
        {
            story.Given(ReviewStory.Tell(TellingOf.Reviewer, body), Operations);
        }
    }
}
