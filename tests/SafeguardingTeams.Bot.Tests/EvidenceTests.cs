using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Files that show what was done of an action, over HTTP (C5, C19).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class EvidenceTests(HostFixture stage)
{
    [Fact]
    public async Task The_owner_adds_a_file_whoever_reads_the_action_opens_it_and_what_it_was_called_is_kept_nowhere_C5_C19_F2()
    {
        const string Called = "Audit of Zqxmarker.pdf";
        byte[] bytes = [.. "%PDF-1.4 twenty discharges"u8];
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        // The group does not meet twice on one day: the second is on the next (E1).
        await story.MeetAsync();
        await story.MeetAsync(actions: 1);
        var rows = host.Services.GetRequiredService<IRows>();
        var id = Assert.Single(await rows.ReadAsync("open|Action|", CancellationToken.None)).Key.Split('|')[^1];
        using var owner = await WebPlayer.SignInAsync(host, "rep-general-practice");
        using var chair = await WebPlayer.SignInAsync(host, "chair");
        using var stranger = await WebPlayer.SignInAsync(host, "rep-schools");
        var (page, file) = ($"/evidence/{id}", $"/documents/{id}/evidence/1");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.UploadAsync(page, Called, bytes)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.UploadAsync(page, Called, bytes)).Status);
        Assert.Contains(
            "kind of file is not taken",
            (await owner.UploadAsync(page, "Zqxmarker.exe", bytes)).Page,
            StringComparison.Ordinal
        );
        Assert.Contains("is empty", (await owner.UploadAsync(page, Called, [])).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(file)).Status);

        var added = await owner.UploadAsync(page, Called, bytes);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Contains($"{id}-evidence-1.pdf", added.Page, StringComparison.Ordinal);
        Assert.Contains("with the action already", (await owner.UploadAsync(page, Called, bytes)).Page, StringComparison.Ordinal);
        Assert.Contains(
            $"{id}-evidence-1.pdf",
            System.Text.Encoding.UTF8.GetString((await owner.GetAsync(page)).Bytes),
            StringComparison.Ordinal
        );

        foreach (var reader in new[] { owner, chair })
        {
            var (status, read) = await reader.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(bytes, read);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/documents/{id}/evidence/2")).Status);
        await TakesOutAsync(host, id);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync(file)).Status);
        Assert.Contains($"{id}-evidence-2.pdf", (await owner.UploadAsync(page, Called, bytes)).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await chair.GetAsync($"/documents/{id}/evidence/2")).Status);
        Assert.DoesNotContain(await rows.ReadAsync($"act|{id}|", CancellationToken.None), row =>
            row.Fields.Values.Any(value => value.Contains("Zqxmarker", StringComparison.Ordinal))
        );
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>The Chair sees that a name stands in it, and takes it out (F2).</summary>
    private static async Task TakesOutAsync(RehearsalHost host, string id)
    {
        var chair = new Player(host.Teams, host.Member("chair"));
        await chair.SendAsync("open-case", new Dictionary<string, string> { ["case"] = id });
        await chair.PressAsync("Take a file out");
        await chair.PressAsync("Take it out", new Dictionary<string, string> { ["reason"] = "A name stands in it." });
        Assert.Contains("Nobody opens it any more.", chair.Card.Text, StringComparison.Ordinal);
    }
}
