using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A review in a list: no text of it.</summary>
/// <param name="Due">By when it is published, or done; null where no day is set.</param>
public sealed record ReviewLine(RecordRef Record, ReviewKind Kind, ReviewStage Stage, DateOnly? Due, bool Late);

/// <summary>The reviews and audits that are not over, late ones first (C1).</summary>
public static class ReviewListCard
{
    private const int Shown = 10;

    /// <summary>The list.</summary>
    public static AdaptiveCard Draw(IReadOnlyList<ReviewLine> open, int page, CardContext context)
    {
        var lines = open.OrderByDescending(line => line.Late)
            .ThenBy(line => line.Due ?? DateOnly.MaxValue)
            .ThenBy(line => line.Record.Id, StringComparer.Ordinal)
            .ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (lines.Count - 1) / Shown));
        var shown = lines.Skip(page * Shown).Take(Shown).ToList();
        var late = lines.Count(line => line.Late);
        return Card([
            Text(Small("Reviews and audits")),
            Heading(lines.Count == 0 ? "No review is open" : $"{Written.Count(lines.Count, "review", "reviews")} open") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    lines.Count == 0 ? "A review is proposed from the card of what it is about, or begun here for a theme."
                    : late == 0 ? "None is late."
                    : $"{Written.Count(late, "is", "are")} late."
                )
            ) with
            {
                Spacing = "small",
            },
            .. RecordForm.OpenOne(
                [.. shown.Select(line => (line.Record, $"{line.Record}, {ReviewRecordWording.Short(line.Kind)}"))],
                Button(context, "Open it", Verbs.OpenReview).Main(),
                context
            ),
            .. shown.Select(line =>
                Lines.Line(
                    $"{Written.Sentence(ReviewRecordWording.Short(line.Kind))}: {ReviewRecordWording.Short(line.Stage)}",
                    $"{OnScreen.Reference(line.Record)}{(line.Due is { } due ? $", by {OnScreen.Day(due)} {due.Year}" : "")}",
                    line.Late ? Late("Late") : Plain(line.Due is null ? "Open" : "In time")
                )
            ),
            Buttons([
                context.Viewer.Roles.Any(role => role is Role.Operations or Role.Chair)
                    ? Button(context, "Begin one about a theme", Verbs.ReviewPropose)
                    : null,
                Button(context, "Briefings", Verbs.BriefingList),
                lines.Count > (page + 1) * Shown ? To("More of them", page + 1) : null,
                page > 0 ? To("Those before", page - 1) : null,
                Button(context, "Home", Verbs.Home),
            ]),
        ]);
        CardButton To(string title, int at) =>
            Button(context, title, Verbs.ReviewList, ("page", at.ToString(CultureInfo.InvariantCulture)));
    }
}
