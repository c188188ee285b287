using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Themes;

/// <summary>The free-text themes of a Rapid Review's report, mapped to the partnership's list by a person (B16).</summary>
public static class ReportThemeCards
{
    /// <summary>Between words and theme, where one choice names both.</summary>
    public const char Between = '|';

    /// <summary>Map one.</summary>
    public static AdaptiveCard Map(CaseFile file, Filled filled, CardContext context)
    {
        var words = file.Review.Agreed is null ? [] : new ReportAnswers(file.Review.Record).ThemeWords;
        var themes = context.Themes.RemoveAll(theme => !theme.IsInUse);
        var can = !words.IsEmpty && !themes.IsEmpty;
        return Step(
            file,
            filled,
            context,
            "Themes of the report",
            [
                "The report's themes are free text and stay as they are. Say which theme of the partnership's list each of them means: "
                    + "the case is then found under it.",
                .. file.Themes.Select(mapped => $"\"{mapped.Words}\" means: {mapped.Theme.NameBy(context.Themes)}."),
                .. themes.IsEmpty ? ["No theme is in the partnership's list yet. Add one under Themes."] : Array.Empty<string>(),
            ],
            can
                ?
                [
                    Problem(filled, "words"),
                    Choice(filled, context, "words", "As it stands in the report", words.Select(one => new InputChoice(one, one))),
                    Problem(filled, "listed"),
                    Choice(
                        filled,
                        context,
                        "listed",
                        "What it means in the list",
                        themes.Select(theme => new InputChoice(theme.Name, theme.Id))
                    ),
                ]
                : [],
            can ? [("Map it", Verbs.ThemeMap, "yes")] : []
        );
    }

    /// <summary>Undo a mapping.</summary>
    public static AdaptiveCard Unmap(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Undo a theme",
            ["The words in the report stay as they are; the case is found under the theme no more."],
            [
                Problem(filled, "mapped"),
                Choice(
                    filled,
                    context,
                    "mapped",
                    "What is to be undone?",
                    file.Themes.Select(mapped => new InputChoice(
                        $"\"{mapped.Words}\" means: {mapped.Theme.NameBy(context.Themes)}",
                        $"{mapped.Theme.Id}{Between}{mapped.Words}"
                    ))
                ),
                Reason(filled, context, "Why do these words not mean this theme after all?"),
            ],
            [("Undo it", Verbs.ThemeUnmap, "yes")]
        );

    private static InputChoiceSet Choice(Filled filled, CardContext context, string name, string label, IEnumerable<InputChoice> choices) =>
        new(InputIds.For(name, context.CardInvocation), label, [.. choices]) { Value = filled[name], MostExpanded = 3 };
}

/// <summary>What the timeline of a case says of it.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ReportThemeMapped>((mapped, _) => ($"Theme of the report \"{mapped.Words}\": {mapped.Theme.Name} of the list", ""))
            .Line<ReportThemeUnmapped>(
                (undone, _) => ($"Theme of the report \"{undone.Words}\": {undone.Theme.Name} of the list no more", undone.Reason)
            );
}

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Reading, 95, Verbs.ThemeRecords, look =>
            !look.File.Themes.IsEmpty && LearningPermissions.SeesWhatWaits(look.Viewer) ? "What else has its themes" : null
        ),
        new(Place.Other, 230, Verbs.ThemeMap, look => look.May(Domain.Records.Step.MapThemes) ? "Themes of the report" : null),
        new(Place.Other, 231, Verbs.ThemeUnmap, look =>
            look.May(Domain.Records.Step.MapThemes) && !look.File.Themes.IsEmpty ? "Undo a theme of the report" : null
        ),
    ];
}

/// <summary>What timeline, messages and buttons of practice learning say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>().Line<LearningThemesChosen>(
            (chosen, _) =>
                (
                    chosen.Themes.IsEmpty ? "No theme any more" : $"Themes: {string.Join(", ", chosen.Themes.Select(theme => theme.Name))}",
                    chosen.Reason
                )
        );

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } = [];
}
