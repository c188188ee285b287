using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Its report, its publication, its end (C3, C14 to C16).</content>
public partial class ReviewTests
{
    [Fact]
    public void All_three_leads_accept_the_report_and_one_who_does_not_sends_it_back_C14()
    {
        var story = ReviewStory.At(ReviewStage.ReportWithLeads);
        Assert.Null(story.File.Clock(Timescales.ReviewLook.Id) is { Runs: true } look ? look : null);
        story.Given(new AcceptReviewReport(Id, true, ""), ReviewStory.Lead(Role.LeadPolice));
        story.Given(new AcceptReviewReport(Id, false, "Why is missing."), ReviewStory.Lead(Role.LeadHealth));
        Assert.Equal(ReviewStage.UnderWay, story.File.Stage);
        Assert.True(story.File.Clock(Timescales.ReviewLook.Id)!.Runs);
        var incomplete = ReviewStory.Report with { Checks = [ReportCheck.Improvements] };
        Refused("answer-needed", story.When(new SubmitReviewReport(Id, incomplete), Operations));
        story.Given(new SubmitReviewReport(Id, incomplete with { Why = "The family did not answer." }), Operations);
        Assert.Equal(3, story.File.Missing.Count());
        foreach (var lead in Partners.Leads)
        {
            story.Given(new AcceptReviewReport(Id, true, ""), ReviewStory.Lead(lead));
        }

        Assert.Equal((ReviewStage.Accepted, new DateOnly(2026, 11, 2)), (story.File.Stage, story.File.AcceptedOn));
    }

