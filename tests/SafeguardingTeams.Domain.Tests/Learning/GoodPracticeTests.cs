using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <summary>E22: good practice is fed back to the practitioner's manager, with the referrer's agreement.</summary>
public class GoodPracticeTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly ManagerTold Manager = new("Ward manager, a hospital", new(2026, 11, 2), "by telephone, by us");

    [Fact]
    public void It_is_a_task_of_operations_from_the_Chairs_choice_until_it_is_done_or_it_is_said_why_not_E22()
    {
        Assert.Equal(
            [LearningStage.AwaitingMeeting, LearningStage.Decided, LearningStage.NotForTheGroup],
            Enum.GetValues<LearningStage>().Where(stage => LearningStory.At(stage, LearningStory.GoodPractice).File.OwesFeedback)
        );
        var story = LearningStory.At(LearningStage.Decided, LearningStory.GoodPractice);
        var task = LearningTask.Of(story.File)[^1];
        Assert.Equal((TaskKind.FeedGoodPracticeBack, Role.Operations), (task.Task.Kind, task.Task.For));
        Assert.True(LearningRules.MayTake(task.Step, story.File, Operations));
        story.Given(new FeedGoodPracticeBack(LearningStory.Id, new(Manager, "")), Operations);
        Assert.False(story.File.OwesFeedback);
        Assert.Equal(Manager, story.File.FedBack!.Told);
        var not = LearningStory.At(LearningStage.AwaitingMeeting, LearningStory.GoodPractice);
        not.Given(new FeedGoodPracticeBack(LearningStory.Id, new(null, " They have left. ")), Operations);
        Assert.Equal((false, "They have left."), (not.File.OwesFeedback, not.File.FedBack!.WhyNot));
    }

    [Fact]
    public void What_follows_another_goes_by_where_that_one_stands_D11_E22()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage).Leading(LearningStory.GoodPractice);
        var back = new FeedGoodPracticeBack(LearningStory.OtherId, new(Manager, ""));
        var chair = CaseStory.Somebody(Role.Chair);
        Assert.Equal((LearningStage.Joined, true, false), (story.Other.Stage, story.Other.Says.MayBeTold, story.Other.OwesFeedback));
        Assert.False(LearningRules.MayTake(back.Step, story.Other, Operations));
        Assert.Equal("overtaken", Code(story, back));
        story.Given(LearningStory.AnotherReason with { Again = false, Joined = [LearningStory.OtherId] }, chair);
        Assert.True(story.Other.OwesFeedback && LearningRules.MayTake(back.Step, story.Other, Operations));
        Assert.Contains(LearningTask.Of(story.Other), one => one.Task.Kind == TaskKind.FeedGoodPracticeBack);
        story.Given(LearningStory.BothToTheMash with { Again = true }, chair);
        Assert.False(story.Other.OwesFeedback || LearningRules.MayTake(back.Step, story.Other, Operations));
        Assert.Equal("overtaken", Code(story, back));
    }

    [Fact]
    public void Without_the_referrers_agreement_or_where_it_is_no_good_practice_nobody_is_told_E22()
    {
        foreach (
            var answers in new[]
            {
                LearningStory.Complete(kinds: "good-practice"),
                LearningStory.GoodPractice.With("wentwell", "maybetold", "no"),
                LearningStory.Complete().With("wentwell", "maybetold", "yes"),
            }
        )
        {
            var story = LearningStory.At(LearningStage.Decided, answers);
            Assert.False(story.File.OwesFeedback);
            Assert.Equal("not-agreed", Code(story, new(LearningStory.Id, new(Manager, ""))));
        }
    }

    [Fact]
    public void What_is_missing_is_said_and_what_is_recorded_is_put_right_with_a_reason_PD16()
    {
        var story = LearningStory.At(LearningStage.Decided, LearningStory.GoodPractice);
        Assert.Equal(
            ["answer-needed", "answer-needed", "too-long", "too-long", "future", "answer-needed", "too-long", "overtaken"],
            new FeedGoodPracticeBack[]
            {
                Said(Manager with { Who = " " }),
                Said(Manager with { How = "" }),
                Said(Manager with { Who = new('x', 201) }),
                Said(Manager with { How = new('x', 201) }),
                Said(Manager with { On = new(2026, 11, 3) }),
                new(LearningStory.Id, new(null, " ")),
                new(LearningStory.Id, new(null, new('x', 4001))),
                Said(Manager) with
                {
                    Again = true,
                },
            }.Select(command => Code(story, command))
        );
        story.Given(Said(Manager), Operations);
        Assert.Equal("overtaken", Code(story, Said(Manager)));
        Assert.Equal("nothing-changed", Code(story, Said(Manager) with { Again = true, Reason = "x" }));
        var other = Said(Manager with { Who = "Matron, a hospital" }) with { Again = true };
        Assert.Equal("reason-needed", Code(story, other));
        Assert.Equal("too-long", Code(story, other with { Reason = new('x', 4001) }));
        story.Given(other with { Reason = "It was the matron." }, Operations);
        Assert.Equal("Matron, a hospital", story.File.FedBack!.Told!.Who);
        Assert.Equal("not-yours", Code(story, Said(Manager), CaseStory.Somebody(Role.Chair)));

        // A second correction from a card that has not seen the first.
        var second = Said(Manager) with { Again = true, Reason = "It was not." };
        Assert.Equal("overtaken", Code(story, second with { Seen = story.File.Version - 1 }));
        story.Given(second with { Seen = story.File.Version }, Operations);
    }

    private static FeedGoodPracticeBack Said(ManagerTold told) => new(LearningStory.Id, new(told, ""));

    private static string Code(LearningStory story, FeedGoodPracticeBack command, Actor? actor = null) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor ?? Operations)).Reasons[0].Code;
}
