using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A briefing in a list: no text of it.</summary>
/// <param name="Due">By when answers are due; null where none are asked for.</param>
public sealed record BriefingLine(RecordRef Record, BriefingPurpose Purpose, BriefingStage Stage, DateOnly? Due, bool Late);

/// <summary>
/// The briefings that are not over, late ones first; to an agency's member of the group those sent to the agency (E11, E20).
/// </summary>
public static class BriefingListCard
{
    private const int Shown = 10;

    /// <summary>The list.</summary>
    /// <param name="isTheirs">Whether it is of what was sent to an agency, to its member of the group.</param>
    public static AdaptiveCard Draw(IReadOnlyList<BriefingLine> found, bool isTheirs, int page, CardContext context)
    {
        var lines = found
            .OrderByDescending(line => line.Late)
            .ThenBy(line => line.Due ?? DateOnly.MaxValue)
            .ThenBy(line => line.Record.Id, StringComparer.Ordinal)
            .ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (lines.Count - 1) / Shown));
        var shown = lines.Skip(page * Shown).Take(Shown).ToList();
        return Card([
            Text(Small(isTheirs ? $"Briefings for {context.Viewer.AgencyName}" : "Briefings, copies for training, papers")),
            Heading(lines.Count == 0 ? "No briefing here" : $"{Written.Count(lines.Count, "briefing", "briefings")}") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    isTheirs ? "What was sent to your agency, for your teams to talk about."
                    : lines.Count == 0 ? "One is begun from the card of what it comes from, or here about a theme."
                    : "Those that are not closed or withdrawn."
                )
            ) with
            {
                Spacing = "small",
            },
            .. RecordForm.OpenOne(
                [.. shown.Select(line => (line.Record, $"{line.Record}, {Lower(BriefingWording.Of(line.Purpose))}"))],
                Button(context, "Open it", Verbs.OpenBriefing).Main(),
                context
            ),
            .. shown.Select(line =>
                Lines.Line(
                    $"{BriefingWording.Of(line.Purpose)}: {BriefingWording.Short(line.Stage)}",
                    $"{OnScreen.Reference(line.Record)}{(line.Due is { } due ? $", answers by {OnScreen.Day(due)} {due.Year}" : "")}",
                    line.Late ? Late("Late") : Plain(line.Due is null ? "Open" : "In time")
                )
            ),
            Buttons([
                context.Viewer.Roles.Any(role => role is Role.Operations or Role.Chair)
                    ? Button(context, "Begin one about a theme", Verbs.BriefingBegin)
                    : null,
                lines.Count > (page + 1) * Shown ? To("More of them", page + 1) : null,
                page > 0 ? To("Those before", page - 1) : null,
                Button(context, "Home", Verbs.Home),
            ]),
        ]);
        CardButton To(string title, int at) =>
            Button(context, title, Verbs.BriefingList, ("page", at.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";
}