    [Fact]
    public void What_is_published_goes_out_seven_working_days_before_or_it_is_said_why_not_C15_C16()
    {
        var story = ReviewStory.At(ReviewStage.Accepted);
        Refused("plan-first", story.When(Publish(""), Operations));
        Refused("answer-needed", story.When(new PlanPublication(Id, PublicationForm.Nothing, "", new(2026, 11, 30)), Operations));
        story.Given(new PlanPublication(Id, PublicationForm.Report, "", new(2026, 11, 30)), Operations);
        Assert.Equal(new(2026, 11, 19), story.File.Clock(Timescales.ReviewReportSent.Id)!.Deadline.DueDay);

        // Moved: who has it need not have it again, and the day they have it by moves along.
        story.Given(ReviewStory.Tell(TellingOf.Report, OutsideBody.Panel), Operations);
        story.Given(new PlanPublication(Id, PublicationForm.Report, "", new(2026, 12, 30)), Operations);
        Assert.Equal(new(2026, 12, 17), story.File.Clock(Timescales.ReviewReportSent.Id)!.Deadline.DueDay);
        Assert.Equal([OutsideBody.Ofsted, OutsideBody.DepartmentForEducation], story.File.Owed(TellingOf.Report));

        // Only the improvements after all: that is another paper, with its justification.
        story.Given(new PlanPublication(Id, PublicationForm.ImprovementsOnly, "It would harm a child.", new(2026, 12, 30)), Operations);
        Assert.Equal(3, story.File.Owed(TellingOf.Report).Count());
        foreach (var body in Enum.GetValues<OutsideBody>())
        {
            story.Given(ReviewStory.Tell(TellingOf.Report, body), Operations);
        }

        story.On(new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero));
        Refused("answer-needed", story.When(Publish("") with { On = new(2026, 11, 10) }, Operations));
        story.On(new(2026, 12, 30, 10, 0, 0, TimeSpan.Zero)).Given(Publish("") with { On = new(2026, 12, 30) }, Operations);
        Assert.Equal(ReviewStage.Concluded, story.File.Stage);
        Assert.Equal(ChaseKind.OnTheDay, Assert.Single(story.File.Clock(Timescales.ReviewTakenDown.Id)!.Deadline.Chases).Kind);
    }

    [Fact]
    public void A_review_closes_once_everybody_outside_was_told_and_goes_on_where_it_was_C1_PD16()
    {
        var story = ReviewStory.At(ReviewStage.Concluded);
        Refused("somebody-owed", story.When(new CloseReview(Id, ""), Operations));
        var closed = ReviewStory.At(ReviewStage.Closed);
        closed.Given(new ReopenReview(Id, "The press asks."), Chair);
        Assert.Equal(ReviewStage.Concluded, closed.File.Stage);

        var ended = ReviewStory.At(ReviewStage.Ended);
        Assert.All(ended.File.Clocks, clock => Assert.False(clock.Runs));
        ended.On(CaseStory.Monday.AddDays(30)).Given(new ReopenReview(Id, "It was ended by mistake."), Chair);
        Assert.Equal((ReviewStage.UnderWay, new DateOnly(2027, 5, 2)), (ended.File.Stage, ended.File.Limit));
    }

    [Fact]
    public void What_the_group_decided_is_begun_by_the_desk_and_ends_with_what_it_found_C3()
    {
        var story = ReviewStory.Begun();
        Assert.Equal(
            (ReviewStage.UnderWay, new DateOnly(2027, 3, 31), new DateOnly(2026, 10, 30)),
            (story.File.Stage, story.File.Limit, story.File.DecidedOn)
        );
        Refused("of-the-leads", story.When(ReviewStory.Tell(TellingOf.Decision, OutsideBody.Panel), Operations));
        Refused("of-the-leads", story.When(new SubmitReviewReport(Id, ReviewStory.Report), Operations));
        story
            .Given(new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)), Operations)
            .Given(new CloseReview(Id, ""), Chair);
        Assert.Equal(ReviewStage.Closed, story.File.Stage);
        Assert.All(story.File.Clocks, clock => Assert.False(clock.Runs));
    }

    [Fact]
    public void What_another_body_does_is_asked_for_until_it_has_ended_there_C7()
    {
        var story = ReviewStory.Begun(ReviewKind.FollowedElsewhere);
        Assert.Equal([Timescales.ReviewDue.Id], story.File.Clocks.Select(clock => clock.Deadline.TimescaleId));
        var waits = Assert.Single(ReviewTask.Of(story.File));
        Assert.Equal((Owner.PersonId, Step.HearOfReview), (waits.Task.PersonId, waits.Step));
        Refused("not-done-here", story.When(Look(new(2026, 11, 2)), Owner));
        story.Given(new HearOfReview(Id, new(2026, 11, 2), "The inquest comes first.", new(2027, 6, 1)), Owner);
        Assert.Equal(new(2027, 6, 1), story.File.Limit);
        Refused("past", story.When(new HearOfReview(Id, new(2026, 11, 2), "Nothing.", new(2026, 11, 2)), Owner));
        story.Given(new RecordFindings(Id, "Published in May.", new(2026, 11, 2)), Operations).Given(new CloseReview(Id, ""), Chair);
        Assert.All(story.File.Clocks, clock => Assert.False(clock.Runs));
    }

    [Fact]
    public void What_is_national_is_considered_and_answered_C21()
    {
        var story = ReviewStory.Begun(ReviewKind.NationalLearning);
        Assert.Equal(Step.RecordFindings, Assert.Single(ReviewTask.Of(story.File)).Step);
        Refused("choice-needed", story.When(new RecordFindings(Id, "We have a protocol.", new(2026, 11, 2)), Operations));
        Refused("done-here", story.When(new HearOfReview(Id, new(2026, 11, 2), "Nothing.", new(2026, 12, 1)), Operations));
        story.Given(new RecordFindings(Id, "We have a protocol.", new(2026, 11, 2)) { Answer = NationalAnswer.DoneAlready }, Operations);
        Assert.Equal((ReviewStage.Accepted, NationalAnswer.DoneAlready), (story.File.Stage, story.File.Answer));
        Refused(
            "choice-needed",
            ReviewStory.Begun().When(new RecordFindings(Id, "Half.", new(2026, 11, 2)) { Answer = NationalAnswer.NotOurs }, Operations)
        );
        Refused(
            "answer-needed",
            new ReviewStory().When(
                ReviewStory.Propose(ReviewKind.NationalLearning) with
                {
                    Plan = ReviewStory.Plan(ReviewKind.NationalLearning) with { From = null },
                },
                Operations
            )
        );
    }

    [Fact]
    public void Proceedings_elsewhere_are_asked_after_when_their_date_has_passed_and_may_hold_publication_C22()
    {
        var story = ReviewStory
            .At(ReviewStage.Accepted)
            .Given(ReviewStory.Inquest, Operations)
            .Given(ReviewStory.Inquest with { Kind = ProceedingKind.Criminal, HoldsPublication = false }, Operations)
            .Given(new PlanPublication(Id, PublicationForm.Report, "", new(2026, 11, 2)), Operations);
        Assert.Equal([1, 2], story.File.Proceedings.Select(one => one.Number));
        Assert.Equal(2, ReviewTask.Of(story.File).Count(one => one.Step == Step.KeepProceeding));
        Refused("nothing-changed", story.When(ReviewStory.Inquest with { Number = 1 }, Operations));
        Refused("not-there", story.When(ReviewStory.Inquest with { Number = 3 }, Operations));
        foreach (var body in Enum.GetValues<OutsideBody>())
        {
            story.Given(ReviewStory.Tell(TellingOf.Report, body), Operations);
        }

        var later = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        story.On(later);
        var publish = Publish("") with { On = new(2026, 11, 20) };
        Refused("answer-needed", story.When(publish, Operations));
        story.Given(new EndProceeding(Id, 1, "A verdict in October."), Operations).Given(publish, Operations);
        Assert.DoesNotContain(story.File.Clocks, clock =>
            clock.Runs && Timescales.Rule(clock.Deadline.TimescaleId) == Timescales.ReviewProceeding
        );
    }
}
