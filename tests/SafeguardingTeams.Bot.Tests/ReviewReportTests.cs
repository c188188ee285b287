using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>The final report of a review as a file that is kept here, over HTTP (C14, C15).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReviewReportTests(HostFixture stage)
{
    [Fact]
    public async Task Who_sees_to_a_review_adds_its_report_whoever_reads_the_review_opens_it_and_its_own_name_is_kept_nowhere_C14_F2()
    {
        const string Called = "Report on Zqxmarker.pdf";
        byte[] bytes = [.. "%PDF-1.4 what is to be learned"u8];
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var id = await story.LocalReviewAsync(await story.AllAgreeAsync(), untilTrial: false);
        using var owner = await WebPlayer.SignInAsync(host, "records-police");
        using var lead = await WebPlayer.SignInAsync(host, "lead-health");
        using var stranger = await WebPlayer.SignInAsync(host, "rep-schools");
        var (page, file) = ($"/review-report/{id}", $"/documents/{id}/final-report/1");

        foreach (var other in new[] { stranger, lead })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.UploadAsync(page, Called, bytes)).Status);
        }

        Assert.Contains(
            "kind of file is not taken",
            (await owner.UploadAsync(page, "Zqxmarker.exe", bytes)).Page,
            StringComparison.Ordinal
        );
        Assert.Contains("is empty", (await owner.UploadAsync(page, Called, [])).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(file)).Status);
        var added = await owner.UploadAsync(page, Called, bytes);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Contains($"{id}-report-1.pdf", added.Page, StringComparison.Ordinal);
        Assert.Contains("with the review already", (await owner.UploadAsync(page, Called, bytes)).Page, StringComparison.Ordinal);
        foreach (var reader in new[] { owner, lead })
        {
            var (status, read) = await reader.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(bytes, read);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/documents/{id}/final-report/2")).Status);
        var rows = host.Services.GetRequiredService<IRows>();
        Assert.DoesNotContain(await rows.ReadAsync($"review|{id}|", CancellationToken.None), row =>
            row.Fields.Values.Any(value => value.Contains("Zqxmarker", StringComparison.Ordinal))
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }
}
