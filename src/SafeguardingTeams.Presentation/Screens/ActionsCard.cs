using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>An action in a list: no text of it.</summary>
/// <param name="Agency">Its owner's agency.</param>
/// <param name="Due">By when whatever is waited for is due; null where nothing is.</param>
public sealed record ActionLine(RecordRef Record, ActionStage Stage, string Agency, DateOnly? Due, bool Late);

/// <summary>Which actions a list shows.</summary>
public enum ActionScope
{
    /// <summary>Those the viewer owns.</summary>
    Mine,

    /// <summary>Those of the viewer's agency.</summary>
    Agency,

    /// <summary>All that are open.</summary>
    All,
}

/// <summary>The actions somebody has a part in, late ones first (C5).</summary>
public static class ActionsCard
{
    private const int Shown = 10;

    /// <summary>One list, and the way to the others.</summary>
    /// <param name="lists">The lists the viewer has, with their lines.</param>
    public static AdaptiveCard Draw(
        IReadOnlyDictionary<ActionScope, IReadOnlyList<ActionLine>> lists,
        ActionScope scope,
        int page,
        CardContext context
    )
    {
        var lines = lists[scope]
            .OrderByDescending(line => line.Late)
            .ThenBy(line => line.Due ?? DateOnly.MaxValue)
            .ThenBy(line => line.Record.Id, StringComparer.Ordinal)
            .ToList();
        page = Math.Clamp(page, 0, Math.Max(0, (lines.Count - 1) / Shown));
        var shown = lines.Skip(page * Shown).Take(Shown).ToList();
        var late = lines.Count(line => line.Late);
        return Card([
            Text(Small("Actions")),
            Heading($"{Title(scope)}: {lines.Count.ToString(CultureInfo.InvariantCulture)} open") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    lines.Count == 0 ? "Nothing is open."
                    : late == 0 ? "None is late."
                    : $"{Written.Count(late, "is", "are")} late."
                )
            ) with
            {
                Spacing = "small",
            },
            .. RecordForm.OpenOne(
                [.. shown.Select(line => (line.Record, $"{line.Record}, {line.Agency}"))],
                Button(context, "Open it", Verbs.OpenAction).Main(),
                context
            ),
            .. shown.Select(line =>
                Lines.Line(
                    $"{line.Agency}: {ActionWording.Short(line.Stage)}",
                    $"{OnScreen.Reference(line.Record)}{(line.Due is { } due ? $", by {OnScreen.Day(due)} {due.Year}" : "")}",
                    line.Late ? Late("Late") : Plain(line.Due is null ? "Open" : "In time")
                )
            ),
            Buttons([
                .. lists.Keys.Order().Where(other => other != scope).Select(other => To(Title(other), other, 0)),
                lines.Count > (page + 1) * Shown ? To("More of them", scope, page + 1) : null,
                page > 0 ? To("Those before", scope, page - 1) : null,
                Button(context, "Home", Verbs.Home),
            ]),
        ]);
        CardButton To(string title, ActionScope where, int at) =>
            Button(context, title, Verbs.Actions, ("scope", where.ToString()), ("page", at.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Title(ActionScope scope) =>
        scope switch
        {
            ActionScope.Mine => "My actions",
            ActionScope.Agency => "My agency's actions",
            ActionScope.All => "All actions",
        };
}
