using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Pages;

/// <summary>
/// The lists of who oversees the work as a web page (E5): what waits for the reader, what is late and who is waited for, what is open on
/// its timeline, actions by agency, the year at a glance. Every chart stands in the table it is drawn from; every list has a workbook.
/// </summary>
public static class OversightPage
{
    /// <summary>How many lines of a list stand on the page; all are in the workbook.</summary>
    private const int Shown = 100;

    private static readonly ImmutableArray<(RecordKind Kind, OversightList List, string Since)> Kinds =
    [
        (RecordKind.Case, OversightList.Cases, "Counted in calendar days from the day the operational team received it."),
        (RecordKind.Review, OversightList.Reviews, "Counted in calendar days from the day it was proposed."),
        (RecordKind.Learning, OversightList.Learning, "Counted in calendar days from the day it was referred."),
        (RecordKind.Meeting, OversightList.Meetings, ""),
    ];

    /// <summary>Draws it: what stands in the page's main part, below its heading.</summary>
    /// <param name="openAt">The address of the page where a record is opened.</param>
    public static string Draw(OversightView view, Uri openAt, DateTimeOffset now, DateOnly today) =>
        Bars.Patterns
        + $"""<p class="govuk-body-l">{Markup.Safe($"{view.Late.Count} late, {view.Open.Count} open")}</p>"""
        + Markup.Paragraph(
            $"As it stands on {Written.Day(today)} at {London.Local(now).ToString("HH:mm", CultureInfo.InvariantCulture)}. "
                + "You see what you have a part in, by reference only. A reference opens in a new window."
        )
        + """
            <div class="govuk-button-group"><button type="button" class="govuk-button" data-again="">Show it anew</button>
            <button type="button" class="govuk-button govuk-button--secondary" data-excel="all">All lists in Excel</button></div>
            """
        + Contents(view)
        + Section(OversightList.Mine, "Waits for you", view.Mine.Count, "Nothing waits for you.", "", () => Mine(view.Mine, openAt, today))
        + Section(OversightList.Late, "Late", view.Late.Count, "Nothing is late.", "", () => Late(view.Late, openAt, today))
        + (view.Open.IsEmpty ? "" : Bars.Key)
        + string.Concat(Kinds.Select(kind => OfKind(view, kind.Kind, kind.List, kind.Since, openAt, today)))
        + Section(
            OversightList.Actions,
            "Open actions by agency",
            view.Agencies.Sum(one => one.Open),
            "None that you have a part in.",
            "In the bars: stripes are late, dots are within their time.",
            () => Agencies(view.Agencies)
        )
        + Section(
            OversightList.Year,
            $"This year, since {Written.ShortDay(view.Since)}",
            null,
            "",
            "In the bars: solid is what is counted, dots are the rest of what it is counted of. "
                + "What has no “of” is drawn beside the largest of its kind.",
            () => Year(view.Year)
        );

    /// <summary>For somebody who oversees nothing: where their own lists are.</summary>
    /// <param name="openAt">The address of the signed-in page.</param>
    public static string NotTheirs(Uri openAt) =>
        """<h2 class="govuk-heading-m">Not part of your role</h2>"""
        + Markup.Paragraph(
            "This tab is for the Chair, the operational team, the Independent Scrutineer and the three lead representatives. If you think "
                + "that you should see it, ask the operational team."
        )
        + Markup.Paragraph("What waits for you and what you referred is in your chat with this app: choose Home there.")
        + $"""<p class="govuk-body"><a class="govuk-link" href="{Markup.Safe(openAt.ToString())}" target="_blank" rel="noopener">"""
        + "Home on the web page (opens in a new window)</a></p>";

    /// <summary>For somebody whose sign-in is not taken; it tells nothing.</summary>
    public static string NotSignedIn { get; } =
        """<h2 class="govuk-heading-m">You could not be signed in</h2>"""
        + Markup.Paragraph(
            "This tab is not available to every organisation. Try again; if it does not open, ask your IT team. If a child is at risk now, "
                + "call 999."
        );

    private static string Contents(OversightView view)
    {
        (OversightList List, string Text)[] all =
        [
            (OversightList.Mine, $"Waits for you: {view.Mine.Count}"),
            (OversightList.Late, $"Late: {view.Late.Count}"),
            .. Kinds.Select(kind =>
                (kind.List, $"{OversightCard.Title(kind.Kind)}: {view.Open.Count(one => one.Record.Kind == kind.Kind)}")
            ),
            (OversightList.Actions, $"Open actions: {view.Agencies.Sum(one => one.Open)}"),
            (OversightList.Year, "This year"),
        ];
        return """<nav aria-label="On this page" class="contents"><ul class="govuk-list">"""
            + string.Concat(all.Select(one => $"""<li><a class="govuk-link" href="#{Name(one.List)}">{Markup.Safe(one.Text)}</a></li>"""))
            + "</ul></nav>";
    }

