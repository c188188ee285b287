using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>The final report as a file that is kept here, by its versions (C14, C15).</content>
public partial class ReviewTests
{
    [Fact]
    public void The_version_that_was_accepted_and_the_one_that_is_sent_and_published_stand_on_the_record_C14_C15()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms();
        story.Given(ReviewStory.AddReport(), ReviewStory.Owner).Given(ReviewStory.AddReport('b'), Operations);
        Assert.Equal([1, 2], ReportVersion.Of(story.File).Select(one => one.Number));

        // What is kept here needs no link; the newest goes before the leads, and none is added while they have it.
        story.Given(new SubmitReviewReport(Id, ReviewStory.Report with { Link = "" }), Operations);
        Assert.Equal((2, null), (story.File.ReportPut, story.File.ReportAccepted));
        Refused("overtaken", story.When(ReviewStory.AddReport('c'), Operations));
        foreach (var lead in Partners.Leads)
        {
            story.Given(new AcceptReviewReport(Id, true, ""), ReviewStory.Lead(lead));
        }

        Assert.Equal(2, story.File.ReportAccepted);
        story.Given(ReviewStory.AddReport('c'), Chair);
        Assert.Equal(2, story.File.ReportAccepted);

        // Which one is sent and published is chosen; another one is sent anew.
        PlanPublication plan = new(Id, PublicationForm.Report, "", new(2026, 11, 30));
        Refused("choice-needed", story.When(plan, Operations));
        Refused("choice-needed", story.When(plan with { Version = 4 }, Operations));
        story.Given(plan with { Version = 2 }, Operations);
        foreach (var body in TellingOf.Report.ToWhom())
        {
            story.Given(ReviewStory.Tell(TellingOf.Report, body), Operations);
        }

        Refused("nothing-changed", story.When(plan with { Version = 2 }, Operations));
        story.Given(plan with { Version = 2, On = new(2026, 12, 1) }, Operations);
        Assert.Empty(story.File.Owed(TellingOf.Report));
        story.Given(plan with { Version = 3 }, Operations);
        Assert.Equal(3, story.File.Owed(TellingOf.Report).Count());
        Assert.Equal(3, story.File.ReportPublished);
        story.Given(new PlanPublication(Id, PublicationForm.Nothing, "It would harm a child.", new(2026, 11, 30)), Operations);
        Assert.Null(story.File.ReportPublished);
    }

    [Fact]
    public void Without_a_file_the_report_is_where_its_link_says_and_a_new_version_is_not_put_before_the_leads_unseen_C14()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms();
        Refused("answer-needed", story.When(new SubmitReviewReport(Id, ReviewStory.Report with { Link = " " }), Operations));
        var seen = story.File.RoundOf(Step.SubmitReviewReport);
        story.Given(ReviewStory.AddReport(), Operations);
        Refused("drawn-before", story.When(new SubmitReviewReport(Id, ReviewStory.Report) { Round = seen }, Operations));
        Assert.Null(ReviewStory.At(ReviewStage.Accepted).File.ReportAccepted);
    }

    [Theory]
    [InlineData(".exe", 2048, 'b', "wrong-kind")]
    [InlineData(".pdf", 0, 'b', "too-large")]
    [InlineData(".docx", AddReviewReport.LargestFile + 1, 'b', "too-large")]
    [InlineData(".pdf", 2048, 'a', "nothing-changed")]
    public void What_is_no_report_is_refused_C14(string extension, long size, char of, string code) =>
        Refused(
            code,
            ReviewStory
                .At(ReviewStage.UnderWay)
                .Given(ReviewStory.AddReport(), Operations)
                .When(new AddReviewReport(Id, size, new(of, 64), extension), Operations)
        );

    [Fact]
    public void A_version_has_a_name_that_says_nothing_and_only_whoever_sees_to_the_review_adds_one_C14_F2()
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        foreach (var lead in Partners.Leads)
        {
            Refused("not-yours", story.When(ReviewStory.AddReport(), ReviewStory.Lead(lead)));
        }

        Assert.Equal(Refusal.NotFound, Assert.Single(Reasons(story.When(ReviewStory.AddReport(), ActionStory.Member))));
        Refused("of-the-leads", ReviewStory.Begun().When(ReviewStory.AddReport(), Operations));
        for (var number = 0; number < ReviewFile.MostReports; number++)
        {
            story.Given(ReviewStory.AddReport((char)('a' + number)), Operations);
        }

        Refused("too-many", story.When(ReviewStory.AddReport('z'), Operations));
        Assert.Equal($"{Id}-report-20.pdf", ReportVersion.Of(story.File)[^1].Kept.Document.Name);
    }
}
