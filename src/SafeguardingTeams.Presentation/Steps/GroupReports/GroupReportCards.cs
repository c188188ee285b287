using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupReports;

/// <summary>The group's reports: drafted by operations, issued by the Chair, and fixed from then on (E7, E24).</summary>
public static class GroupReportCards
{
    private const int OnPage = 4;
    private const int CorrectionsShown = 12;

    /// <summary>The input in which words are chosen that name nobody.</summary>
    public const string NotNames = "notnames";

    private const string NoNames = "Name no child, relative or practitioner.";

    /// <summary>The reports, the newest first; drafts only to who drafts or issues them.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard List(GroupFile group, int page, Notice? notice, CardContext context)
    {
        var seen = group.Reports.FindAll(one => one.Issued is not null || GroupPermissions.SeesDrafts(context.Viewer)).Reverse();
        page = Math.Clamp(page, 0, Math.Max(0, (seen.Count - 1) / OnPage));
        var drafts = seen.Count(one => one.Issued is null);
        var may = GroupPermissions.Allows(Step.PutReportForward, group, context.Viewer);
        return Card([
            Top(notice),
            Text(Small(context.Words.GroupName)),
            Heading(seen.Count == 0 ? "No report yet" : $"Reports: {seen.Count - drafts} issued") with
            {
                Spacing = "none",
            },
            Text(
                drafts > 0
                    ? [Bold(Written.Count(drafts, "draft waits", "drafts wait")), Plain(" for the Chair.")]
                    : [Plain("No draft waits for the Chair.")]
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                may ? Button(context, "Draft the yearly report", Verbs.YearlyReport).Main() : null,
                may ? Button(context, "Draft an update", Verbs.ReportUpdate) : null,
                seen.Count > (page + 1) * OnPage ? Turn("Earlier reports", page + 1) : null,
                page > 0 ? Turn("Later reports", page - 1).BehindMore() : null,
                Button(context, "Back to the group", Verbs.Group)
            ),
            .. seen.Skip(page * OnPage)
                .Take(OnPage)
                .SelectMany(one =>
                    new Element[]
                    {
                        Lines.Line(FigureWords.Of(one.Kind), State(one), one.Issued is null ? Bold("Draft") : Plain("Issued")),
                        Buttons(Of(context, $"Open report {Number(one.Number)}", Verbs.OpenReport, one)),
                    }
                ),
        ]);

        ActionExecute Turn(string title, int to) => Button(context, title, Verbs.Reports, ("page", Number(to)));
    }

    /// <summary>A report: what it counts, its files, and for the Chair the button that issues it.</summary>
    /// <param name="content">As it was issued, or counted now.</param>
    /// <param name="since">What an issued yearly report would say today, where that differs.</param>
    public static AdaptiveCard Draw(
        GroupFile group,
        GroupReport report,
        CountedReport content,
        ImmutableList<Correction> since,
        Notice? notice,
        CardContext context
    )
    {
        var published = report is { Kind: GroupReportKind.Yearly, Issued: not null } ? group.PublicationOf(report.Year) : null;
        var publishes =
            report is { Kind: GroupReportKind.Yearly, Issued: not null }
            && GroupPermissions.Allows(Step.RecordReportPublished, group, context.Viewer);
        var issues = report.Issued is null && GroupPermissions.Allows(Step.IssueReport, group, context.Viewer);
        return Card([
            Top(notice),
            Text(Small($"{context.Words.GroupName}, report {Number(report.Number)}")),
            Heading(report.Issued is null ? $"Draft: {Lower(FigureWords.Short(report))}" : FigureWords.Short(report)) with
            {
                Spacing = "none",
            },
            Text(Plain(State(report))) with
            {
                Spacing = "small",
            },
            issues
                ? NextForYou.Block(
                    "read the Word document, then issue it",
                    null,
                    "From then on it is fixed. What is put right later is listed.",
                    Of(
                        context,
                        "Issue this report",
                        Verbs.IssueReport,
                        report,
                        ("read", content.Fingerprint(report.Texts)),
                        (Verbs.Do, "yes")
                    )
                )
            : publishes && published is null
                ? NextForYou.Block(
                    "record when and where it was published",
                    null,
                    "A link, or where else it can be read.",
                    Of(context, "Record its publication", Verbs.ReportPublished, report)
                )
            : null,
            report.NotNames.IsEmpty || !GroupPermissions.SeesDrafts(context.Viewer)
                ? null
                : Fact("Also names on record; by operations they name nobody here", string.Join(", ", report.NotNames)),
            published is null ? null : Fact("Published", $"on {Written.ShortDay(published.On)}: {published.Where}"),
            Buttons(
                ReviewParts.Link(context, "Open the Word document", Path(report, "word")),
                ReviewParts.Link(context, "Open the figures in Excel", Path(report, "excel")),
                publishes && published is not null ? Of(context, "Put right its publication", Verbs.ReportPublished, report) : null,
                Button(context, "Back to the reports", Verbs.Reports)
            ),
            .. ReportTables
                .Of(content)
                .Where(table => table.Id is "incidents" or "agreed-actions" or "practice-learning")
                .SelectMany(table =>
                    table
                        .Lines.Select(Element (line) => Lines.Line(line.Name, "", Plain(line.Cells[0].Words)))
                        .Prepend(Subheading(table.Title) with { Spacing = "large" })
                ),
            .. since.IsEmpty ? [] : Since(since, content),
        ]);
    }

