using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Themes;
using SafeguardingTeams.Presentation.Steps.TriBorough;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of the partnership's list of themes.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> Themes()
    {
        var (operations, member) = (Context(CaseStory.Somebody(Role.Operations)), Context(CaseStory.Somebody(Role.GroupMember)));
        (Theme, int)[] list = [.. CaseStory.Themes.Select((theme, i) => (theme, 2 - i))];
        (RecordRef, string)[] both =
        [
            (CaseStory.Id, ThemeWords.Stands(CaseStory.At(Stage.PanelAnswered).File)),
            (LearningStory.Id, ThemeWords.Stands(LearningAt(LearningStage.AwaitingMeeting).File)),
        ];
        yield return ("theme-list", ThemeCards.List(list, new(NoticeKind.Done, "The theme is in the list."), operations));
        yield return ("theme-list-empty", ThemeCards.List([], null, operations));
        yield return ("theme-list-member", ThemeCards.List(list, null, member));
        ThemeLine[] carried = [.. both.Select(one => new ThemeLine(ThemePart.Carried, one.Item1, one.Item2))];
        var (review, action, briefing) = (ReviewStory.Id, RecordRef.Parse("GSCP-AC-2222-3333"), BriefingStory.Id);
        WholeTheme whole = new(
            "theme-1",
            "pre-birth work",
            [
                .. carried,
                new(ThemePart.Reviews, review, "Local child safeguarding practice review, report accepted"),
                new(ThemePart.Recommendations, review, "Recommendation 1, answered by 2 of 3"),
                new(ThemePart.Actions, action, "It has changed. Found: partly changed, 2 November 2026"),
                new(ThemePart.Actions, RecordRef.Parse("GSCP-AC-2222-4444"), "To be done"),
                new(ThemePart.Briefings, briefing, "Seven-minute briefing, sent"),
            ],
            ImmutableSortedDictionary<ThemePart, int>.Empty.Add(ThemePart.Carried, 2).Add(ThemePart.Actions, 1)
        );
        yield return ("theme-records", ThemePageCard.Draw(whole, 0, operations));
        yield return ("theme-records-member", ThemePageCard.Draw(whole with { Lines = [.. carried] }, 0, member));
        yield return (
            "theme-records-nothing",
            ThemePageCard.Draw(
                new("theme-1", "pre-birth work", [], ImmutableSortedDictionary<ThemePart, int>.Empty.Add(ThemePart.Recommendations, 2)),
                0,
                member
            )
        );
        yield return (
            "theme-records-long",
            ThemePageCard.Draw(
                whole with
                {
                    Name = string.Concat(Enumerable.Repeat("Discharge from hospital, ", 4))[..80],
                    Lines = [.. Enumerable.Repeat(whole.Lines[2], 60), .. Enumerable.Repeat(whole.Lines[4], 60)],
                },
                4,
                operations
            )
        );
        yield return (
            "theme-records-of-one",
            ThemeCards.Records(
                [
                    new("theme-1", "pre-birth work", [both[0]], 0),
                    new("theme-2", "thresholds", [], 1),
                    new("theme-3", "discharge from hospital", [], 0),
                ],
                LearningStory.Id,
                0,
                operations
            )
        );
        yield return (
            "theme-records-second-page",
            ThemePageCard.Draw(
                whole with
                {
                    Lines = [.. Enumerable.Repeat(carried[0], 12), .. Enumerable.Repeat(carried[1], 13), .. whole.Lines.Skip(2)],
                },
                1,
                operations
            )
        );
        yield return ("theme-add", ThemeCards.Add(Filled.Nothing, operations));
        yield return (
            "theme-rename",
            ThemeCards.Rename(
                new(
                    ImmutableDictionary<string, string>.Empty.Add("listed", "theme-1").Add("name", "pre-birth work"),
                    [new("nothing-changed", "A theme of the list is called this already.", "name")]
                ),
                operations
            )
        );
        yield return ("theme-retire", ThemeCards.Retire(false, Filled.Nothing, operations));
        yield return ("theme-take-up", ThemeCards.Retire(true, Filled.Nothing, operations));
        var agreed = CaseStory.At(Stage.AwaitingApproval);
        yield return ("theme-map", ReportThemeCards.Map(agreed.File, Wrong(("listed", "Choose a theme of the list.")), operations));
        yield return ("theme-map-empty-list", ReportThemeCards.Map(agreed.File, Filled.Nothing, operations with { Themes = [] }));
        agreed.ThemeMapped();
        yield return ("theme-map-again", ReportThemeCards.Map(agreed.File, Filled.Nothing, operations));
        yield return (
            "theme-unmap",
            ReportThemeCards.Unmap(agreed.File, Wrong(("reason", "Say why these words do not mean this theme after all.")), operations)
        );
        yield return ("timeline-themes", TimelineCard.Draw(agreed.File, 0, operations));
        yield return (
            "learning-record-free-themes",
            LearningCard.Draw(
                LearningAt(LearningStage.AwaitingMeeting).File with
                {
                    Themes = [],
                    Way = new(LearningWay.NextMeeting, "", false, ["discharge from hospital", "ward rounds"]),
                },
                null,
                operations
            )
        );
        yield return (
            "learning-decision-no-list",
            Presentation.Steps.LearningDecision.LearningDecisionCards.Decide(
                LearningAt(LearningStage.AwaitingTriage).Triaged(LearningWay.NextMeeting).File with
                {
                    Themes = [],
                },
                Filled.Nothing,
                operations with
                {
                    Themes = [],
                }
            )
        );
    }

    /// <summary>What goes to the TriBorough group, and comes back.</summary>
    private static IEnumerable<(string, AdaptiveCard)> TriBorough()
    {
        var by = CaseStory.Somebody(Role.Operations);
        var operations = Context(by);
        var story = LearningStory.ToTriBorough();
        yield return ("learning-record-to-triborough", LearningCard.Draw(story.File, null, operations));
        yield return ("learning-triborough-sent", TriBoroughCards.Sent(story.File, Filled.Nothing, operations));
        yield return ("learning-triborough-sent-wrong", TriBoroughCards.Sent(story.File, Wrong(("what", "Say what it was.")), operations));
        story.Given(LearningStory.SentToTriBorough, by);
        yield return ("learning-triborough-sent-again", TriBoroughCards.Sent(story.File, Filled.Nothing, operations));
        yield return ("learning-triborough-answer", TriBoroughCards.Answer(story.File, Filled.Nothing, operations));
        story
            .Given(new Domain.Steps.LearningDecision.RecordLearningTold(LearningStory.Id, "by telephone"), by)
            .Given(LearningStory.BackFromTriBorough, by);
        yield return ("learning-record-back-from-triborough", LearningCard.Draw(story.File, null, operations));
        yield return ("timeline-learning-triborough", LearningCard.Timeline(story.File, 0, operations));
    }
}
