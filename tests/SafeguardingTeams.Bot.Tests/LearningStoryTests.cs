using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>Practice learning through Teams and the page, with the published timers (section D).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningStoryTests(HostFixture stage)
{
    [Fact]
    public async Task A_near_miss_is_referred_asked_about_decided_and_its_referrer_told_and_no_message_holds_what_was_typed_D3_D5_D8()
    {
        const string Marker = "Zqxmarker ";
        await using var host = await stage.StartAsync();
        var reference = await new Story(host, TextWriter.Null) { Prefix = Marker }.LearningAsync();
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
        foreach (var key in new[] { "paediatrician", "chair", "operations-officer", "rep-acute-trust" })
        {
            Assert.DoesNotContain(new Player(host.Teams, host.Member(key)).Chat.Messages, message =>
                message.FromBot && message.Card.ToString().Contains(Marker.Trim(), StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.StartsWith("GSCP-PL-", reference, StringComparison.Ordinal);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_looks_serious_is_a_referral_at_the_MASH_with_its_clocks_running_D7()
    {
        await using var host = await stage.StartAsync();
        await new Story(host, TextWriter.Null).LearningLooksSeriousAsync();
        var file = Assert.Single(await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None));
        Assert.Equal((Stage.AwaitingThreshold, 2), (file.Stage, file.Clocks.Count(clock => clock.Runs)));
    }

    [Fact]
    public async Task Operations_hand_out_the_Word_form_on_their_page_and_read_in_what_comes_back_and_nobody_else_does_D1()
    {
        await using var host = await stage.StartAsync();
        using var operations = await WebPlayer.SignInAsync(host, "operations-officer");
        using var police = await WebPlayer.SignInAsync(host, "rep-police");
        const string Path = "/intake/practice-learning";
        const string BlankPath = "/documents/practice-learning/blank";
        var (status, blank) = await operations.GetAsync(BlankPath);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync(BlankPath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await police.UploadAsync(Path, "form.docx", blank)).Status);
        var refused = await operations.UploadAsync(Path, "form.docx", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(BlankPath, refused.Page, StringComparison.Ordinal);
        Assert.Contains("is read in", (await operations.UploadAsync(Path, "form.docx", blank)).Page, StringComparison.Ordinal);
        Assert.Contains("already", (await operations.UploadAsync(Path, "form.docx", blank)).Page, StringComparison.Ordinal);
    }
}
