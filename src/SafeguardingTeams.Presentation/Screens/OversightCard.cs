using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>What somebody who oversees the work sees: of each record what they may see, nothing of what it is about (E5).</summary>
/// <param name="Late">What is late and who is waited for, the longest first.</param>
/// <param name="Open">What is open, by kind, with its next date.</param>
/// <param name="Agencies">Open actions by agency.</param>
/// <param name="Year">Figures of this year so far.</param>
/// <param name="Since">The day this year began.</param>
public sealed record OversightView(
    ImmutableList<LateLine> Late,
    ImmutableList<OpenLine> Open,
    ImmutableList<AgencyActions> Agencies,
    ImmutableList<Figure> Year,
    DateOnly Since
)
{
    /// <summary>What waits for the reader, by name or by a role they hold; what is due first.</summary>
    public ImmutableList<WaitingLine> Mine { get; init; } = [];
}

/// <summary>One of the lists.</summary>
public enum OversightList
{
    /// <summary>What waits for the reader.</summary>
    Mine,

    /// <summary>What is late, and who is waited for.</summary>
    Late,

    /// <summary>Open cases.</summary>
    Cases,

    /// <summary>Open reviews and audits.</summary>
    Reviews,

    /// <summary>Open referrals for practice learning.</summary>
    Learning,

    /// <summary>Meetings of the group.</summary>
    Meetings,

    /// <summary>Open actions by agency.</summary>
    Actions,

    /// <summary>The year so far.</summary>
    Year,
}

/// <summary>Something that waits for the reader.</summary>
/// <param name="Due">The last day for it; null where it has no limit.</param>
public sealed record WaitingLine(RecordRef Record, TaskKind What, DateOnly? Due, bool Late);

/// <summary>Something late.</summary>
/// <param name="Who">Who is waited for, by role or as others see them.</param>
public sealed record LateLine(RecordRef Record, TaskKind What, string Who, DateOnly Due);

/// <summary>Something open.</summary>
/// <param name="Stage">The name of its stage, by its kind's list.</param>
/// <param name="Next">Its next date; null where none is set.</param>
public sealed record OpenLine(RecordRef Record, string Stage, DateOnly? Next)
{
    /// <summary>
    /// The day it began: a case was received by operations, a referral reached the partnership, a review was proposed; null where none is
    /// known.
    /// </summary>
    public DateOnly? Since { get; init; }
}

/// <summary>The open actions of an agency.</summary>
public sealed record AgencyActions(string Agency, int Open, int Late);

/// <summary>
/// What is late and who is waited for, what is open with its next date, actions by agency, and the year at a glance (E5). What stands on
/// it can be opened; every list is in the Excel file as a whole.
/// </summary>
public static class OversightCard
{
    private const int Shown = 8;
    private const int AgenciesShown = 12;

    private static readonly ImmutableArray<RecordKind> Kinds =
    [
        RecordKind.Case,
        RecordKind.Review,
        RecordKind.Learning,
        RecordKind.Meeting,
    ];

    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(OversightView view, CardContext context) =>
        Card([
            Text(Small("What you have a part in, by reference only")),
            Heading(view.Late.IsEmpty ? $"Nothing late, {view.Open.Count} open" : $"{view.Late.Count} late, {view.Open.Count} open") with
            {
                Spacing = "none",
            },
            Text(Plain($"As it stands on {OnScreen.FullDay(context.Today)}.")) with
            {
                Spacing = "small",
            },
            Buttons(
                ReviewParts.Link(context, "All lists in Excel", "documents/oversight/excel"),
                Button(context, "My tasks", Verbs.MyTasks),
                MeetingPermissions.MaySee(context.Viewer) ? Button(context, "Cases under way", Verbs.CasesUnderWay) : null,
                ReviewPermissions.SeesAll(context.Viewer) ? Button(context, "Reviews and briefings", Verbs.ReviewList).BehindMore() : null,
                Button(context, "Home", Verbs.Home)
            ),
            .. Choose(view, context),
            Section($"Late: {view.Late.Count}"),
            .. view.Late.IsEmpty ? [Text(Plain("Nothing is late.")) with { Spacing = "small" }] : Array.Empty<Element>(),
            .. view
                .Late.Take(Shown)
                .Select(one =>
                    Lines.Line(
                        $"{OnScreen.Reference(one.Record)}: {Waiting.What(one.What)}",
                        $"{Inputs.Cut(one.Who, 100)}, due {Written.ShortDay(one.Due)}",
                        Late("Late")
                    )
                ),
            Rest(view.Late.Count, Shown),
            .. Kinds.SelectMany(kind => OfKind(view.Open.FindAll(one => one.Record.Kind == kind), kind)),
            .. view.Agencies.IsEmpty ? [] : Agencies(view.Agencies),
            Section($"This year, since {Written.ShortDay(view.Since)}"),
            .. view.Year.Select(one =>
                Lines.Line(
                    FigureWords.Row(one.Table, one.Row, ImmutableSortedDictionary<string, string>.Empty),
                    Of(one),
                    Plain(Number(one))
                )
            ),
        ]);

