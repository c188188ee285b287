using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>The same people, tasks and cards on the signed-in page, at a phone's width.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class WebPageTests(Everything everything)
{
    private static readonly ExampleReferral Example = ExampleReferral.Before(new(2026, 11, 2));

    [Fact]
    public async Task A_referral_is_made_left_resumed_sent_triaged_and_seen_by_the_Chair_without_Teams()
    {
        await using var host = await everything.StartAsync();
        var reference = "";
        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Safeguarding lead, secondary school");
            await screen.SeesAsync("Is a child at risk now?");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PictureAsync("web-01-home");
            await screen.PressAsync("Refer a serious incident");
            await screen.PressAsync("Continue");
            await screen.SeesAsync("There is a problem: Choose an answer.");
            var described = await open.Page.Locator("[id^='abuse__'] [aria-describedby]").First.GetAttributeAsync("aria-describedby");
            Assert.Contains(
                "There is a problem",
                await open.Page.Locator($"[id='{described}']").InnerTextAsync(),
                StringComparison.Ordinal
            );
            await screen.PictureAsync("web-02-wrong");
            await screen.FillInAsync(Example, "criteria", "family");
            await screen.PressAsync("Save and leave");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Safeguarding lead, secondary school");
            await screen.PressAsync("Continue GSCP");
            await screen.FillInAsync(Example, "siblings", "additional");
            await screen.PictureAsync("web-03-review");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PressAsync("Send to the Greenwich MASH");
            reference = await screen.ReferenceAsync();
            await screen.PressAsync("Open the referral");
            await screen.PressAsync("Complete or correct");
            await screen.PressAsync("Edit: Where it happened");
            await screen.TypeAsync("carer", "The grandmother");
            await screen.PressAsync("Save and review");
            await screen.PressAsync("Save the changes");
            await screen.SeesAsync("Say why you are changing what was said before.");
            await screen.TypeAsync("reason", "The police told us.");
            await screen.PressAsync("Save the changes");
            await screen.SeesAsync("Your changes are saved.");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "MASH officer", $"?open={reference}");
            await screen.SeesAsync("Where it stands");
            Assert.Empty(await screen.FaultsAsync());
            await screen.PictureAsync("web-04-mash");
            await screen.PressAsync("Joint Agency Response");
            await screen.TypeAsync("state", "NotNeeded");
            await screen.PressAsync("Save");
            await screen.PressAsync("Decide the threshold");
            await screen.TypeAsync("reason", "Both criteria are met.");
            await screen.PressAsync("Threshold reached");
            await screen.SeesAsync("The threshold is reached.");
        }

        await using (var open = await everything.Browser.OpenAsync(360, 740))
        {
            var screen = await SignInAsync(host, open, "Chair of the Learning from Practice Group");
            await open.Page.GetByRole(AriaRole.Button, new() { Name = "My tasks", Exact = true }).ClickAsync();
            await screen.PressAsync($"Open {reference}");
            await screen.SeesAsync("Counted from the day the operational team received it");
            await screen.PictureAsync("web-05-chair");
        }
    }

    [Fact]
    public async Task When_the_sign_in_has_ended_or_the_connection_is_lost_nothing_typed_is_lost()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.UnionWith([400, 401]);
        var screen = await SignInAsync(host, open, "Safeguarding lead, secondary school");
        await screen.PressAsync("Refer a serious incident");
        await screen.TypeAsync("abuse", "known");
        await open.Page.Context.ClearCookiesAsync();
        await screen.PressOnlyAsync("Save and leave");
        await screen.SeesAsync("You have been signed out.");
        var typed = open.Page.Locator("[id^='abuse__'] input[value=known]");
        Assert.False(await typed.IsVisibleAsync());
        await screen.PictureAsync("web-06-signed-out");

        // In a new tab, then back here: the same button.
        var tab = await open.Page.Context.RunAndWaitForPageAsync(() =>
            open.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again as Safeguarding lead, secondary school" }).ClickAsync()
        );
        await tab.GetByRole(AriaRole.Link, new() { Name = "Safeguarding lead, secondary school" }).ClickAsync();
        await tab.GetByText("Not sent yet").WaitForAsync();
        await open
            .Page.GetByRole(AriaRole.Button, new() { Name = "Safeguarding lead, secondary school is signed in again: show it" })
            .ClickAsync();
        Assert.True(await typed.IsCheckedAsync());
        await open.Page.Locator(".ac-pushButton", new() { HasText = "Save and leave" }).ClickAsync();
        await screen.SeesAsync("Saved, not sent");
    }

    [Fact]
    public async Task Somebody_of_another_organisation_is_told_nothing()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.Add(403);
        await open.Page.GotoAsync(host.WebPage.ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Somebody of another organisation" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Heading, new() { Name = "Not available" }).WaitForAsync();
        Assert.DoesNotContain("Greenwich", await open.Page.ContentAsync(), StringComparison.Ordinal);
        await open.PictureAsync("web-07-stranger");
    }

    private static async Task<Screen> SignInAsync(RehearsalHost host, BrowserPage open, string name, string query = "")
    {
        await open.Page.GotoAsync(new Uri(host.WebPage, query).ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return Screen.WebPage(open);
    }
}
