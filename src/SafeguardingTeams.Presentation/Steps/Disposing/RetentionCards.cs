using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Disposing;

/// <summary>How long records are kept: the list of those to be reviewed, and the card of each (F3).</summary>
public static class RetentionCards
{
    /// <summary>The key that names the record; not that of cards of the record itself, which is not opened.</summary>
    public const string Kept = "kept";

    /// <summary>The key that carries how often something was recorded when the card was drawn.</summary>
    public const string Seen = "seen";

    /// <summary>How many of a list stand on the card.</summary>
    private const int Shown = 12;

    private const string About = "How long records are kept";

    /// <summary>Every record that waits or is held, then the last that went.</summary>
    public static AdaptiveCard List(GroupFile group, Notice? notice, CardContext context)
    {
        var open = group.Retained.Values.Where(one => one.IsOpen).OrderBy(one => one.Due?.Until ?? DateOnly.MaxValue).ToImmutableList();
        var proposed = open.FindAll(one => one.Proposed is not null);
        var due = open.FindAll(one => one is { Due: not null, Proposed: null });
        var held = open.FindAll(one => one is { IsHeld: true, Due: null });
        var gone = group
            .Retained.Values.Where(one => one.Disposal is not null)
            .OrderByDescending(one => one.Disposal!.ConfirmedAt)
            .ToImmutableList();
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading(About) with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    proposed.IsEmpty && due.IsEmpty
                        ? "No record waits to be reviewed."
                        : $"{Written.Count(due.Count, "record waits", "records wait")} to be reviewed, "
                            + $"{Written.Count(proposed.Count, "proposal waits", "proposals wait")} for the Chair."
                )
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                GroupPermissions.Allows(Step.HoldRecord, group, context.Viewer) ? Button(context, "Hold a record", Verbs.RecordHold) : null,
                Button(context, "Home", Verbs.Home)
            ),
            .. Part("Proposed to go", proposed),
            .. Part("To be reviewed", due),
            .. Part("Held", held),
            .. Part("Disposed of", gone),
            .. RecordForm.OpenOne(
                [
                    .. proposed
                        .Concat(due)
                        .Concat(held)
                        .Concat(gone)
                        .Take(Shown * 2)
                        .Select(one => (one.Record, $"{one.Record}, {State(one)}")),
                ],
                Button(context, "Open it", Verbs.Retained),
                context
            ),
        ]);
    }

    /// <summary>A record, and what may be done about its keeping.</summary>
    public static AdaptiveCard Draw(RetentionView view, GroupFile group, Notice? notice, CardContext context)
    {
        var (kept, found) = (view.Kept, view.Found);
        var reviews = kept is { Due: not null } && GroupPermissions.Allows(Step.ReviewKeeping, group, context.Viewer);
        var confirms = kept is { Proposed: not null } && GroupPermissions.Allows(Step.ConfirmDisposal, group, context.Viewer);
        var holds = GroupPermissions.Allows(Step.HoldRecord, group, context.Viewer);
        var wrong = kept.Due is null ? null : found.Wrong(kept, context.Today);
        return Card([
            Top(notice),
            Text(Small($"{About}. {RetentionWording.Kind(kept.Record.Kind)}")),
            Heading(kept.Record.ToString()) with
            {
                Spacing = "none",
            },
            Text(Plain(Written.Sentence(State(kept)))) with
            {
                Spacing = "small",
            },
            confirms && wrong is null && kept.Proposed!.PersonId != context.Viewer.PersonId
                ? NextForYou.Block(
                    "confirm that it goes, or send it back",
                    null,
                    "Once confirmed, nobody can open it and nothing brings it back. It takes up to two days.",
                    Does(context, "Dispose of it for good", Verbs.DisposalConfirm, kept, (Verbs.Do, "yes")) with
                    {
                        Style = "destructive",
                    },
                    Does(context, "Send it back", Verbs.DisposalDecline, kept)
                )
            : reviews && kept.Proposed is null
                ? NextForYou.Block(
                    "say whether it is kept on",
                    null,
                    wrong?.Message ?? "Somebody else confirms it before anything is removed.",
                    [
                        Does(context, "Keep it on", Verbs.KeepOn, kept).Main(),
                        .. wrong is null ? [Does(context, "Propose that it goes", Verbs.DisposalPropose, kept)] : Array.Empty<CardButton>(),
                    ]
                )
            : null,
            Buttons(
                confirms && (wrong is not null || kept.Proposed!.PersonId == context.Viewer.PersonId)
                    ? Does(context, "Send it back", Verbs.DisposalDecline, kept)
                    : null,
                reviews && kept.Proposed is not null ? Does(context, "Keep it on after all", Verbs.KeepOn, kept) : null,
                holds ? Does(context, kept.IsHeld ? "Hold it for another reason" : "Hold it", Verbs.RecordHold, kept) : null,
                Button(context, "Back to the list", Verbs.Retention)
            ),
            .. Facts(view, context),
            .. kept.Holds.SelectMany(hold => Hold(hold, kept, holds, context)),
            .. Links(view),
            .. kept.Due is null ? [] : WhatHappens(),
        ]);
    }

    /// <summary>A button that opens a record's card here.</summary>
    internal static ActionExecute Open(CardContext context, string title, RecordRef record) =>
        Button(context, title, Verbs.Retained, (Kept, Written.Code(record)));

    /// <summary>Where the keeping of a record stands, in words that begin small.</summary>
    internal static string State(Retained kept) =>
        kept switch
        {
            { Disposal: { Done: { } done } } => $"disposed of on {Written.ShortDay(done.On)}",
            { Disposal: not null } => "being disposed of",
            { Proposed: not null } => $"proposed to go{(kept.IsHeld ? ", and held" : "")}",
            { Due: { } due } => $"to be reviewed: kept until {Written.ShortDay(due.Until)}{(kept.IsHeld ? ", and held" : "")}",
            { IsHeld: true } => "held",
            { KeptUntil: { } until } => $"kept on until {Written.ShortDay(until)}",
            _ => "kept",
        };

    private static IEnumerable<Element> Part(string title, ImmutableList<Retained> some) =>
        some.IsEmpty
            ? []
            :
            [
                Subheading($"{title}: {some.Count.ToString(CultureInfo.InvariantCulture)}") with
                {
                    Spacing = "large",
                },
                .. some.Take(Shown)
                    .Select(one =>
                        Lines.Line(
                            one.Record.ToString(),
                            $"{RetentionWording.Kind(one.Record.Kind)}, {State(one)}",
                            one.IsHeld ? Bold("Held") : Plain("")
                        )
                    ),
                .. some.Count > Shown
                    ? [SmallLine($"and {(some.Count - Shown).ToString(CultureInfo.InvariantCulture)} more")]
                    : Array.Empty<Element>(),
            ];

    private static IEnumerable<Element> Facts(RetentionView view, CardContext context)
    {
        var due = view.Kept.Due ?? view.Found.Due;
        if ((due?.Class ?? view.Class) is { } by)
        {
            yield return Fact("Class", RetentionWording.Class(by));
        }

        if (due is null)
        {
            yield return Fact("Where it stands", "open: its time is counted once it is closed");
        }
        else
        {
            yield return Fact("Opened and closed", $"{Written.ShortDay(due.Opened)}, {Written.ShortDay(due.Closed)}");
            yield return Fact("Counted from", Written.ShortDay(due.CountedFrom));
            yield return Fact("Kept until", Written.ShortDay(due.Until));
        }

        if (view.Kept.KeptUntil is { } until)
        {
            yield return Fact(until > context.Today ? "Kept on until" : "Was kept on until", Written.ShortDay(until));
        }

        if (view.Kept.Proposed is { } proposed)
        {
            yield return Fact("Proposed by", $"{Inputs.Cut(proposed.By, 100)}, {Written.Moment(proposed.At)}");
            yield return Fact("Because", Inputs.Cut(proposed.Reason, 600));
        }
    }

    private static IEnumerable<Element> Hold(RecordHold hold, Retained kept, bool holds, CardContext context) =>
        [
            Subheading($"Held for {RetentionWording.Authority(hold.Authority)}") with
            {
                Spacing = "large",
            },
            Fact("Since", $"{Written.ShortDay(hold.On)}, by {Inputs.Cut(hold.By, 100)}"),
            Fact("Because", Inputs.Cut(hold.Reason, 600)),
            .. holds
                ?
                [
                    Buttons(
                        Does(
                            context,
                            "Lift this hold",
                            Verbs.RecordLift,
                            kept,
                            ("hold", hold.Number.ToString(CultureInfo.InvariantCulture))
                        )
                    ),
                ]
                : Array.Empty<Element>(),
        ];

    private static IEnumerable<Element> Links(RetentionView view) =>
        view.Links.IsEmpty
            ? []
            :
            [
                Subheading("Linked to it") with
                {
                    Spacing = "large",
                },
                .. view
                    .Links.Take(Shown)
                    .Select(one =>
                        Lines.Line(
                            one.Record.ToString(),
                            RetentionWording.Kind(one.Record.Kind),
                            one.IsOpen ? Bold("Open") : Plain("Closed")
                        )
                    ),
                .. view.Links.Count > Shown
                    ? [SmallLine($"and {(view.Links.Count - Shown).ToString(CultureInfo.InvariantCulture)} more")]
                    : Array.Empty<Element>(),
            ];

    private static Element[] WhatHappens() =>
        [
            Subheading("What goes, and what stays") with
            {
                Spacing = "large",
            },
            Text(
                Plain(
                    "Everything of it goes that this system reaches: events and answers, drafts, lists, who looked, kept files, its "
                        + "folders in SharePoint, invitations to come. Messages in Teams then say that it is kept no longer."
                )
            ) with
            {
                Spacing = "small",
            },
            Text(
                Plain(
                    "What stays: mails in mailboxes, invitations that are over, counts in issued reports, and nightly exports until their "
                        + "time has run out. Records linked to it keep its reference. The certificate lists it."
                )
            ) with
            {
                Spacing = "small",
            },
        ];

    /// <summary>A button that takes a step, of the time the card was drawn for.</summary>
    internal static ActionExecute Does(
        CardContext context,
        string title,
        string verb,
        Retained kept,
        params ReadOnlySpan<(string Key, string Value)> more
    ) =>
        Button(
            context,
            title,
            verb,
            [(Kept, Written.Code(kept.Record)), (Seen, kept.Changes.ToString(CultureInfo.InvariantCulture)), .. more]
        );
}
