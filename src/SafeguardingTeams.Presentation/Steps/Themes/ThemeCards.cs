using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Themes;

/// <summary>A theme and the records that carry it, as far as the viewer may see them (F2).</summary>
/// <param name="Id">Of the theme.</param>
/// <param name="Records">Those, by reference and where each stands.</param>
/// <param name="Others">How many more carry it.</param>
public sealed record ThemeGroup(string Id, string Name, ImmutableList<(RecordRef Record, string Stands)> Records, int Others);

/// <summary>The partnership's list of themes, and what carries each.</summary>
public static class ThemeCards
{
    private const int ThemesShown = 24;
    private const int RecordsShown = 12;
    private const int Cut = 100;

    /// <summary>The list.</summary>
    /// <param name="themes">Each theme, with how many records carry it.</param>
    public static AdaptiveCard List(IReadOnlyList<(Theme Theme, int Count)> themes, Notice? notice, CardContext context)
    {
        var inUse = themes.Count(one => one.Theme.IsInUse);
        var mayKeep = GroupPermissions.IsTheirs(Step.KeepThemes, context.Viewer);
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading($"Themes: {inUse} in use") with
            {
                Spacing = "none",
            },
            Text(
                Plain("The partnership's list, for what is referred for practice learning and for the reports of Rapid Reviews alike.")
            ) with
            {
                Spacing = "small",
            },
            themes.Count == 0 ? Text(Plain("No theme is in the list yet.")) with { Spacing = "medium" } : null,
            .. themes.Count == 0
                ? NoElement
                :
                [
                    new InputChoiceSet(
                        InputIds.For("listed", context.CardInvocation),
                        "Which theme?",
                        [.. themes.Select(one => new InputChoice(Title(one.Theme), one.Theme.Id))]
                    )
                    {
                        MostExpanded = 0,
                        Spacing = "medium",
                    },
                ],
            Buttons(
                themes.Count == 0 ? null : Button(context, "Show what carries it", Verbs.ThemeRecords).Main(),
                mayKeep ? Button(context, "Add a theme", Verbs.ThemeAdd) : null,
                mayKeep && inUse > 0 ? Button(context, "Rename a theme", Verbs.ThemeRename).BehindMore() : null,
                mayKeep && inUse > 0 ? Button(context, "Retire a theme", Verbs.ThemeRetire).BehindMore() : null,
                mayKeep && inUse < themes.Count ? Button(context, "Use a retired theme again", Verbs.ThemeTakeUp).BehindMore() : null,
                Button(context, "Back to the group", Verbs.Group)
            ),
            .. themes
                .OrderBy(one => one.Theme.IsInUse ? 0 : 1)
                .ThenByDescending(one => one.Count)
                .Take(ThemesShown)
                .Select(one =>
                    Lines.Line(
                        Inputs.Cut(one.Theme.Name, Cut),
                        one.Theme.IsInUse ? "" : $"Retired: {Inputs.Cut(one.Theme.RetiredBecause, Cut * 2)}",
                        Plain(one.Count == 0 ? "No record" : Count(one.Count, "record", "records"))
                    )
                ),
            themes.Count > ThemesShown ? SmallLine($"and {themes.Count - ThemesShown} more: all can be chosen above") : null,
        ]);
    }

    /// <summary>What else carries the themes of one record.</summary>
    /// <param name="of">The record.</param>
    /// <param name="page">Of each theme's records, from 0.</param>
    public static AdaptiveCard Records(IReadOnlyList<ThemeGroup> themes, RecordRef of, int page, CardContext context)
    {
        var pages = themes.Select(theme => (theme.Records.Count + RecordsShown - 1) / RecordsShown).Append(1).Max();
        page = Math.Min(page, pages - 1);
        var all = themes.SelectMany(theme => Shown(theme, page)).Select(one => one.Record).Distinct().ToList();
        return Card([
            Text(Small($"The same themes as {OnScreen.Reference(of)}")),
            Heading("What else has its themes") with
            {
                Spacing = "none",
            },
            Text(Plain("You see what you have a part in, by reference and where it stands. What it says you read when you open it.")) with
            {
                Spacing = "small",
            },
            Buttons(
                all.Find(one => one.Kind == RecordKind.Case) is { Id.Length: > 0 } serious ? Opens("Open", serious, context) : null,
                all.Find(one => one.Kind == RecordKind.Learning) is { Id.Length: > 0 } learning ? Opens("Open", learning, context) : null,
                Opens("Back to", of, context),
                Button(context, "All themes", Verbs.Themes)
            ),
            pages > 1 ? Text(Plain($"Page {page + 1} of {pages}.")) with { Spacing = "small" } : null,
            .. themes
                .Where(theme => page == 0 || Shown(theme, page).Any())
                .SelectMany(theme =>
                    new Element[]
                    {
                        Subheading(Inputs.Cut(theme.Name, Cut)) with
                        {
                            Spacing = "large",
                        },
                        Text(Plain(Said(theme))) with
                        {
                            Spacing = "small",
                        },
                    }.Concat(
                        Shown(theme, page)
                            .Select(one =>
                                Lines.LinkLine(OnScreen.Reference(one.Record), one.Stands, "Open", Opens("Open", one.Record, context))
                            )
                    )
                ),
            Turns(context, page, pages, ("case", Code(of))),
        ]);
    }

    /// <summary>The buttons to the other pages of what carries a theme; nothing where there is one page.</summary>
    /// <param name="of">What the pages are of, as it is sent along.</param>
    internal static ActionSet? Turns(CardContext context, int page, int pages, (string Key, string Value) of)
    {
        return pages == 1
            ? null
            : Buttons(page + 1 < pages ? Turn("More records", page + 1) : null, page > 0 ? Turn("Records before these", page - 1) : null);
        CardButton Turn(string title, int to) =>
            Button(context, title, Verbs.ThemeRecords, ("page", to.ToString(System.Globalization.CultureInfo.InvariantCulture)), of);
    }

    private static IEnumerable<(RecordRef Record, string Stands)> Shown(ThemeGroup theme, int page) =>
        theme.Records.Skip(page * RecordsShown).Take(RecordsShown);

    /// <summary>Add a theme.</summary>
    public static AdaptiveCard Add(Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Add a theme",
            "A few words that will still be understood in five years, such as: pre-birth work. Name no child, person or place.",
            GroupForm.Line(filled, context, "name", "What is the theme called?"),
            Button(context, "Add it", Verbs.ThemeAdd, (Verbs.Do, "yes")).Main(),
            Button(context, "All themes", Verbs.Themes)
        );

    /// <summary>Rename a theme.</summary>
    public static AdaptiveCard Rename(Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Rename a theme",
            "Whatever carries it carries it still. The old name stays on the record.",
            [
                .. Which(filled, context, theme => theme.IsInUse),
                .. GroupForm.Line(filled, context, "name", "What is it called from now on?"),
            ],
            Button(context, "Rename it", Verbs.ThemeRename, (Verbs.Do, "yes")).Main(),
            Button(context, "All themes", Verbs.Themes)
        );

    /// <summary>Retire a theme, or use it again.</summary>
    /// <param name="again">Whether it is used again.</param>
    public static AdaptiveCard Retire(bool again, Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            again ? "Use a theme again" : "Retire a theme",
            again ? "It can be chosen again." : "It is offered no more. Whatever carries it carries it still, and is found by it.",
            [
                .. Which(filled, context, theme => theme.IsInUse != again),
                .. GroupForm.Reason(filled, context, again ? "Why is it used again?" : "Why is it retired?"),
            ],
            Button(context, again ? "Use it again" : "Retire it", again ? Verbs.ThemeTakeUp : Verbs.ThemeRetire, (Verbs.Do, "yes")).Main(),
            Button(context, "All themes", Verbs.Themes)
        );

    /// <summary>The field in which the Chair or the group choose themes; a line where the list has none.</summary>
    internal static IEnumerable<Element> Field(LearningFile file, Filled filled, CardContext context)
    {
        var there = file.Themes;
        ImmutableList<InputChoice> choices =
        [
            .. context
                .Themes.Where(theme => theme.IsInUse || there.Exists(chosen => chosen.Id == theme.Id))
                .Select(theme => new InputChoice(Title(theme), theme.Id)),
            .. there
                .Where(chosen => !context.Themes.Exists(theme => theme.Id == chosen.Id))
                .Select(chosen => new InputChoice(chosen.Name, chosen.Id)),
        ];
        return choices.IsEmpty
            ? [SmallLine("No theme is in the partnership's list yet: the operational team or the Chair add one under Themes.")]
            : GroupForm.ChooseSeveral(
                filled,
                context,
                "themes",
                "Themes (optional)",
                choices,
                string.Join(',', there.Select(chosen => chosen.Id))
            );
    }

    /// <summary>The themes a referral carries, and the free words that were typed before there was a list.</summary>
    internal static IEnumerable<Element> Facts(LearningFile file, CardContext context) =>
        [
            .. file.Themes.IsEmpty
                ? NoElement
                : [Fact("Themes", string.Join(", ", file.Themes.Select(theme => theme.NameBy(context.Themes))))],
            .. file.Way is { Themes.IsEmpty: false } way
                ? [Fact("Themes as typed before there was a list", string.Join(", ", way.Themes))]
                : NoElement,
        ];

    /// <summary>What else carries its themes: for whoever works for the group, where it has any.</summary>
    internal static CardButton? Alike(LearningFile file, CardContext context) =>
        file.Themes.IsEmpty || !LearningPermissions.SeesWhatWaits(context.Viewer)
            ? null
            : LearningForm.Key(context, "What else has its themes", Verbs.ThemeRecords, file).BehindMore();

    private static string Said(ThemeGroup theme) =>
        (theme.Records.Count, theme.Others) switch
        {
            (0, 0) => "Nothing else carries it.",
            (0, var others) => $"{Count(others, "record", "records")} you have no part in.",
            (var seen, 0) => Count(seen, "record", "records"),
            var (seen, others) => $"{Count(seen, "record", "records")}, and {others} you have no part in.",
        };

    private static IEnumerable<Element> Which(Filled filled, CardContext context, Func<Theme, bool> which) =>
        GroupForm.Choose(
            filled,
            context,
            "listed",
            "Which theme?",
            context.Themes.Where(which).Select(theme => new InputChoice(theme.Name, theme.Id))
        );

    private static string Title(Theme theme) => theme.IsInUse ? theme.Name : $"{theme.Name} (retired)";

    private static ActionExecute Opens(string title, RecordRef record, CardContext context) =>
        Button(
            context,
            $"{title} {OnScreen.Reference(record)}",
            record.Kind == RecordKind.Learning ? Verbs.OpenLearning : Verbs.OpenCase,
            ("case", Code(record))
        );

    private static Element[] NoElement => [];
}
