using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>Who owns an action and was entered by hand, with the link of their mail in a browser at a phone's width (C5).</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class GuestPageTests(Everything everything)
{
    [Fact]
    public async Task A_guest_follows_the_link_signs_in_again_at_the_same_tenant_and_reports_it_as_done_C5()
    {
        await using var host = await everything.StartAsync();
        var (reference, link) = await new Story(host, TextWriter.Null).EnteredByHandAsync(Cast.Outside.Key);
        await using var open = await everything.Browser.OpenAsync(360, 740);
        open.ExpectedStatuses.UnionWith([400, 401, 403]);

        // By the page's own way in they come with their own organisation's sign-in, and are told where to go.
        await open.Page.GotoAsync(host.WebPage.ToString());
        await PickAsync(open.Page);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in as a guest, if you were invited by email" }).WaitForAsync();
        await open.Page.GotoAsync(link);
        await PickAsync(open.Page);
        var screen = Screen.WebPage(open);
        await screen.SeesAsync("You own it.");
        Assert.Empty(await screen.FaultsAsync());
        await screen.PictureAsync("web-08-guest");
        await screen.PressAsync("It is done");
        await screen.TypeAsync("evidence", "The list of who was trained.");
        await open.Page.Context.ClearCookiesAsync();
        await screen.PressOnlyAsync("Report it as done");
        await screen.SeesAsync("You have been signed out.");
        var tab = await open.Page.Context.RunAndWaitForPageAsync(() =>
            open.Page.GetByRole(AriaRole.Link, new() { Name = $"Sign in again as {Cast.Outside.Name}" }).ClickAsync()
        );
        await PickAsync(tab);
        await tab.GetByText("Actions (1)").WaitForAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = $"{Cast.Outside.Name} is signed in again: show it" }).ClickAsync();
        await screen.PressAsync("Report it as done");
        await screen.SeesAsync("It is reported as done.");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await PickAsync(open.Page);
        await open.Page.GetByText("Actions (1)").WaitForAsync();
        Assert.StartsWith("GSCP-AC-", reference, StringComparison.Ordinal);
    }

    private static Task PickAsync(IPage page) =>
        page.GetByRole(AriaRole.Link, new() { Name = Cast.Outside.Name, Exact = true }).ClickAsync();
}
