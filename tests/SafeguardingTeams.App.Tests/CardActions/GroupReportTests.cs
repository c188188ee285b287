using System.Security.Cryptography;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>A yearly report from draft to issue, and what is put right later (E24).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class GroupReportTests(Emulator emulator)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_year_is_drafted_by_operations_issued_by_the_Chair_kept_as_it_went_and_fixed_E24()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        fixture.Clock.Set(new(2027, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await DraftAsync(operations);
        Assert.Contains("The draft is before the Chair.", operations.Card.Text, StringComparison.Ordinal);
        var draft = await OpenAsync(fixture, "operations-officer", asWorkbook: false);
        Assert.Equal("yearly-report-2026-27-draft.docx", draft.Name);
        Assert.IsType<PaperEnd.NotThere>(await fixture.ReportPapers.OpenAsync(As("lead-police"), 1, false, Stop));

        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync("reports", []);
        await chair.PressAsync("Open report 1");
        Assert.Contains("Serious incidents referred", chair.Card.Text, StringComparison.Ordinal);
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        await chair.PressAsync("Issue this report");
        Assert.Contains("The report is issued, and is fixed from now on.", chair.Card.Text, StringComparison.Ordinal);

        var group = await GroupAsync(fixture);
        var issued = group.Report(1)!.Issued!;
        Assert.Equal(1, issued.Content.Figures.Single(one => one is { Table: "incidents", Row: "referred" }).Count);
        // Nobody waits for the files: they are kept right after, or by whoever opens one first.
        await OpenAsync(fixture, "lead-police", asWorkbook: false);
        var kept = KeptFile.Of(await GroupAsync(fixture)).ToList();
        Assert.Equal(["yearly-report-2026-27.docx", "yearly-report-2026-27.xlsx"], kept.Select(one => one.Document.Name));
        foreach (var asWorkbook in new[] { false, true })
        {
            var file = await OpenAsync(fixture, "lead-police", asWorkbook);
            Assert.Equal(kept[asWorkbook ? 1 : 0].Document.Sha256, Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span)));
        }

        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    [Fact]
    public async Task What_changed_after_the_Chair_read_it_is_read_again_and_what_is_put_right_after_the_issue_is_listed_E24()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = CaseStory.OtherId }, CaseStory.Person("other", Role.Practitioner));
        fixture.Clock.Set(new(2027, 5, 4, 9, 0, 0, TimeSpan.Zero));
        await DraftAsync(new Hands(fixture, Hands.Of("operations-officer")));
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync("reports", []);
        await chair.PressAsync("Open report 1");

        // A figure of the year changes: one of two referrals is taken back.
        await fixture.RunAsync(new Domain.Steps.Referral.WithdrawReferral(CaseStory.Id, "Made by mistake."), CaseStory.Referrer);
        await chair.PressAsync("Issue this report");
        Assert.Contains("The figures have changed since you opened this.", chair.Card.Text, StringComparison.Ordinal);
        Assert.Null((await GroupAsync(fixture)).Report(1)!.Issued);
        await chair.PressAsync("Issue this report");
        Assert.Contains("The report is issued", chair.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Put right since", chair.Card.Text, StringComparison.Ordinal);

        await fixture.RunAsync(
            new Domain.Steps.Referral.WithdrawReferral(CaseStory.OtherId, "Made by mistake."),
            CaseStory.Person("other", Role.Practitioner)
        );
        await chair.SendAsync("open-report", new() { ["report"] = "1" });
        Assert.Contains("Put right since", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("1, today 0", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await GroupAsync(fixture)).Report(1)!.Issued!.Content.Figures[0].Count);
    }

    [Fact]
    public async Task A_word_that_is_a_name_on_record_stands_beside_its_text_and_is_changed_or_said_to_name_nobody_E24_F2()
    {
        const string name = "Zqxchild";
        using var fixture = await emulator.OpenAsync();
        var answers = CommandRunnerTests.Submit.Answers;
        await fixture.RunAsync(
            CommandRunnerTests.Submit with
            {
                Answers = answers.With("children", answers.Row("children", "r1")!.With("name", name)),
            },
            CaseStory.Referrer
        );
        fixture.Clock.Set(new(2027, 5, 4, 9, 0, 0, TimeSpan.Zero));
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("reports", []);
        await operations.PressAsync("Draft the yearly report");
        await operations.PressAsync("Put it before the Chair", ("year", "2026"), ("changed", $"{name} is safe."), ("notmoved", "Posts."));
        Assert.Contains("Also a name on record", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal($"{name} is safe.", operations.Card.Inputs["changed"]);
        await operations.PressAsync("Put it before the Chair", ("notnames", "Elsewhere"));
        Assert.Contains("Also a name on record", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put it before the Chair", ("notnames", name));
        Assert.Contains("The draft is before the Chair.", operations.Card.Text, StringComparison.Ordinal);

        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync("reports", []);
        await chair.PressAsync("Open report 1");
        Assert.Contains("by operations they name nobody here", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Issue this report");
        Assert.Contains("The report is issued", chair.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_year_asks_for_its_report_and_its_publication_which_the_groups_card_says_until_they_are_recorded_E24()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Sweep.RunAsync(Stop);
        Assert.Equal(2025, (await GroupAsync(fixture)).LastYearEnded);
        fixture.Clock.Set(new(2028, 4, 3, 9, 0, 0, TimeSpan.Zero));
        await fixture.CurrentRules.RefreshAsync(always: true, Stop);
        await fixture.Sweep.RunAsync(Stop);
        var version = (await GroupAsync(fixture)).Version;
        await fixture.Sweep.RunAsync(Stop);
        Assert.Equal(version, (await GroupAsync(fixture)).Version);
        Assert.Equal(2027, fixture.CurrentRules.Group.LastYearEnded);

        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group", []);
        Assert.Contains("What waits: 4", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("This limit is not checked.", operations.Card.Text, StringComparison.Ordinal);
        await DraftAsync(operations);
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync("reports", []);
        await chair.PressAsync("Open report 1");
        await chair.PressAsync("Issue this report");
        Assert.DoesNotContain("Record its publication", chair.Card.Buttons);
        await chair.SendAsync("report-published", new() { ["report"] = "1", ["do"] = "yes" });
        Assert.Contains("Not available", chair.Card.Text, StringComparison.Ordinal);

        await operations.SendAsync("open-report", new() { ["report"] = "1" });
        await operations.PressAsync("Record its publication");
        await operations.PressAsync("Record it", ("where", "The partnership's page"));
        Assert.Contains("Error: Enter a real date", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("The partnership's page", operations.Card.Inputs["where"]);
        await operations.PressAsync("Record it", ("date", "2028-04-03"));
        Assert.Contains("on 3 April 2028: The partnership's page", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put right its publication");
        await operations.PressAsync("Record it", ("where", "The council's page"));
        Assert.Contains("Error: Say why it is put right.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("reason", "The page moved."));
        await operations.SendAsync("group", []);
        Assert.Contains("What waits: 2", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    [Fact]
    public async Task Whoever_has_no_part_in_the_group_sees_no_report_and_no_draft_and_drafts_none_E24_F2()
    {
        using var fixture = await emulator.OpenAsync();
        fixture.Clock.Set(new(2027, 5, 4, 9, 0, 0, TimeSpan.Zero));
        await DraftAsync(new Hands(fixture, Hands.Of("operations-officer")));
        var lead = new Hands(fixture, Hands.Of("lead-police"));
        await lead.SendAsync("reports", []);
        Assert.Contains("No report yet", lead.Card.Text, StringComparison.Ordinal);
        foreach (var verb in new[] { "open-report", "issue-report", "yearly-report", "report-update" })
        {
            await lead.SendAsync(verb, new() { ["report"] = "1", ["do"] = "yes" });
            Assert.Contains("Not available", lead.Card.Text, StringComparison.Ordinal);
        }

        var practitioner = await new Hands(fixture, Hands.School).HomeAsync();
        await practitioner.SendAsync("reports", []);
        Assert.Contains("Not available", practitioner.Card.Text, StringComparison.Ordinal);
        Assert.IsType<PaperEnd.NotThere>(
            await fixture.ReportPapers.OpenAsync(
                new(
                    new(Hands.School.TenantId, Hands.School.ObjectId),
                    Hands.School.Name,
                    "document-report",
                    new Dictionary<string, string>(),
                    "test"
                ),
                1,
                true,
                Stop
            )
        );
    }

    [Fact]
    public async Task An_update_is_about_the_days_that_were_given_and_what_is_wrong_stands_at_its_field_E7()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("report-update", []);
        await operations.PressAsync(
            "Put it before the Chair",
            ("from", "2026-10-01"),
            ("until", "2026-12-31"),
            ("changed", "x"),
            ("notmoved", "x")
        );
        Assert.Contains("Error: The last day is still to come.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put it before the Chair", ("until", "2026-11-01"));
        var report = Assert.Single((await GroupAsync(fixture)).Reports);
        Assert.Equal((GroupReportKind.Executive, new DateOnly(2026, 11, 1)), (report.Kind, report.Period.To));
        await operations.PressAsync("Open report 1");
        Assert.DoesNotContain("Issue this report", operations.Card.Buttons);
        Assert.Equal("executive-update-1-draft.xlsx", (await OpenAsync(fixture, "chair", asWorkbook: true)).Name);
    }

    private static async Task DraftAsync(Hands operations)
    {
        await operations.SendAsync("reports", []);
        await operations.PressAsync("Draft the yearly report");
        await operations.PressAsync(
            "Put it before the Chair",
            ("year", "2026"),
            ("changed", "Discharges are planned."),
            ("notmoved", "Posts.")
        );
    }

    private static async Task<GroupFile> GroupAsync(AppFixture fixture) =>
        (GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, Stop)).Record;

    private static async Task<PaperEnd.Drawn> OpenAsync(AppFixture fixture, string personId, bool asWorkbook) =>
        Assert.IsType<PaperEnd.Drawn>(await fixture.ReportPapers.OpenAsync(As(personId), 1, asWorkbook, Stop));

    private static CardAction As(string personId)
    {
        var member = Hands.Of(personId);
        return new(new(member.TenantId, member.ObjectId), member.Name, "document-report", new Dictionary<string, string>(), "test");
    }
}
