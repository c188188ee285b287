using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>
/// What the cards of records that follow from a case share: the small form, its buttons, the choice of one of a list, the timeline. Its
/// fields are drawn as those of the group's forms.
/// </summary>
internal static class RecordForm
{
    /// <summary>How many lines of a timeline stand on a page.</summary>
    internal const int LinesOfATimeline = 12;

    /// <summary>The key that carries which time a step is asked for.</summary>
    private const string Round = "round";

    /// <summary>A form.</summary>
    /// <param name="of">What it is about, with its reference, above the title.</param>
    /// <param name="explained">What follows, below the title.</param>
    internal static AdaptiveCard Draw(
        string of,
        Filled filled,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton?> buttons
    ) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small(of)),
            Heading(title) with
            {
                Spacing = "none",
            },
            Text(Plain(explained)) with
            {
                Spacing = "small",
            },
            .. fields,
            Buttons([.. buttons]),
        ]);

    /// <summary>A button about a record.</summary>
    internal static ActionExecute Key(
        CardContext context,
        string title,
        string verb,
        RecordRef record,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Button(context, title, verb, [("case", Written.Code(record)), .. more]);

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        RecordRef record,
        int round,
        params ReadOnlySpan<(string Key, string Value)> more
    ) => Key(context, title, verb, record, [(Verbs.Do, "yes"), (Round, round.ToString(CultureInfo.InvariantCulture)), .. more]);

    /// <summary>One of a list is chosen and opened; nothing where there is none.</summary>
    /// <param name="records">Each with what it is called in the choice.</param>
    /// <param name="button">Opens it; made of the verb that opens it.</param>
    internal static IEnumerable<Element> OpenOne(
        IReadOnlyList<(RecordRef Record, string Called)> records,
        ActionExecute button,
        CardContext context
    ) =>
        records.Count == 0
            ? []
            :
            [
                new InputChoiceSet(
                    InputIds.For("which", context.CardInvocation),
                    "Which would you like to open?",
                    [.. records.Select(one => new InputChoice(one.Called, one.Record.ToString()))]
                )
                {
                    Value = records[0].Record.ToString(),
                    MostExpanded = 0,
                    Spacing = "medium",
                },
                Buttons(button),
            ];

    /// <summary>Everything that happened, newest first, in pages of so many lines.</summary>
    /// <param name="say">What happened, and why, in words.</param>
    internal static AdaptiveCard Timeline(
        string of,
        RecordFile file,
        Func<RecordedEvent, (string What, string Why)> say,
        int page,
        ActionExecute back,
        Func<string, int, CardButton> turn,
        int lines = LinesOfATimeline
    ) => Timeline(of, [.. file.History.Reverse().Select(recorded => (recorded, say(recorded))).Chunk(lines)], page, back, turn);

    /// <summary>The same, in pages that were made already.</summary>
    internal static AdaptiveCard Timeline(
        string of,
        IReadOnlyList<IReadOnlyList<(RecordedEvent Recorded, (string What, string Why) Said)>> pages,
        int page,
        ActionExecute back,
        Func<string, int, CardButton> turn
    )
    {
        page = Math.Clamp(page, 0, Math.Max(0, pages.Count - 1));
        return Card([
            Text(Small(of)),
            Heading("Timeline") with
            {
                Spacing = "none",
            },
            .. pages.Skip(page).Take(1).SelectMany(lines => lines).SelectMany(line => Line(line.Recorded, line.Said)),
            Buttons(back.Main(), page + 1 < pages.Count ? turn("Older", page + 1) : null, page > 0 ? turn("Newer", page - 1) : null),
        ]);
    }

    /// <summary>What happened, when and by whom, and why.</summary>
    private static IEnumerable<Element> Line(RecordedEvent recorded, (string What, string Why) said)
    {
        var by = recorded.By;
        var roles = CaseWords.Roles(by.Roles);
        return
        [
            Text(Bold(said.What)) with
            {
                Separator = true,
            },
            SmallLine($"{Written.Moment(recorded.At)}, {by.Display}, {by.Agency}{(roles.Length > 0 ? $" ({roles})" : "")}"),
            .. said.Why.Length == 0 ? Array.Empty<Element>() : [Text(Plain(said.Why)) with { Spacing = "small" }],
        ];
    }
}
