using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>Terms of reference (C10).</content>
public partial class ReviewTests
{
    private static readonly WriteReviewTerms Other = new(Id, [new(TermsPart.Agencies, "The school too.")]);

    [Fact]
    public void All_three_leads_approve_the_terms_and_no_report_goes_before_them_without_C10()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        Refused("terms-first", story.When(new SubmitReviewReport(Id, ReviewStory.Report), Operations));
        Assert.Contains(ReviewTask.Of(story.File), one => one.Task.Kind == TaskKind.WriteReviewTerms && one.Step == Step.WriteReviewTerms);
        Refused("terms-not-ready", story.When(new SubmitReviewTerms(Id, ""), Operations));
        story.Given(ReviewStory.Terms, Operations);
        Assert.Contains(ReviewTask.Of(story.File), one => one.Task.Kind == TaskKind.WriteReviewTerms && one.Step == Step.SubmitReviewTerms);
        story.Given(new SubmitReviewTerms(Id, ""), Chair);
        Assert.Equal(3, ReviewTask.Of(story.File).Count(one => one.Task.Kind == TaskKind.ApproveReviewTerms));
        Refused("terms-with-leads", story.When(Other, Operations));
        story.Given(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadPolice));
        Refused("nothing-changed", story.When(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadPolice)));
        story.Given(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadHealth));
        Assert.Null(story.File.Terms.Approved);
        Assert.True(story.File.Clock(Timescales.ReviewTerms.Id)!.Runs);
        story.Given(new ApproveReviewTerms(Id, true, "Well done."), ReviewStory.Lead(Role.LeadLocalAuthority));
        Assert.Equal(1, story.File.Terms.Approved!.Number);
        Assert.False(story.File.Clock(Timescales.ReviewTerms.Id)!.Runs);

        // What the leads said of the review stays apart, and it goes on where it was.
        Assert.Equal((ReviewStage.UnderWay, 3), (story.File.Stage, story.File.Views.Count));
        story.Given(new SubmitReviewReport(Id, ReviewStory.Report), Operations);
    }

    [Fact]
    public void One_who_does_not_approve_sends_them_back_and_the_next_version_has_a_reason_C10()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads();
        story.Given(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadPolice));
        Refused("answer-needed", story.When(new ApproveReviewTerms(Id, false, " "), ReviewStory.Lead(Role.LeadHealth)));
        story.Given(new ApproveReviewTerms(Id, false, "Ask the school too."), ReviewStory.Lead(Role.LeadHealth));
        Assert.Equal(TermsState.Returned, story.File.Terms.Last!.State);
        Refused("overtaken", story.When(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadLocalAuthority)));
        Refused("terms-not-ready", story.When(new SubmitReviewTerms(Id, "The same once more."), Operations));
        Refused("nothing-changed", story.When(ReviewStory.Terms, Operations));
        story.Given(Other, Operations);
        Refused("answer-needed", story.When(new SubmitReviewTerms(Id, ""), Operations));
        story.Given(new SubmitReviewTerms(Id, "The school is asked."), Operations);
        Assert.Equal((2, 0), (story.File.Terms.Last!.Number, story.File.Terms.Views.Count));
        Refused("drawn-before", story.When(new ApproveReviewTerms(Id, true, "") { Round = 1 }, ReviewStory.Lead(Role.LeadPolice)));
    }

    [Fact]
    public void A_changed_version_goes_to_the_leads_and_the_one_before_holds_until_they_approve_it_C10()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms().Given(Other, Operations);
        Assert.DoesNotContain("The school too.", story.File.Terms.Read.Select(one => one.Text));
        story.Given(new SubmitReviewTerms(Id, "The school is asked."), Operations);
        Assert.Contains("The school too.", story.File.Terms.Read.Select(one => one.Text));
        Assert.Equal((1, 2), (story.File.Terms.Approved!.Number, story.File.Terms.Last!.Number));
        story.Given(new ApproveReviewTerms(Id, false, "The school was asked."), ReviewStory.Lead(Role.LeadPolice));
        Assert.Equal(1, story.File.Terms.Approved!.Number);
        Assert.DoesNotContain(ReviewTask.Of(story.File), one => one.Task.Kind == TaskKind.WriteReviewTerms);
        story.Given(new SubmitReviewReport(Id, ReviewStory.Report), Operations);
    }

    [Theory]
    [InlineData("One\nTwo", "lines")]
    [InlineData("1\n2\n3\n4\n5\n6\n7", "lines")]
    public void There_are_three_to_six_lines_of_enquiry_and_no_part_is_longer_than_a_card_holds_C10(string lines, string code)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        Refused(code, story.When(new WriteReviewTerms(Id, [new(TermsPart.Lines, lines)]), Operations));
        Refused("too-long", story.When(new WriteReviewTerms(Id, [new(TermsPart.Method, new string('x', 1501))]), Operations));
        Refused("of-the-leads", ReviewStory.Begun().When(ReviewStory.Terms, Operations));
    }

    [Fact]
    public void Terms_that_were_with_the_leads_when_a_review_was_ended_are_with_them_again_C10_PD16()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads();
        story.Given(new EndReview(Id, "By mistake."), Operations);
        Refused("overtaken", story.When(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadPolice)));
        story.Given(new ReopenReview(Id, "It was ended by mistake."), Chair);
        Assert.True(story.File.Clock(Timescales.ReviewTerms.Id)!.Runs);
        story.Given(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadPolice));
    }
}
