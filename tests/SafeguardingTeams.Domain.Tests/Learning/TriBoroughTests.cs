using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.TriBorough;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Learning;

/// <summary>E23: what the TriBorough group was sent, when, and its reply.</summary>
public class TriBoroughTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly SendToTriBorough Sent = LearningStory.SentToTriBorough;
    private static readonly RecordTriBoroughAnswer Back = LearningStory.BackFromTriBorough;

    [Fact]
    public void It_is_owed_until_it_is_sent_and_then_until_something_comes_back_D4_E23()
    {
        var story = LearningStory.ToTriBorough();
        Assert.Contains(LearningTask.Of(story.File), one => one.Task.Kind == TaskKind.SendToTriBorough);
        Assert.Equal("nothing-sent", Code(story, Back));
        story.Given(Sent, Operations);
        Assert.Equal(
            [TaskKind.TellLearningReferrer, TaskKind.RecordTriBoroughAnswer],
            LearningTask.Of(story.File).Select(one => one.Task.Kind)
        );
        story.Given(Back, CaseStory.Somebody(Role.Chair));
        Assert.Equal(new TriBorough(Sent.Sent, Back.Answer), story.File.TriBorough);
        Assert.DoesNotContain(LearningTask.Of(story.File), one =>
            one.Task.Kind is TaskKind.SendToTriBorough or TaskKind.RecordTriBoroughAnswer
        );

        // The decision is put right, and it is owed no more; what is recorded stays.
        var other = LearningStory.ToTriBorough().Given(Sent, Operations).Given(LearningStory.Decide(), Operations);
        Assert.Equal(TaskKind.TellLearningReferrer, Assert.Single(LearningTask.Of(other.File)).Task.Kind);
        other.Given(Back, Operations);
    }

    [Fact]
    public void What_does_not_go_there_is_refused_E23()
    {
        var story = LearningStory.At(LearningStage.Decided);
        Assert.Equal("not-to-triborough", Code(story, Sent));
        Assert.Equal("not-to-triborough", Code(story, Back));
        Assert.Equal("not-yours", Code(LearningStory.ToTriBorough(), Sent, CaseStory.Somebody(Role.GroupMember)));
    }

    [Fact]
    public void What_is_wrong_is_said_and_what_is_recorded_is_put_right_with_a_reason_PD16()
    {
        var story = LearningStory.ToTriBorough();
        Assert.Equal(
            ["answer-needed", "too-long", "future", "overtaken"],
            new[]
            {
                Sent with
                {
                    Sent = new(" ", Sent.Sent.On),
                },
                Sent with
                {
                    Sent = new(new('x', 2001), Sent.Sent.On),
                },
                Sent with
                {
                    Sent = Sent.Sent with { On = new(2026, 11, 3) },
                },
                Sent with
                {
                    Again = true,
                },
            }.Select(command => Code(story, command))
        );
        story.Given(Sent, Operations);
        Assert.Equal("order", Code(story, Back with { Answer = Back.Answer with { On = new(2026, 11, 1) } }));
        story.Given(Back, Operations);
        var again = Sent with { Again = true, Reason = "It went on Friday." };
        Assert.Equal("nothing-changed", Code(story, again));
        Assert.Equal("overtaken", Code(story, Back with { Again = true, Reason = "x", Seen = story.File.Version - 1 }));
        Assert.Equal("overtaken", Code(story, again with { Seen = 1 }));
        Assert.Equal("reason-needed", Code(story, again with { Sent = new("Two pages", Sent.Sent.On), Reason = "" }));
        story.Given(again with { Sent = Sent.Sent with { On = new(2026, 10, 30) } }, Operations);
        Assert.Equal((new DateOnly(2026, 10, 30), Back.Answer), (story.File.TriBorough!.Sent!.On, story.File.TriBorough.Answer));
        var earlier = Back with { Answer = Back.Answer with { On = new(2026, 10, 30) }, Again = true, Reason = "Then." };
        story.Given(earlier, Operations);
        Assert.Equal("order", Code(story, again with { Sent = Sent.Sent with { On = new(2026, 11, 1) } }));
    }

    private static string Code(LearningStory story, Command command, Actor? actor = null) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor ?? Operations)).Reasons[0].Code;
}