    /// <summary>The form for the group's part of the yearly report.</summary>
    /// <param name="years">The years that are over and not issued, newest first.</param>
    /// <param name="before">The draft of the newest of them; null where there is none.</param>
    /// <param name="words">What was written and is also a name on record, so that it can be said which names nobody.</param>
    public static AdaptiveCard Yearly(
        ImmutableList<int> years,
        GroupReport? before,
        Filled filled,
        ImmutableList<string> words,
        CardContext context
    ) =>
        GroupForm.Draw(
            filled,
            context,
            "Draft the yearly report",
            $"The figures are counted by themselves. Write what they cannot say. {NoNames}",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "year",
                    "Which year, from April to March?",
                    years.Select(year => new InputChoice(ReportPeriod.Named(year), Number(year))),
                    years is [var newest, ..] ? Number(newest) : ""
                ),
                .. Texts(before, filled, context),
                .. WhichNameNobody(filled, words, context),
            ],
            Button(context, "Put it before the Chair", Verbs.YearlyReport, (Verbs.Do, "yes")).Main()
        );

    /// <summary>The form for when and where a yearly report was published (E24).</summary>
    public static AdaptiveCard Published(GroupFile group, GroupReport report, Filled filled, CardContext context)
    {
        var there = group.PublicationOf(report.Year);
        return RecordForm.Draw(
            $"{context.Words.GroupName}, report {Number(report.Number)}",
            filled,
            there is null ? "When was it published?" : "Put right its publication",
            $"{FigureWords.Short(report)}: the partnership's report with the group's part in it.",
            [
                .. GroupForm.Date(filled, context, "date", "On which day?", there: there is null ? "" : Written.Iso(there.On)),
                .. GroupForm.Line(filled, context, "where", "Where can it be read?", "A link, or words.", there?.Where ?? ""),
                .. there is null ? [] : GroupForm.Reason(filled, context, "Why is it put right?"),
            ],
            Of(context, "Record it", Verbs.ReportPublished, report, (Verbs.Do, "yes")).Main(),
            Of(context, "Back to the report", Verbs.OpenReport, report)
        );
    }

    /// <summary>The form for an update.</summary>
    /// <param name="words">What was written and is also a name on record, so that it can be said which names nobody.</param>
    public static AdaptiveCard Update(Filled filled, ImmutableList<string> words, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Draft an update",
            $"The figures are counted by themselves. Write what they cannot say. {NoNames}",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "towhom",
                    "Who is told?",
                    [
                        new("The Executive Partnership", nameof(GroupReportKind.Executive)),
                        new("The Development, Monitoring and Challenge Partnership", nameof(GroupReportKind.Monitoring)),
                        new("The Audit Group", nameof(GroupReportKind.AuditGroup)),
                    ],
                    nameof(GroupReportKind.Executive)
                ),
                .. GroupForm.Date(filled, context, "from", "First day"),
                .. GroupForm.Date(filled, context, "until", "Last day"),
                .. Texts(null, filled, context),
                .. WhichNameNobody(filled, words, context),
            ],
            Button(context, "Put it before the Chair", Verbs.ReportUpdate, (Verbs.Do, "yes")).Main()
        );

    private static IEnumerable<Element> WhichNameNobody(Filled filled, ImmutableList<string> words, CardContext context) =>
        words.IsEmpty
            ? []
            : GroupForm.ChooseSeveral(
                filled,
                context,
                NotNames,
                "Which of these words name nobody here?",
                words.Select(word => new InputChoice(word, word))
            );

    private static IEnumerable<Element> Texts(GroupReport? before, Filled filled, CardContext context) =>
        [
            .. GroupForm.Text(
                filled,
                context,
                "changed",
                "What changed for children?",
                "Up to six things, each with what shows it.",
                before?.Texts.Changed ?? ""
            ),
            .. GroupForm.Text(filled, context, "notmoved", "What did not move, and why?", "", before?.Texts.NotMoved ?? ""),
            .. GroupForm.Text(filled, context, "longest", "What took longest, and why? (optional)", "", before?.Texts.Longest ?? ""),
        ];

    private static IEnumerable<Element> Since(ImmutableList<Correction> since, CountedReport content) =>
        [
            Subheading($"Put right since: {since.Count}") with
            {
                Spacing = "large",
            },
            Text(Plain("The report stays as it was issued. This is what it would say today; the next yearly report lists it.")) with
            {
                Spacing = "small",
            },
            .. since
                .Take(CorrectionsShown)
                .Select(one =>
                    Lines.Line(
                        FigureWords.Row(one.Table, one.Row, content.Names),
                        FigureWords.Table(one.Table)
                            + (one.Column.Length > 0 ? $", {FigureWords.Column(one.Table, one.Column).ToLowerInvariant()}" : ""),
                        Plain($"{Number(one.Issued)}, today {Number(one.Now)}")
                    )
                ),
            .. since.Count > CorrectionsShown ? [SmallLine($"and {Number(since.Count - CorrectionsShown)} more")] : Array.Empty<Element>(),
        ];

    private static string State(GroupReport report) =>
        report.Issued is { } issued
            ? $"{Days(report)}. Issued on {Written.ShortDay(London.DateOf(issued.At))} by {Inputs.Cut(issued.By, 100)}, "
                + $"fingerprint {issued.Sha256[..8]}."
            : $"{Days(report)}. Drafted on {Written.ShortDay(London.DateOf(report.PutForwardAt))} "
                + $"by {Inputs.Cut(report.PutForwardBy, 100)}.";

    private static string Days(GroupReport report) => $"{Written.ShortDay(report.Period.From)} to {Written.ShortDay(report.Period.To)}";

    private static string Path(GroupReport report, string what) => $"documents/reports/{Number(report.Number)}/{what}";

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ActionExecute Of(
        CardContext context,
        string title,
        string verb,
        GroupReport report,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) => Button(context, title, verb, [("report", Number(report.Number)), .. keys]);
}
