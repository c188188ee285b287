using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>
/// The Rapid Review in a browser: the desk of operations, a representative and a lead on a phone, as far as the Panel's answer.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class ReviewPageTests(Everything everything)
{
    [Fact]
    public async Task From_the_desk_of_operations_over_the_phones_of_the_agencies_to_the_Panels_answer()
    {
        await using var host = await everything.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AllAgreeAsync();
        await story.PrepareAsync(reference);
        await using var desk = await everything.Browser.OpenAsync();
        var operations = Screen.WebPage(desk);
        await desk.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Partnership operations officer" }).First.ClickAsync();
        await operations.PressAsync("Prepare the Rapid Review");
        await operations.SeesAsync("Everything is there. Look at what will be sent, then send it.");
        await operations.PictureAsync("review-01-prepared");
        Assert.Empty(await operations.FaultsAsync());
        await story.SendAsync(reference);

        await using (var phone = await everything.Browser.OpenAsync(360, 740))
        {
            var police = Screen.WebPage(phone);
            await phone.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
            await phone.Page.Locator("a[href*='login_hint=rep-police']").ClickAsync();
            await police.SeesAsync("Your agency's part");
            await police.PictureAsync("review-02-representative");
            Assert.Empty(await police.FaultsAsync());
            await police.PressAsync("Return the form");
            await police.PictureAsync("review-03-form");
            await phone.Page.GotoAsync(new Uri(host.WebPage, $"/secured/{reference}/police").ToString());
            await phone
                .Page.GetByLabel("The file, at most 100 MB")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "Notes on Child A.pdf",
                        MimeType = "application/pdf",
                        Buffer = "%PDF-1.4 notes"u8.ToArray(),
                    }
                );
            await phone.Page.GetByLabel("What is it?").FillAsync("Custody records, 2024 to 2026");
            await phone.PictureAsync("review-04-upload");
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
            await phone.Page.GetByText("the file is in its folder").WaitForAsync();
            Assert.DoesNotContain("Child A", await phone.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.False(await phone.ScrollsSidewaysAsync());
            await phone.PictureAsync("review-05-secured");
        }

        await story.ComingAsync(reference);
        await story.ReturnsAsync(reference);
        await story.SecureAsync(reference);
        await story.LateAsync(reference);
        await story.PapersAsync(reference);
        await desk.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
        await operations.PressAsync("The Rapid Review");
        await operations.SeesAsync("At the meeting");
        await operations.PictureAsync("review-06-hub");
        Assert.Empty(await operations.FaultsAsync());
        await story.MeetAsync(reference);

        foreach (var lead in new[] { "Lead representative, local authority", "Lead representative, police", "Lead representative, health" })
        {
            await using var phone = await everything.Browser.OpenAsync(360, 740);
            var screen = Screen.WebPage(phone);
            await phone.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
            await phone.Page.GetByRole(AriaRole.Link, new() { Name = lead, Exact = false }).First.ClickAsync();
            await screen.PressAsync("Approve the recommendation");
            await screen.SeesAsync("Approve the recommendation?");
            await screen.PictureAsync($"review-07-{lead.Split(' ')[^1]}");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Approve");
            await screen.SeesAsync("Your decision is recorded.");
        }

        await desk.Page.GotoAsync(new Uri(host.WebPage, $"/?open={reference}").ToString());
        await operations.PressAsync("Send report and letter");
        await operations.SeesAsync("Everything the letter states is so");
        await operations.PictureAsync("review-08-send");
        await operations.PressAsync("Send to the national Panel");
        await operations.SeesAsync("Report and letter are being sent to the national Panel.");
        await operations.PressAsync("Record the Panel's answer");
        await operations.TypeAsync("text", "The Panel agrees that a local review is proportionate.");
        await operations.PressAsync("The Panel concurs");
        await operations.SeesAsync("Recorded: the Panel concurs.");
        await operations.PictureAsync("review-09-answered");
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
    }
}
