using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>One browser, several people one after another: a press counts for whom its card was drawn for, or for nobody.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class SharedComputerTests(Everything everything)
{
    private const string Health = "Lead representative, health";
    private const string Police = "Lead representative, police";
    private const string Referrer = "Safeguarding lead, secondary school";

    [Fact]
    public async Task A_press_on_a_card_drawn_for_one_lead_never_counts_for_the_one_who_has_signed_in_since()
    {
        await using var host = await everything.StartAsync();
        var reference = await new Story(host, TextWriter.Null).AskedAsync(met: true);
        await using var open = await everything.Browser.OpenAsync(360, 740);
        open.ExpectedStatuses.UnionWith([400, 409]);
        var screen = await SignInAsync(host, open, Health, $"?open={reference}");
        await screen.PressAsync("Decide");
        await screen.SeesAsync("You decide for: health");

        await InANewTabAsync(host, open, Police);
        await screen.PressOnlyAsync("Agree");
        await screen.SeesAsync($"Nothing was sent. {Police} is signed in here now");
        await screen.PictureAsync("shared-01-somebody-else");
        Assert.Empty(await DecidedAsync(host));
        await open.Page.GetByText("You decide for: health").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // The one it was drawn for signs in again, in the tab the page offers, and presses the same button.
        var again = await open.Page.Context.RunAndWaitForPageAsync(() =>
            open.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in as" }).ClickAsync()
        );
        await again.GetByRole(AriaRole.Link, new() { Name = Health, Exact = true }).ClickAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = $"{Health} is signed in again: show it" }).ClickAsync();
        await screen.PressOnlyAsync("Agree");
        await screen.SeesAsync("Your decision is recorded");
        Assert.Equal(["lead-health"], await DecidedAsync(host));
    }

    [Fact]
    public async Task What_was_typed_into_a_form_is_kept_and_out_of_sight_while_somebody_else_is_signed_in()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.UnionWith([400, 409]);
        var screen = await SignInAsync(host, open, Referrer, "");
        await screen.PressAsync("Refer a serious incident");
        await screen.TypeAsync("abuse", "known");
        await InANewTabAsync(host, open, "MASH officer");
        await screen.PressOnlyAsync("Save and leave");
        await screen.SeesAsync("MASH officer is signed in here now");
        var typed = open.Page.Locator("[id^='abuse__'] input[value=known]");
        Assert.False(await typed.IsVisibleAsync());
        await screen.PictureAsync("shared-02-typed");

        // Their own again, it is there as it was; a look from whoever has come back is enough.
        await InANewTabAsync(host, open, Referrer);
        await open.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await typed.WaitForAsync();
        Assert.True(await typed.IsCheckedAsync());
        await screen.PressAsync("Save and leave");
    }

    [Fact]
    public async Task Whoever_comes_back_to_a_page_that_is_signed_out_sees_nothing_of_who_left_it()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.Add(401);
        var screen = await SignInAsync(host, open, Referrer, "");
        await screen.PressAsync("Refer a serious incident");
        await screen.TypeAsync("abuse", "known");
        await open.Page.Context.ClearCookiesAsync();
        await open.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await screen.SeesAsync("You have been signed out. What you typed is kept on this page, out of sight.");
        Assert.False(await open.Page.Locator("#card").IsVisibleAsync());
        await screen.PictureAsync("shared-03-signed-out");
    }

    [Fact]
    public async Task A_page_that_could_not_start_says_so_and_starts_at_the_next_press()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.Add(500);
        var fails = true;
        await open.Page.RouteAsync("**/web/session", route => fails ? route.FulfillAsync(new() { Status = 500 }) : route.ContinueAsync());
        await SignInAsync(host, open, "MASH officer", "");
        await open.Page.GetByText("The connection was lost.").WaitForAsync();
        fails = false;
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Home", Exact = true }).ClickAsync();
        await open.Page.GetByText("Is a child at risk now?").WaitForAsync();
        await open.Page.GetByText("MASH officer", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task Signing_out_asks_before_what_was_typed_is_lost()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync();
        var screen = await SignInAsync(host, open, Referrer, "");
        await screen.PressAsync("Refer a serious incident");
        await screen.TypeAsync("abuse", "known");
        List<string> asked = [];
        var leaves = false;
        open.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (leaves ? dialog.AcceptAsync() : dialog.DismissAsync());
        };
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.True(await open.Page.Locator("[id^='abuse__'] input[value=known]").IsCheckedAsync());
        leaves = true;
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Heading, new() { Name = "Signed out" }).WaitForAsync();
        Assert.Equal(2, asked.Count);
        Assert.All(asked, question =>
            Assert.StartsWith("What you typed on this card is not saved yet.", question, StringComparison.Ordinal)
        );
    }

    private static async Task InANewTabAsync(RehearsalHost host, BrowserPage open, string name)
    {
        var tab = await open.Page.Context.NewPageAsync();
        await tab.GotoAsync(host.WebPage.ToString());
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        await tab.GetByText(name, new() { Exact = true }).WaitForAsync();
    }

    private static async Task<Screen> SignInAsync(RehearsalHost host, BrowserPage open, string name, string query)
    {
        await open.Page.GotoAsync(new Uri(host.WebPage, query).ToString());
        await open.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return Screen.WebPage(open);
    }

    private static async Task<IEnumerable<string>> DecidedAsync(RehearsalHost host) =>
        Assert
            .Single(await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None))
            .History.Where(recorded => recorded.Event is PartnerDecided)
            .Select(recorded => recorded.By.PersonId);
}
