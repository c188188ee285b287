using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.ReviewDecision;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Themes;

/// <summary>A part of what there is of a theme, in the order of its page.</summary>
public enum ThemePart
{
    /// <summary>Cases and referrals for practice learning that carry it.</summary>
    Carried,

    /// <summary>Reviews and audits of those, and those with a recommendation that carries it.</summary>
    Reviews,

    /// <summary>Recommendations that carry it.</summary>
    Recommendations,

    /// <summary>Actions agreed from any of those, and what they changed.</summary>
    Actions,

    /// <summary>Briefings that came of any of those.</summary>
    Briefings,
}

/// <summary>A line of a theme's page: a record this person may open.</summary>
/// <param name="Stands">Where it stands, without a fact of it.</param>
public sealed record ThemeLine(ThemePart Part, RecordRef Record, string Stands);

/// <summary>All that there is of a theme, as far as the viewer may open it (F2).</summary>
/// <param name="Id">Of the theme.</param>
/// <param name="Lines">By part.</param>
/// <param name="Others">How many more there are of a part.</param>
public sealed record WholeTheme(string Id, string Name, ImmutableList<ThemeLine> Lines, ImmutableSortedDictionary<ThemePart, int> Others)
{
    /// <summary>How many of a part this person has no part in.</summary>
    public int OthersOf(ThemePart part) => Others.GetValueOrDefault(part);
}

/// <summary>One page a theme: what carries it, what was reviewed, recommended, agreed and changed, and what was told of it.</summary>
public static class ThemePageCard
{
    private const int Shown = 12;

    /// <summary>Draws it.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard Draw(WholeTheme theme, int page, CardContext context)
    {
        var pages = Math.Max(1, (theme.Lines.Count + Shown - 1) / Shown);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = theme.Lines.Skip(page * Shown).Take(Shown).ToList();
        return Card([
            Text(Small($"Theme of the {context.Words.GroupName}")),
            Heading("What there is of this theme") with
            {
                Spacing = "none",
            },
            Text(Bold(theme.Name)) with
            {
                Spacing = "small",
            },
            Text(Plain("You see what you have a part in, by reference and where it stands. What it says you read when you open it.")) with
            {
                Spacing = "small",
            },
            .. RecordForm.OpenOne(
                [.. shown.DistinctBy(line => line.Record).Select(line => (line.Record, $"{line.Record}, {line.Stands}"))],
                Button(context, "Open it", Verbs.OpenCase).Main(),
                context
            ),
            Buttons(
                Begins(theme, ReviewKind.ThematicReview, "Begin a thematic review", context),
                Begins(theme, ReviewKind.MultiAgencyAudit, "Begin an audit", context),
                Button(context, "All themes", Verbs.Themes)
            ),
            pages > 1 ? Text(Plain($"Page {page + 1} of {pages}.")) with { Spacing = "small" } : null,
            .. Enum.GetValues<ThemePart>().SelectMany(part => Part(theme, part, shown, page + 1 == pages)),
            ThemeCards.Turns(context, page, pages, ($"{Filled.Kept}listed", theme.Id)),
        ]);
    }

    /// <summary>A review or an audit of it, for who may begin one: with its name, and the first records that they may open.</summary>
    private static ActionExecute? Begins(WholeTheme theme, ReviewKind kind, string title, CardContext context) =>
        !context.Viewer.Roles.Any(role => role is Role.Operations or Role.Chair)
            ? null
            : Button(
                context,
                title,
                Verbs.ReviewPropose,
                (ProposeReviewCard.Kind, kind.ToString()),
                ($"{Filled.Kept}title", theme.Name),
                (
                    $"{Filled.Kept}subjects",
                    string.Join(
                        ", ",
                        theme.Lines.Where(line => line.Part == ThemePart.Carried).Select(line => line.Record).Take(ReviewPlan.MostSubjects)
                    )
                )
            );

    private static IEnumerable<Element> Part(WholeTheme theme, ThemePart part, IReadOnlyList<ThemeLine> shown, bool isLast)
    {
        var lines = shown.Where(line => line.Part == part).ToList();
        var (all, others) = (theme.Lines.Count(line => line.Part == part), theme.OthersOf(part));
        // A part of which nothing is to be listed is told of at the end; that nothing carries the theme, always.
        return lines.Count == 0 && (!isLast || all > 0 || (others == 0 && part != ThemePart.Carried))
            ? []
            :
            [
                Subheading(Title(part)) with
                {
                    Spacing = "large",
                },
                Text(Plain(Said(all, others))) with
                {
                    Spacing = "small",
                },
                .. lines.Select(line => Lines.Line(OnScreen.Reference(line.Record), line.Stands, Plain(Kind(line.Record)))),
            ];
    }

    private static string Said(int seen, int others) =>
        (seen, others) switch
        {
            (0, 0) => "Nothing carries it.",
            (0, _) => $"{Count(others, "record", "records")} you have no part in.",
            (_, 0) => Count(seen, "record", "records"),
            _ => $"{Count(seen, "record", "records")}, and {others} you have no part in.",
        };

    private static string Title(ThemePart part) =>
        part switch
        {
            ThemePart.Carried => "Cases and referrals",
            ThemePart.Reviews => "Reviews and audits",
            ThemePart.Recommendations => "Recommendations",
            ThemePart.Actions => "Actions, what they changed",
            ThemePart.Briefings => "Briefings that came of it",
        };

    private static string Kind(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Case => "Case",
            RecordKind.Learning => "Referral",
            RecordKind.Review => "Review",
            RecordKind.Action => "Action",
            _ => "Briefing",
        };
}
