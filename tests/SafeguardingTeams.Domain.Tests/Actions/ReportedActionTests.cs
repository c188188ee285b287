using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <summary>What a report says is to be done, as far as it can be written down as an action: B16, B17, C5.</summary>
public class ReportedActionTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    [Fact]
    public void Only_an_agreed_report_says_what_can_be_written_down_and_learning_acted_upon_only_with_that_outcome_B16_B17()
    {
        var story = Discussed("i");
        Assert.Empty(ReportedAction.Of(story.File));
        story.Agreed();
        Assert.Equal(["immediate-r1", "acted-on"], ReportedAction.Of(story.File).Select(one => one.Answer));
        Assert.Equal(
            ("As known to the agency.", "As known to the agency.", new DateOnly(2026, 11, 1)),
            (ReportedAction.Of(story.File)[0].What, ReportedAction.Of(story.File)[0].Who, ReportedAction.Of(story.File)[0].When)
        );
        Assert.Equal(["immediate-r1"], ReportedAction.Of(Discussed("h").Agreed().File).Select(one => one.Answer));
        story.Given(new ReopenRecommendation(CaseStory.Id, "Wrong."), Chair);
        Assert.Empty(ReportedAction.Of(story.File));
    }

    [Fact]
    public void What_the_report_does_not_say_is_not_written_down_and_what_it_says_is_kept_with_the_action_C5()
    {
        var story = Discussed("i").Agreed();
        var command = new AgreeAction(ActionStory.Id, new(story.File.Ref, ""), ActionStory.Plan()) { Answer = "immediate-r1" };
        var context = new ActionStory().Context(Chair);
        var refused = (command with { Answer = "immediate-r9" }).DecideFor(new ActionFile(ActionStory.Id), [story.File], context);
        Assert.Equal("not-in-report", Assert.Single(Assert.IsType<Decision.Refused>(refused).Reasons).Code);
        var accepted = Assert.IsType<Decision.Accepted>(command.DecideFor(new ActionFile(ActionStory.Id), [story.File], context));
        Assert.Equal("immediate-r1", Assert.IsType<ActionAgreed>(Assert.Single(accepted.Changes).Event).Answer);
        var plain = (command with { Answer = "" }).DecideFor(new ActionFile(ActionStory.Id), [story.File], context);
        Assert.Null(Assert.IsType<ActionAgreed>(Assert.Single(((Decision.Accepted)plain).Changes).Event).Answer);
    }

    private static CaseStory Discussed(string outcome)
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]);
        var record = CaseStory.CompleteRecord(story.File).With("recommendation", "outcome", outcome);
        return story.Given(new RecordMeeting(CaseStory.Id, story.File.Review.Record, record, ""), Chair);
    }
}