    /// <summary>One of what stands on the card is opened, where it opens for this person; whether it does is asked again then.</summary>
    private static IEnumerable<Element> Choose(OversightView view, CardContext context) =>
        RecordForm.OpenOne(
            [
                .. view
                    .Late.Take(Shown)
                    .Select(one => one.Record)
                    .Concat(Kinds.SelectMany(kind => view.Open.Where(one => one.Record.Kind == kind).Take(Shown).Select(one => one.Record)))
                    .Distinct()
                    .Select(record => (record, record.ToString())),
            ],
            Button(context, "Open it", Verbs.OpenCase),
            context
        );

    private static IEnumerable<Element?> OfKind(ImmutableList<OpenLine> open, RecordKind kind) =>
        open.IsEmpty
            ? []
            :
            [
                Section($"{Title(kind)}: {open.Count}"),
                .. open.Take(Shown)
                    .Select(one =>
                        Lines.Line(
                            OnScreen.Reference(one.Record),
                            Written.Sentence(Stands(one)),
                            Plain(one.Next is { } next ? Written.ShortDay(next) : "No date")
                        )
                    ),
                Rest(open.Count, Shown),
            ];

    /// <summary>A bar of all, its numbers and words below; then the table it is made of.</summary>
    private static IEnumerable<Element?> Agencies(ImmutableList<AgencyActions> agencies)
    {
        var (open, late) = (agencies.Sum(one => one.Open), agencies.Sum(one => one.Late));
        return
        [
            Section($"Open actions: {open}"),
            .. Bar.Of(
                [
                    .. new BarPart[] { new(late, "late", "accent"), new(open - late, "within their time", "emphasis") }.Where(part =>
                        part.Days > 0
                    ),
                ],
                "Late",
                "Within their time"
            ),
            .. agencies
                .Take(AgenciesShown)
                .Select(one =>
                    Lines.Line(
                        Inputs.Cut(one.Agency, 100),
                        $"{one.Open} open",
                        one.Late > 0 ? Late($"{one.Late} late") : Plain("None late")
                    )
                ),
            Rest(agencies.Count, AgenciesShown),
        ];
    }

    private static RichTextBlock? Rest(int count, int shown) =>
        count > shown ? SmallLine($"and {count - shown} more, in the Excel file") : null;

    private static TextBlock Section(string title) => Subheading(title) with { Spacing = "large" };

    /// <summary>What the list of a kind of record is called.</summary>
    internal static string Title(RecordKind kind) =>
        kind switch
        {
            RecordKind.Case => "Cases",
            RecordKind.Review => "Reviews and audits",
            RecordKind.Learning => "Practice learning",
            RecordKind.Meeting => "Meetings of the group",
            _ => throw new InvalidOperationException($"The {kind} record is in no list."),
        };

    /// <summary>Where a record stands, in a few words.</summary>
    internal static string Stands(OpenLine one) =>
        one.Record.Kind switch
        {
            RecordKind.Case => Stages.Short(Enum.Parse<Stage>(one.Stage)),
            RecordKind.Review => ReviewRecordWording.Short(Enum.Parse<ReviewStage>(one.Stage)),
            RecordKind.Learning => LearningWording.Short(Enum.Parse<LearningStage>(one.Stage)),
            _ => MeetingWording.Short(Enum.Parse<MeetingStage>(one.Stage)),
        };

    private static string Of(Figure one) => one.Table is "incidents" ? "" : FigureWords.Table(one.Table);

    private static string Number(Figure one) =>
        one.Of is { } of
            ? $"{one.Count} of {of.ToString(CultureInfo.InvariantCulture)}"
            : (one.Count ?? 0).ToString(CultureInfo.InvariantCulture);
}