    /// <summary>A list under its heading, with its workbook.</summary>
    /// <param name="count">How many there are; null where they are not counted.</param>
    /// <param name="none">What is said where there are none.</param>
    /// <param name="how">How it is to be read; may be empty.</param>
    private static string Section(OversightList list, string title, int? count, string none, string how, Func<string> table) =>
        $"""<section aria-labelledby="{Name(list)}"><h2 class="govuk-heading-m" id="{Name(list)}" tabindex="-1">{Markup.Safe(
            count is { } number ? $"{title}: {number.ToString(CultureInfo.InvariantCulture)}" : title
        )}</h2>"""
        + (
            count == 0
                ? Markup.Paragraph(none)
                : (how.Length > 0 ? $"""<p class="govuk-body-s">{Markup.Safe(how)}</p>""" : "")
                    + table()
                    + $"""<button type="button" class="govuk-button govuk-button--secondary" data-excel="{Name(list)}">{Markup.Safe(
                        title.Split(',')[0]
                    )} in Excel</button>"""
        )
        + "</section>\n";

    private static string OfKind(OversightView view, RecordKind kind, OversightList list, string how, Uri openAt, DateOnly today)
    {
        var open = view.Open.FindAll(one => one.Record.Kind == kind);
        return Section(list, OversightCard.Title(kind), open.Count, "None that you have a part in.", how, () =>
            Markup.Table(
                OversightCard.Title(kind),
                ["Reference", "Where it stands", "Next date", "Timeline"],
                open.Take(Shown)
                    .Select(one =>
                        ImmutableList.Create<MarkupCell>(
                            Open(one.Record, openAt),
                            MarkupCell.Words(Written.Sentence(OversightCard.Stands(one))),
                            new(Markup.Whole(one.Next is { } next ? Written.ShortDay(next) : "None set")),
                            new(Bars.Timeline(one.Since, one.Next, today))
                        )
                    )
            ) + Rest(open.Count)
        );
    }

    private static string Mine(ImmutableList<WaitingLine> mine, Uri openAt, DateOnly today) =>
        Markup.Table(
            "Waits for you",
            ["Reference", "What", "Due"],
            mine.Take(Shown)
                .Select(one =>
                    ImmutableList.Create(
                        Open(one.Record, openAt),
                        MarkupCell.Words(Written.Sentence(Waiting.What(one.What))),
                        one.Due is { } due ? Due(due, one.Late, today) : MarkupCell.Words("No limit")
                    )
                )
        ) + Rest(mine.Count);

    private static string Late(ImmutableList<LateLine> late, Uri openAt, DateOnly today) =>
        Markup.Table(
            "Late",
            ["Reference", "What", "Who is waited for", "Due"],
            late.Take(Shown)
                .Select(one =>
                    ImmutableList.Create(
                        Open(one.Record, openAt),
                        MarkupCell.Words(Written.Sentence(Waiting.What(one.What))),
                        MarkupCell.Words(one.Who),
                        Due(one.Due, late: true, today)
                    )
                )
        ) + Rest(late.Count);

    private static string Agencies(ImmutableList<AgencyActions> agencies)
    {
        var most = agencies.Max(one => one.Open);
        return Markup.Table(
                "Open actions by agency",
                ["Agency", "Open", "Late", "Chart"],
                agencies
                    .Take(Shown)
                    .Select(one =>
                        ImmutableList.Create<MarkupCell>(
                            MarkupCell.Words(one.Agency),
                            Number(one.Open),
                            Number(one.Late),
                            new(Bars.Bar(most, (one.Late, BarFill.Stripes), (one.Open - one.Late, BarFill.Dots)))
                        )
                    )
            ) + Rest(agencies.Count);
    }

    private static string Year(ImmutableList<Figure> year)
    {
        var most = year.Where(one => one.Of is null).Select(one => one.Count ?? 0).DefaultIfEmpty(0).Max();
        return Markup.Table(
            "This year",
            ["What", "How many", "Chart"],
            year.Select(one =>
            {
                var (count, row) = (one.Count ?? 0, FigureWords.Row(one.Table, one.Row, ImmutableSortedDictionary<string, string>.Empty));
                return ImmutableList.Create<MarkupCell>(
                    MarkupCell.Words(one.Table is "incidents" ? row : $"{FigureWords.Table(one.Table)}: {row}"),
                    one.Of switch
                    {
                        null => Number(count),
                        0 => MarkupCell.Words("None yet"),
                        { } of => MarkupCell.Words($"{count} of {of.ToString(CultureInfo.InvariantCulture)}"),
                    },
                    new(
                        one.Of is { } all
                            ? Bars.Bar(all, (count, BarFill.Solid), (all - count, BarFill.Dots))
                            : Bars.Bar(most, (count, BarFill.Solid))
                    )
                );
            })
        );
    }

    private static MarkupCell Due(DateOnly due, bool late, DateOnly today) =>
        new($"{Markup.Whole(Written.ShortDay(due))}: {Markup.Whole(late && due >= today ? "late today" : Bars.Until(due, today))}");

    private static MarkupCell Open(RecordRef record, Uri openAt) =>
        new(
            $"""<a class="govuk-link reference" href="{Markup.Safe(
                new Uri(openAt, $"/?open={record}").ToString()
            )}" target="_blank" rel="noopener">{Markup.Safe(record.ToString())}</a>"""
        );

    private static MarkupCell Number(int number) => MarkupCell.Words(number.ToString(CultureInfo.InvariantCulture));

    private static string Rest(int count) =>
        count > Shown ? Markup.Paragraph($"And {(count - Shown).ToString(CultureInfo.InvariantCulture)} more, in the Excel file.") : "";

    /// <summary>What a list is called in an address.</summary>
    public static string Name(OversightList list) => list.ToString().ToLowerInvariant();
}
