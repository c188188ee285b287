using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>What leaves the house is drawn once and kept, and that file is what anybody opens from then on [B21].</summary>
[Trait(Needs.Name, Needs.Server)]
public class KeptTests
{
    private const string Operations = "operations-officer";

    private static readonly string[] Leads = ["lead-authority", "lead-police", "lead-health"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_process_dies_whenever_a_file_is_kept_or_recorded_and_each_leaves_once_as_it_is_kept(bool done)
    {
        await using var plain = await WholeReview.RunAsync(await ReconcileFixture.OpenAsync());
        await using var fixture = await ReconcileFixture.OpenAsync();
        var died = new HashSet<string>(StringComparer.Ordinal);
        fixture.Kept.Dies = sha256 => died.Add(sha256) ? done : null;
        fixture.Rows.Dies = writes => Records(writes) is { Length: > 0 } recorded && died.Add(recorded) ? done : null;
        await WholeReview.RunAsync(fixture);
        Assert.NotEmpty(died);
        Assert.Equal(await EndState.OfAsync(plain), await EndState.OfAsync(fixture));
        Assert.True((await fixture.Get<Upkeep>().CheckAsync(Stop)).Kept.IsEmpty);
    }

    [Fact]
    public async Task The_report_and_its_letter_are_the_same_bytes_on_whatever_day_they_go_or_are_opened()
    {
        await using var fixture = await ApprovedAsync();
        await fixture.DoAsync(new SendReport(CaseStory.Id), Operations);
        var early = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.PanelLetter));
        fixture.ClockTo(fixture.Clock.GetUtcNow().AddDays(2));
        await fixture.SettleAsync();
        fixture.ClockTo(fixture.Clock.GetUtcNow().AddDays(60));
        var late = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.PanelLetter));
        var report = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.Report));
        var mail = Assert.Single(Mails(fixture));
        Assert.Equal(Hash(early.Bytes), Hash(late.Bytes));
        Assert.Equal([Hash(early.Bytes), Hash(report.Bytes)], mail.Attachments.Select(file => Hash(file.Bytes)));
        var kept = KeptFile.Of(await fixture.FileAsync()).Where(one => one.Document.Occasion == "ReportToPanel").ToList();
        Assert.Equal([KeptKind.PanelLetter, KeptKind.Report], kept.Select(one => one.Document.Kind));
        Assert.All(kept, one => Assert.Equal(mail.To[0], one.Document.To));
    }

    [Fact]
    public async Task A_file_that_was_changed_is_said_to_be_and_nothing_is_opened_in_its_place()
    {
        await using var fixture = await SentAsync();
        var kept = KeptFile.Newest(await fixture.FileAsync(), KeptKind.Report)!.Document;
        var key = ((RecordRef)CaseStory.Id, kept.Sha256);
        var bytes = fixture.Kept.Files[key];
        fixture.Kept.Files[key] = "something else"u8.ToArray();
        var told = Assert.IsType<PaperEnd.NotDrawn>(await OpenAsync(fixture, CasePaper.Report));
        Assert.Contains("has been changed since", told.Reasons[0], StringComparison.Ordinal);
        Assert.Contains(kept.Name, Assert.Single((await fixture.FileAsync()).Review.DeadLettered.Values).Why, StringComparison.Ordinal);
        Assert.Contains(kept.Name, Assert.Single((await fixture.Get<Upkeep>().CheckAsync(Stop)).Kept), StringComparison.Ordinal);
        fixture.Kept.Files.TryRemove(key, out _);
        Assert.Contains(
            "not there any more",
            Assert.IsType<PaperEnd.NotDrawn>(await OpenAsync(fixture, CasePaper.Report)).Reasons[0],
            StringComparison.Ordinal
        );
        fixture.Kept.Files[key] = bytes;
        Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.Report));
        Assert.Empty((await fixture.FileAsync()).Review.DeadLettered);
        Assert.Empty((await fixture.Get<Upkeep>().CheckAsync(Stop)).Kept);
    }

    [Fact]
    public async Task A_mail_does_not_go_with_a_file_that_is_not_the_one_kept()
    {
        await using var fixture = await ApprovedAsync();
        await fixture.DoAsync(new SendReport(CaseStory.Id), Operations);
        await OpenAsync(fixture, CasePaper.Report);
        foreach (var key in fixture.Kept.Files.Keys)
        {
            fixture.Kept.Files[key] = "something else"u8.ToArray();
        }

        await fixture.SettleAsync();
        Assert.Empty(Mails(fixture));
        Assert.Contains((await fixture.DeadLettered.ReadAsync(Stop)), one =>
            one.Why.Contains("Nothing has been sent or filed in its place.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_left_is_opened_by_its_number_by_operations_and_by_nobody_without_a_part()
    {
        await using var fixture = await SentAsync();
        var kept = KeptFile.Newest(await fixture.FileAsync(), KeptKind.ScopingLetter, "police")!;
        var opened = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.Kept, $"{kept.Number}"));
        Assert.Equal(kept.Document.Sha256, Hash(opened.Bytes));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, CasePaper.Kept, "1"));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, CasePaper.Kept, $"{kept.Number}", "rep-police"));
        var letter = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.ScopingLetter, "police", "rep-police"));
        Assert.Equal(kept.Document.Sha256, Hash(letter.Bytes));
    }

    [Fact]
    public async Task A_correction_goes_after_the_leads_as_a_new_mail_and_both_are_kept()
    {
        await using var fixture = await SentAsync();
        var first = KeptFile.Newest(await fixture.FileAsync(), KeptKind.Report)!;
        var answers = (await fixture.FileAsync()).Referral!.Answers;
        var corrected = answers.With("children", answers.Row("children", "r1")!.With("name", "Child B"));
        await fixture.DoAsync(new ChangeReferral(CaseStory.Id, answers, corrected, "The name was wrong."), Operations);
        await fixture.DoAsync(new SendCorrection(CaseStory.Id, "The child's name was wrong."), Operations);
        await fixture.SettleAsync();
        Assert.Single(Mails(fixture));
        var round = (await fixture.FileAsync()).Review.Approval!.Round.Number;
        foreach (var lead in Leads)
        {
            await fixture.DoAsync(new Approve(CaseStory.Id, round, true, ""), lead);
        }

        await fixture.DoAsync(new SendCorrection(CaseStory.Id, "The child's name was wrong."), Operations);
        await fixture.SettleAsync();
        Assert.Equal(2, Mails(fixture).Count);
        Assert.Contains(Mails(fixture), mail => mail.Subject.Contains("Correction of our report of", StringComparison.Ordinal));
        var file = await fixture.FileAsync();
        var reports = KeptFile.Of(file).Where(one => one.Document.Kind == KeptKind.Report).ToList();
        Assert.Equal([first.Document.Sha256, reports[1].Document.Sha256], reports.Select(one => one.Document.Sha256));
        Assert.NotEqual(first.Document.Sha256, reports[1].Document.Sha256);
        Assert.Equal($"{CaseStory.Id}-report-correction-1.docx", reports[1].Document.Name);
        var now = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.Report));
        Assert.Equal(reports[1].Document.Sha256, Hash(now.Bytes));
        Assert.Equal(
            first.Document.Sha256,
            Hash(Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, CasePaper.Kept, $"{first.Number}")).Bytes)
        );
    }

    private static List<StoredMail> Mails(ReconcileFixture fixture) =>
        [
            .. fixture.Graph.Outlook.Mails.Values.Where(mail =>
                !mail.IsDraft && mail.Attachments.Exists(file => file.Name.Contains("-report", StringComparison.Ordinal))
            ),
        ];

    private static string Records(IReadOnlyList<RowWrite> writes) =>
        string.Join(
            ';',
            writes
                .OfType<RowWrite.Insert>()
                .Where(write => write.Fields.Values.Any(value => value.Contains("DocumentKept.v1", StringComparison.Ordinal)))
                .Select(write => write.Key)
        );

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static async Task<ReconcileFixture> ApprovedAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        var review = new WholeReview(fixture);
        await review.ToTheLettersAsync();
        await review.ToThePackAsync();
        await review.ToTheApprovalAsync();
        return fixture;
    }

    private static async Task<ReconcileFixture> SentAsync()
    {
        var fixture = await ApprovedAsync();
        await fixture.DoAsync(new SendReport(CaseStory.Id), Operations);
        await fixture.SettleAsync();
        return fixture;
    }

    private static async Task<PaperEnd> OpenAsync(ReconcileFixture fixture, CasePaper paper, string key = "", string personId = Operations)
    {
        var person = fixture.File.People.First(one => one.Id == personId);
        return await fixture
            .Get<CasePapers>()
            .ReadAsync(
                new CardAction(
                    new(person.Accounts[0].TenantId, person.Accounts[0].ObjectId),
                    person.Display,
                    $"document-{paper}",
                    ImmutableDictionary<string, string>.Empty,
                    "web page"
                ),
                CaseStory.Id,
                paper,
                key,
                Stop
            );
    }
}
