using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewRequests;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>What is asked in writing of reviewer and independent Chair (C11).</content>
public partial class ReviewTests
{
    [Fact]
    public void What_is_asked_in_writing_is_kept_with_its_answer_and_each_has_a_clock_of_its_own_C11()
    {
        var story = ReviewStory.AskedInWriting();
        var first = ReviewPinning.Of(Timescales.ReviewWritten, 1);
        var second = ReviewPinning.Of(Timescales.ReviewWritten, 2);
        Assert.Equal([new(2026, 12, 1), new(2026, 11, 20)], new[] { first, second }.Select(id => story.File.Clock(id)!.Deadline.DueDay));
        Assert.Equal(
            2,
            ReviewTask.Of(story.File).Count(one => one.Task.Kind == TaskKind.RecordWhatCameBack && one.Task.For == Role.ReviewOwner)
        );
        story.Given(ReviewStory.CameBack(), Owner);
        Assert.Equal((false, true), (story.File.Clock(first)!.Runs, story.File.Clock(second)!.Runs));
        var kept = story.File.Written[0];
        Assert.Equal(
            ("A draft of the first two lines of enquiry.", true, "Twelve pages, in the review's folder."),
            (kept.Text, kept.Reply!.Came, kept.Reply.Text)
        );
        Refused("not-there", story.When(ReviewStory.CameBack(), Owner));
        story.Given(ReviewStory.CameBack(2, came: false), Chair);
        Assert.False(story.File.WaitsForWritten);
        Refused("nothing-open", story.When(ReviewStory.CameBack(2), Operations));
    }

    [Theory]
    [InlineData("text", "answer-needed")]
    [InlineData("how", "answer-needed")]
    [InlineData("long", "too-long")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    [InlineData("due", "past")]
    public void What_is_missing_of_a_request_in_writing_is_refused_C11(string what, string code)
    {
        var ask = ReviewStory.AskDraft;
        Refused(
            code,
            ReviewStory
                .At(ReviewStage.UnderWay)
                .When(
                    what switch
                    {
                        "text" => ask with { Text = " " },
                        "how" => ask with { How = "" },
                        "long" => ask with { How = new('w', 401) },
                        "future" => ask with { On = new(2026, 11, 3) },
                        "early" => ask with { On = new(2026, 11, 1) },
                        _ => ask with { Due = new(2026, 11, 2) },
                    },
                    Operations
                )
        );
    }

    [Theory]
    [InlineData("why", "answer-needed")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    public void What_is_missing_of_an_answer_is_refused_C11(string what, string code)
    {
        var answer = ReviewStory.CameBack(came: false);
        Refused(
            code,
            ReviewStory
                .AskedInWriting()
                .When(
                    what switch
                    {
                        "why" => answer with { Text = "" },
                        "future" => answer with { On = new(2026, 11, 3) },
                        _ => answer with { On = new(2026, 11, 1) },
                    },
                    Owner
                )
        );
    }

    [Fact]
    public void A_review_is_not_closed_with_a_request_in_writing_open_C11()
    {
        var story = ReviewStory
            .Begun()
            .Given(ReviewStory.AskDraft, Owner)
            .Given(new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)), Operations);
        Assert.DoesNotContain(ReviewTask.Of(story.File), one => one.Step == Step.CloseReview);
        Refused("written-open", story.When(new CloseReview(Id, ""), Chair));
        story.Given(ReviewStory.CameBack(came: false), Operations).Given(new CloseReview(Id, ""), Chair);
        Assert.Equal(ReviewStage.Closed, story.File.Stage);
    }

    [Fact]
    public void Nothing_is_asked_in_writing_of_what_another_body_does_and_no_more_than_fits_C7_C11()
    {
        Refused("not-done-here", ReviewStory.Begun(ReviewKind.FollowedElsewhere).When(ReviewStory.AskDraft, Operations));
        var story = ReviewStory.At(ReviewStage.UnderWay);
        for (var number = 0; number < ReviewFile.MostWritten; number++)
        {
            story.Given(ReviewStory.AskDraft, Operations);
        }

        Refused("too-many", story.When(ReviewStory.AskDraft, Operations));
        Refused("drawn-before", story.When(ReviewStory.AskDraft with { Round = 1 }, Operations));
    }
}
