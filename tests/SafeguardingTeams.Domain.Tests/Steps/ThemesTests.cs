using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>The partnership's list of themes: kept, chosen from, mapped to (B16, D4, D7).</summary>
public class ThemesTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    [Fact]
    public void A_theme_keeps_its_id_whatever_it_is_called_and_a_retired_one_stays_in_the_list()
    {
        var group = new GroupFile { Stage = GroupStage.Open };
        group = After(group, new AddTheme(" Pre-birth work "));
        group = After(group, new AddTheme("Thresholds"));
        Assert.Equal([new("theme-1", "Pre-birth work"), new Theme("theme-2", "Thresholds")], group.Themes);
        group = After(group, new RenameTheme("theme-1", "Work before a birth"));
        group = After(group, new RetireTheme("theme-1", "Too narrow."));
        Assert.Equal(new Theme("theme-1", "Work before a birth", "Too narrow."), group.Themes[0]);
        group = After(group, new AddTheme("Pre-birth work"));
        Assert.Equal("theme-3", group.Themes[^1].Id);
        Assert.Equal(
            ["answer-needed", "too-long", "nothing-changed", "nothing-changed", "answer-needed", "nothing-changed", "nothing-changed"],
            new GroupCommand[]
            {
                new AddTheme(" "),
                new AddTheme(new('x', 81)),
                new AddTheme("thresholds"),
                new AddTheme("work before a birth"),
                new RenameTheme("theme-9", "Another"),
                new RenameTheme("theme-2", "Thresholds"),
                new RenameTheme("theme-2", "Pre-birth work"),
            }.Select(command => Code(group, command))
        );
        Assert.Equal(
            ["reason-needed", "too-long", "nothing-changed", "reason-needed", "nothing-changed", "answer-needed"],
            new GroupCommand[]
            {
                new RetireTheme("theme-2", ""),
                new RetireTheme("theme-2", new('x', 4001)),
                new RetireTheme("theme-1", "x"),
                new TakeUpTheme("theme-1", " "),
                new TakeUpTheme("theme-2", "x"),
                new TakeUpTheme("theme-9", "x"),
            }.Select(command => Code(group, command))
        );
        Assert.True(After(group, new TakeUpTheme("theme-1", "It is needed.")).Themes[0].IsInUse);
        GroupFile Full(int inUse, int retired) =>
            group with
            {
                Themes =
                [
                    .. Enumerable.Range(1, inUse + retired).Select(n => new Theme($"theme-{n}", $"Theme {n}", n > inUse ? "Retired." : "")),
                ],
            };
        Assert.Equal("too-many", Code(Full(Theme.MostInUse, 1), new AddTheme("One more")));
        Assert.Equal("too-many", Code(Full(Theme.MostInUse, 1), new TakeUpTheme($"theme-{Theme.MostInUse + 1}", "x")));
        Assert.Equal("too-many", Code(Full(1, Theme.Most - 1), new AddTheme("One more")));
    }

    [Fact]
    public void The_chair_chooses_several_of_the_list_and_the_group_may_choose_others_D4_D7()
    {
        var story = LearningStory.At(LearningStage.AwaitingTriage);
        TriageLearning Way(params string[] themes) =>
            new(LearningStory.Id, LearningWay.NextMeeting, "", false, [.. themes], LearningStory.Made);
        Assert.Equal("theme-unknown", Code(story, Way("theme-3"), Chair));
        story.Given(Way("theme-2", "theme-1"), Chair);
        Assert.Equal(["discharge from hospital", "pre-birth work"], story.File.Themes.Select(theme => theme.Name));
        Assert.Empty(story.File.Way!.Themes);

        // Only the themes are put right: the choice of the way stands, and nobody is told again.
        var version = story.File.Version;
        story.Given(Way("theme-1") with { Again = true, Reason = "One is enough." }, Chair);
        var happened = Assert.Single(story.File.History.Skip(version)).Event;
        Assert.Empty(Assert.IsType<LearningThemesChosen>(happened).WhatFollows(story.File));
        Assert.Equal("nothing-changed", Code(story, Way("theme-1") with { Again = true, Reason = "One is enough." }, Chair));

        story.Given(LearningStory.Decide() with { Themes = ["theme-2"] }, Operations);
        Assert.Equal("theme-2", Assert.Single(story.File.Themes).Id);
        Assert.Equal(LearningStage.Decided, story.File.Stage);
        Assert.Equal("answer-needed", Code(story, LearningStory.Decide() with { Themes = [] }, Operations));
        Assert.Equal("theme-unknown", Code(story, LearningStory.Decide() with { Themes = ["theme-9"] }, Operations));
        story.Given(new DecideOnLearning(LearningStory.Id, LearningStory.Outcome, 99), Operations);
        Assert.Equal("theme-2", Assert.Single(story.File.Themes).Id);
    }

    [Fact]
    public void What_a_record_carries_can_be_chosen_again_when_it_is_retired_or_not_known()
    {
        Theme[] list = [.. Enumerable.Range(1, 8).Select(n => new Theme($"theme-{n}", $"Theme {n}", n == 2 ? "Retired." : ""))];
        Assert.Null(ChosenTheme.Of(["theme-2"], [.. list], []));
        Assert.Equal(
            ["theme-9", "theme-1", "theme-2"],
            ChosenTheme
                .Of(["theme-9", "theme-2", "theme-1"], [.. list], [new("theme-2", "As it was"), new("theme-9", "Another list's")])!
                .Select(theme => theme.Id)
        );
        var file = LearningStory.At(LearningStage.AwaitingTriage).File;
        var seven = LearningThemesChosen.Between(
            file,
            [.. list.Where(theme => theme.IsInUse).Select(theme => theme.Id)],
            "",
            new CaseStory().Context(Chair) with
            {
                Themes = [.. list],
            }
        );
        Assert.Equal("too-long", seven.Wrong!.Code);
    }

    [Fact]
    public void Operations_map_the_free_words_of_a_report_to_the_list_and_undo_it_with_a_reason_B16()
    {
        const string Words = "As known to the agency.";
        var story = CaseStory.At(Stage.AwaitingApproval);
        Assert.Equal(
            ["answer-needed", "answer-needed", "answer-needed"],
            new[]
            {
                new MapTheme(CaseStory.Id, "another", "theme-1"),
                new MapTheme(CaseStory.Id, Words, "theme-3"),
                new MapTheme(CaseStory.Id, Words, "theme-9"),
            }.Select(command => Code(story, command, Operations))
        );
        Assert.Equal("not-yours", Code(story, new MapTheme(CaseStory.Id, Words, "theme-1"), Chair));
        story.Given(new MapTheme(CaseStory.Id, Words.ToUpperInvariant(), "theme-1"), Operations);
        Assert.Equal(new MappedTheme(Words, new("theme-1", "discharge from hospital")), Assert.Single(story.File.Themes));
        Assert.Equal("nothing-changed", Code(story, new MapTheme(CaseStory.Id, Words, "theme-1"), Operations));
        Assert.Equal("reason-needed", Code(story, new UnmapTheme(CaseStory.Id, Words, "theme-1", ""), Operations));
        Assert.Equal("answer-needed", Code(story, new UnmapTheme(CaseStory.Id, Words, "theme-2", "x"), Operations));
        story.Given(new UnmapTheme(CaseStory.Id, Words, "theme-1", "Another is meant."), Operations);
        Assert.Empty(story.File.Themes);
        Assert.Equal("overtaken", Code(CaseStory.At(Stage.UnderReview), new MapTheme(CaseStory.Id, Words, "theme-1"), Operations));
        CaseStory.AnsweredAndDone().Closed().ThemeMapped();
    }

    private static GroupFile After(GroupFile group, GroupCommand command)
    {
        var accepted = Assert.IsType<Decision.Accepted>(command.DecideFor(group, [], new CaseStory().Context(Operations)));
        return accepted.Changes.Aggregate(group, (file, change) => Records.Walks.After(file, change, Operations, CaseStory.Monday));
    }

    private static string Code(GroupFile group, GroupCommand command) =>
        Assert.IsType<Decision.Refused>(command.DecideFor(group, [], new CaseStory().Context(Operations))).Reasons[0].Code;

    private static string Code(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;

    private static string Code(LearningStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
