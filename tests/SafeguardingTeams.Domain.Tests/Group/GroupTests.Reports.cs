using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReports;

namespace SafeguardingTeams.Domain.Tests.Group;

/// <content>The group's reports: drafted by operations, issued by the Chair, fixed from then on (E7, E24).</content>
public partial class GroupTests
{
    private static readonly Actor TheChair = SafeguardingTeams.Tests.CaseStory.Somebody(Role.Chair);

    private static readonly ReportTexts Texts = new("Discharges are planned together.", "Supervision: posts are vacant.", "");

    private static readonly CountedReport Nothing = new([], [], ImmutableSortedDictionary<string, string>.Empty, []);

    private static readonly CountedReport Seven = Nothing with { Figures = [new("incidents", "referred", "", 7)] };

    private static readonly PutReportForward Draft = new(GroupReportKind.Yearly, ReportPeriod.OfYear(2025), Texts);

    [Fact]
    public void A_report_that_is_issued_says_for_ever_what_it_said_then_E24()
    {
        Opened();
        Given(Draft, Operations);
        Given(new IssueReport(1, Seven, Seven.Fingerprint(Texts)), TheChair);
        var issued = _group.Report(1)!.Issued!;
        Assert.Equal((Seven, Seven.Fingerprint(Texts)), (issued.Content, issued.Sha256));
        Assert.Equal("issued-already", Code(Draft with { Texts = Texts with { Changed = "Something else." } }, Operations));
        Assert.Equal("nothing-changed", Code(new IssueReport(1, Nothing, Nothing.Fingerprint(Texts)), TheChair));
        Assert.Same(issued, _group.Report(1)!.Issued);
    }

    [Fact]
    public void What_has_changed_since_the_Chair_read_it_is_read_again_before_it_is_issued_E24()
    {
        Opened();
        Given(Draft, Operations);
        Assert.Equal("changed", Code(new IssueReport(1, Seven, Nothing.Fingerprint(Texts)), TheChair));
        Assert.Equal("changed", Code(new IssueReport(1, Seven, ""), TheChair));
        Given(Draft with { Texts = Texts with { Longest = "A trial." } }, Operations);
        Assert.Equal("overtaken", Code(new IssueReport(1, Seven, Seven.Fingerprint(Texts)), TheChair));
        Assert.Equal("changed", Code(new IssueReport(2, Seven, Seven.Fingerprint(Texts)), TheChair));
        Assert.Equal(2, Assert.Single(_group.Reports).Number);
    }

    [Fact]
    public void A_word_that_is_a_name_on_record_is_changed_or_said_to_name_nobody_before_a_report_is_issued_E24_F2()
    {
        Opened();
        var texts = Texts with { Changed = "Nguyen and Rose agree on discharges.", Longest = "Rose." };
        var named = NamedInReport.In(texts, SourceNames.Of([SafeguardingTeams.Tests.CaseStory.At(Domain.Cases.Stage.PanelAnswered).File]));
        Assert.Empty(
            NamedInReport.In(Texts, SourceNames.Of([SafeguardingTeams.Tests.CaseStory.At(Domain.Cases.Stage.PanelAnswered).File]))
        );
        named = [.. named, new("changed", "Nguyen"), new("changed", "Rose"), new("longest", "Rose")];
        var draft = Draft with { Texts = texts, Named = named };
        var refused = Assert.IsType<Decision.Refused>(When(draft, Operations));
        Assert.Equal(["changed", "longest"], refused.Reasons.Select(one => one.Field));
        Assert.All(refused.Reasons, one => Assert.Equal("name-in-text", one.Code));
        Assert.Equal("name-in-text", Code(draft with { NotNames = ["Rose"] }, Operations));
        Given(draft with { NotNames = ["Rose", "Nguyen"] }, Operations);
        Assert.Equal(["Nguyen", "Rose"], _group.Report(1)!.NotNames);

        // A name that came on record since is looked at before the issue.
        IssueReport issue = new(1, Seven, Seven.Fingerprint(texts)) { Named = [.. named, new("changed", "Discharges")] };
        Assert.Equal("name-in-text", Code(issue, TheChair));
        Given(issue with { Named = named }, TheChair);
        Assert.NotNull(_group.Report(1)!.Issued);
    }

