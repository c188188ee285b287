using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>What holds for the forms as such: their names, what they ask people to keep to, how much they let be recommended.</summary>
public class FormRulesTests
{
    [Fact]
    public void A_form_has_a_name_and_no_number_wherever_a_person_reads_it_PD0()
    {
        var read = FormLibrary.All.SelectMany(form => form.Pages.SelectMany(Read).Append(form.Title)).ToList();
        Assert.True(read.Count > 150, $"Only {read.Count} texts found.");
        Assert.DoesNotContain(read, text => text.Contains("appendix", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(FormLibrary.All, form => form.Title.Any(char.IsDigit));
    }

    [Fact]
    public void Where_practice_is_judged_people_are_asked_to_keep_to_the_evidence_and_not_to_who_did_what_F4()
    {
        Page?[] pages =
        [
            InitialScopingV1.Form.Page("practice"),
            RapidReviewReportForms.Of2018.Page("discussion"),
            RapidReviewReportForms.Of2025.Page("discussion"),
        ];
        Assert.All(pages, page => Assert.Matches("Keep to evidence.* system, not to who did or did not do what", page!.Intro));
    }

    [Fact]
    public void One_recommendation_is_made_and_consideration_of_another_review_may_stand_beside_it_PD7()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed();
        var record = story.File.Review.Record;
        var beside = record.With("recommendation", "outcome", "b").With("recommendation", "beside", "Domestic Homicide Review");
        story.Given(new RecordMeeting(CaseStory.Id, record, beside, ""), CaseStory.Somebody(Role.Chair)).Agreed();
        Assert.Equal(("b", "Domestic Homicide Review"), (story.File.Review.Agreed!.Outcome, story.File.Review.Agreed.Beside));

        var two = Checking.Problems(RapidReview.ReportForm(story.File), record.With("recommendation", "outcome", "a;b"), new(2026, 11, 16));
        Assert.Contains(two, problem => problem.Place.PageId == "recommendation");
    }

    private static IEnumerable<string> Read(Page page)
    {
        var questions = page switch
        {
            Page.Single single => single.Questions,
            Page.Repeating repeating => repeating.Questions,
            Page.Matching matching => matching.Questions,
            _ => throw new InvalidOperationException(),
        };
        return questions.SelectMany(question => new[] { question.Label, question.Help }).Append(page.Title).Append(page.Intro);
    }
}
