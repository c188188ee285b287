using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A case is considered by the group (A14), closed when nothing is open, and opened again.</summary>
public class ClosingTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Mash = CaseStory.Somebody(Role.MashOfficer);
    private static readonly RecordConsidered Considered = new(CaseStory.Id, new(2026, 11, 2), "A learning event.", "");
    private static readonly CloseCase Close = new(CaseStory.Id);

    [Fact]
    public void What_the_group_decided_is_recorded_by_operations_and_corrected_with_a_reason_A14_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        Assert.Equal("not-yours", Refused(story, Considered, Chair).Code);
        Assert.Equal("in-future", Refused(story, Considered with { On = new(2026, 11, 3) }, Operations).Code);
        Assert.Equal("answer-needed", Refused(story, Considered with { What = " " }, Operations).Code);
        Assert.Equal("too-long", Refused(story, Considered with { What = new('x', 4001) }, Operations).Code);
        story.Given(Considered, Operations);
        Assert.Equal("overtaken", Refused(story, Considered with { What = "Another." }, Operations).Code);
        Assert.Equal("nothing-changed", Refused(story, Considered with { Again = true }, Operations).Code);
        var again = Considered with { What = "An audit.", Again = true };
        Assert.Equal("reason-needed", Refused(story, again, Operations).Code);
        Assert.Equal("too-long", Refused(story, again with { Reason = new('x', 4001) }, Operations).Code);
        story.Given(again with { Reason = "A slip." }, Operations);
        Assert.Equal("An audit.", story.File.Considered!.Decided);
    }

    [Fact]
    public void A_special_meeting_is_arranged_until_the_group_has_considered_the_case_A14()
    {
        var story = CaseStory
            .At(Stage.AwaitingGroupMeeting)
            .Given(new Domain.Steps.GroupMeeting.AskForSpecialMeeting(CaseStory.Id, "Soon."), Chair);
        Assert.Contains(CaseTask.Of(story.File), task => task.Kind == TaskKind.ArrangeSpecialMeeting);
        story.Considered();
        Assert.DoesNotContain(CaseTask.Of(story.File), task => task.Kind == TaskKind.ArrangeSpecialMeeting);
    }

    [Fact]
    public void What_leaves_the_way_to_the_group_is_considered_anew_when_it_comes_back()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting).Considered().AuthoritySays(true);
        Assert.Null(story.File.Considered);
        Assert.Equal("not-considered", Refused(story.Notified().Withdrawn(), Close, Operations).Code);
    }

    [Fact]
    public void It_is_closed_only_when_nothing_is_open_and_the_refusal_says_what_is()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting).Considered();
        Assert.Equal(
            "The case cannot be closed yet. Still open: local authority's notification to the national Panel; "
                + "referrer told of the decision.",
            Refused(story, Close, Operations).Message
        );
        story.NothingOwed();
        Assert.Equal("not-yours", Refused(story, Close, CaseStory.Lead(Role.LeadPolice)).Code);
        story.Given(Close, Chair);
        Assert.Equal(Stage.Closed, story.File.Stage);
        Assert.Empty(CaseTask.Of(story.File));
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
    }

    [Fact]
    public void After_the_Panels_answer_agencies_confirm_first_and_closing_ends_every_access_B9()
    {
        Assert.Contains(
            "an agency has not confirmed that its records are secured",
            Refused(CaseStory.At(Stage.PanelAnswered), Close, Operations).Message,
            StringComparison.Ordinal
        );
        var story = CaseStory.AnsweredAndDone().Closed();
        Assert.True(story.File.Review.AccessEnded);
        Assert.Equal(3, EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.KeepFolders>().Count());
        story.Reopened();
        Assert.Equal((Stage.PanelAnswered, true), (story.File.Stage, story.File.Review.AccessEnded));
    }

    [Fact]
    public void Below_the_threshold_it_is_closed_once_the_referrer_has_been_told_and_withdrawn_by_the_MASH_A4()
    {
        var below = CaseStory.At(Stage.BelowThreshold);
        Assert.Contains("referrer told", Refused(below, Close, Operations).Message, StringComparison.Ordinal);
        Assert.Equal(Stage.BelowThreshold, below.NothingOwed().Closed().Reopened().File.Stage);
        var withdrawn = CaseStory.At(Stage.Withdrawn);
        Assert.Equal(Refusal.NotFound, Refused(withdrawn, Close, Operations));
        withdrawn.Given(Close, Mash);
        Assert.Equal(Refusal.NotFound, Refused(withdrawn, new ReopenCase(CaseStory.Id, "More."), Operations));
        Assert.Equal(Stage.Withdrawn, withdrawn.Given(new ReopenCase(CaseStory.Id, "More."), Mash).File.Stage);
    }

    [Fact]
    public void A_closed_case_is_only_read_and_opened_again_by_whoever_may_close_it_F2()
    {
        foreach (var story in new[] { CaseStory.At(Stage.Closed), CaseStory.AnsweredAndDone().Closed() })
        {
            var open = story.File.BeforeClosing;
            foreach (var actor in Enum.GetValues<Role>().Select(PermissionsTests.Actor))
            {
                Assert.Equal(Permissions.Sees(open, actor), Permissions.Sees(story.File, actor));
                Assert.All(
                    PermissionsTests
                        .EveryCommand()
                        .Where(command =>
                            command.Step is not (Step.ReopenCase or Step.WatchOver or Step.RecordDoneByHand or Step.MapThemes)
                        ),
                    command => Assert.IsType<Decision.Refused>(story.When(command, actor))
                );
            }

            Assert.Equal("reason-needed", Refused(story, new ReopenCase(CaseStory.Id, " "), Operations).Code);
            Assert.Equal("others-reopen", Refused(story, new ReopenCase(CaseStory.Id, "More."), Mash).Code);
            var stage = story.File.StageBeforeClosing;
            story.Given(new ReopenCase(CaseStory.Id, "More."), Chair);
            Assert.Equal((stage, Stage.NotStarted), (story.File.Stage, story.File.StageBeforeClosing));
        }
    }

    /// <summary>Closing has folders and papers shut: where SharePoint does not do it, somebody must be told.</summary>
    [Fact]
    public void What_could_not_be_done_outside_is_recorded_and_settled_though_the_case_is_closed_B9()
    {
        var story = CaseStory
            .AnsweredAndDone()
            .Closed()
            .Given(new ReportDeadLetter(CaseStory.Id, "x", "Folders of an agency", "No answer."), CaseStory.Somebody(Role.ThisSystem));
        Assert.Contains(CaseTask.Of(story.File), task => task is { Kind: TaskKind.SeeToStuck, For: Role.Operations });
        story.Given(new SettleDeadLetter(CaseStory.Id, "x", "Shut by hand."), Operations);
        Assert.Empty(CaseTask.Of(story.File));
    }

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
