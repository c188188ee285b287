using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <content>What happened, by whom, when, why.</content>
public static partial class ReviewRecordCard
{
    private const int Shown = 12;

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(ReviewFile file, int page, CardContext context)
    {
        var pages = file.History.Reverse().Chunk(Shown).ToList();
        page = Math.Clamp(page, 0, Math.Max(0, pages.Count - 1));
        return Card([
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("Timeline") with
            {
                Spacing = "none",
            },
            .. pages.Skip(page).Take(1).SelectMany(lines => lines).SelectMany(recorded => Line(recorded, file)),
            Buttons(
                ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file).Main(),
                page + 1 < pages.Count ? Turn("Older", page + 1) : null,
                page > 0 ? Turn("Newer", page - 1) : null
            ),
        ]);
        CardButton Turn(string title, int to) =>
            ReviewRecordForm.Key(context, title, Verbs.ReviewHistory, file, ("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<Element> Line(RecordedEvent recorded, ReviewFile file)
    {
        var (what, why) = ReviewRecordText.Of((ReviewEvent)recorded.Event, file);
        var by = recorded.By;
        var roles = CaseWords.Roles(by.Roles);
        return
        [
            Text(Bold(what)) with
            {
                Separator = true,
            },
            SmallLine($"{Written.Moment(recorded.At)}, {by.Display}, {by.Agency}{(roles.Length > 0 ? $" ({roles})" : "")}"),
            .. why.Length == 0 ? Array.Empty<Element>() : [Text(Plain(why)) with { Spacing = "small" }],
        ];
    }
}