    [Fact]
    public void Any_figure_text_name_or_correction_that_differs_gives_another_fingerprint_E24()
    {
        CountedReport[] all =
        [
            Nothing,
            Seven,
            Nothing with
            {
                Figures = [new("incidents", "referred", "", null)],
            },
            Nothing with
            {
                Figures = [new("incidents", "referred", "", 7, 8)],
            },
            Nothing with
            {
                Tables = [new("age", ["age"], 2023, 2025, 3, true, [])],
            },
            Nothing with
            {
                Tables = [new("age", ["age"], 2023, 2025, 3, false, [new("under-1", null)])],
            },
            Nothing with
            {
                Names = Nothing.Names.Add("theme-1", "Pre-birth work"),
            },
            Nothing with
            {
                Corrections = [new(2024, "agreed-actions", "done", "", 4, 5)],
            },
        ];
        Assert.Equal(all.Length, all.Select(one => one.Fingerprint(Texts)).Distinct().Count());
        Assert.NotEqual(Nothing.Fingerprint(Texts), Nothing.Fingerprint(Texts with { NotMoved = "Nothing." }));
    }

    [Fact]
    public void A_year_runs_from_April_to_March_and_is_over_before_it_is_reported_E24()
    {
        Opened();
        Assert.Equal("future", Code(Draft with { Period = ReportPeriod.OfYear(2026) }, Operations));
        Assert.Equal("order", Code(Draft with { Period = new(new(2025, 4, 1), new(2026, 2, 28)) }, Operations));
        _now = new(2026, 3, 31, 22, 0, 0, TimeSpan.Zero);
        Assert.Equal("future", Code(Draft, Operations));
        _now = new(2026, 3, 31, 23, 30, 0, TimeSpan.Zero);
        Given(Draft, Operations);
    }

    [Theory]
    [InlineData(GroupReportKind.Executive)]
    [InlineData(GroupReportKind.Monitoring)]
    [InlineData(GroupReportKind.AuditGroup)]
    public void An_update_is_about_any_time_up_to_today_and_two_years_at_most_E7(GroupReportKind kind)
    {
        Opened();
        PutReportForward Update(DateOnly from, DateOnly until) => new(kind, new(from, until), Texts);
        Assert.Equal("future", Code(Update(Today, Today.AddDays(1)), Operations));
        Assert.Equal("order", Code(Update(Today, Today.AddDays(-1)), Operations));
        Assert.Equal("too-far", Code(Update(Today.AddYears(-2), Today), Operations));
        Given(Update(Today.AddYears(-2).AddDays(1), Today), Operations);
        Given(new IssueReport(1, Seven, Seven.Fingerprint(Texts)), TheChair);
        Given(Update(Today.AddYears(-2).AddDays(1), Today), Operations);
        Assert.Equal(2, _group.Reports.Count);
    }

    [Fact]
    public void What_did_not_move_is_said_and_nobody_but_operations_and_the_Chair_drafts_and_issues_E24()
    {
        Opened();
        Assert.Equal("answer-needed", Code(Draft with { Texts = Texts with { NotMoved = " " } }, Operations));
        Assert.Equal("too-long", Code(Draft with { Texts = Texts with { Longest = new('x', 4001) } }, Operations));
        Assert.Equal("not-yours", Code(Draft, TheChair));
        Given(Draft, Operations);
        Assert.Equal("not-yours", Code(new IssueReport(1, Seven, Seven.Fingerprint(Texts)), Operations));
    }

    [Fact]
    public void What_is_put_right_later_is_listed_and_what_is_hidden_or_told_as_it_was_is_not_E24_E25()
    {
        ImmutableList<Figure> then =
        [
            new("incidents", "referred", "", 7),
            new("incidents", "died", "", 2),
            new("agreed-actions", "late", "", 3),
            new("themes", "theme-1", "", null),
            new("outcomes", "b", "", 1),
        ];
        ImmutableList<Figure> now =
        [
            new("incidents", "referred", "", 8),
            new("incidents", "died", "", 2),
            new("agreed-actions", "late", "", 0),
            new("themes", "theme-1", "", 6),
            new("outcomes", "c", "", 1),
        ];
        Assert.Equal(
            [new(2025, "incidents", "referred", "", 7, 8), new(2025, "outcomes", "b", "", 1, 0), new(2025, "outcomes", "c", "", 0, 1)],
            Correction.Between(2025, then, now)
        );
    }
}
