using Microsoft.Playwright;
using SafeguardingTeams.Tests;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What the page's script adds to the official renderer: folds, the menu, presses.</summary>
[Trait(Needs.Name, Needs.Browser)]
public class CardPageTests(OneBrowser one)
{
    private static AdaptiveCards.AdaptiveCard Sample(string name) => Gallery.Samples().Single(sample => sample.Name == name).Card;

    [Fact]
    public async Task A_fold_opens_here_and_nothing_is_sent()
    {
        await using var page = await HubAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "What is done (2)" }).ClickAsync();
        await Expect(page.Page.GetByText("Notification sent")).ToBeVisibleAsync();
        Assert.Empty(await page.PressesAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "All dates" }).ClickAsync();
        Assert.Equal(["timetable: All dates"], await page.PressesAsync());
    }

    [Fact]
    public async Task The_button_of_a_fold_says_whether_it_is_open_and_what_it_opens_does_not()
    {
        await using var page = await HubAsync();
        var fold = page.Page.GetByRole(AriaRole.Button, new() { Name = "What is done (2)" });
        foreach (var open in new[] { "false", "true", "false" })
        {
            await Expect(fold).ToHaveAttributeAsync("aria-expanded", open);
            Assert.Equal(open == "true", await page.Page.GetByText("Notification sent").IsVisibleAsync());
            Assert.Equal(0, await page.Page.Locator("#place [aria-expanded]:not(button)").CountAsync());
            await fold.ClickAsync();
        }
    }

    [Fact]
    public async Task Two_cards_on_one_page_have_folds_of_their_own()
    {
        await using var page = await HubAsync();
        await page.DrawAsync(Sample("sample-hub"), "other");
        var parts = await page.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[aria-controls]')].map(b => b.closest('#place, "
                + "#other').contains(document.getElementById(b.getAttribute('aria-controls'))) ? b.getAttribute('aria-controls') : "
                + "'elsewhere')"
        );
        Assert.Equal(4, parts.Distinct().Count());
        Assert.DoesNotContain("elsewhere", parts);
    }

    [Fact]
    public async Task What_stands_behind_More_is_reached_by_keyboard_and_the_focus_comes_back()
    {
        await using var page = await HubAsync();
        var more = page.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        await Expect(more).ToHaveTextAsync("More");
        await Expect(more).ToHaveAttributeAsync("aria-haspopup", "menu");
        await more.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(more).ToHaveAttributeAsync("aria-expanded", "true");
        var menu = page.Page.GetByRole(AriaRole.Menu, new() { Name = "More" });
        var items = menu.GetByRole(AriaRole.Menuitem);
        await Expect(items).ToHaveTextAsync(["Read the referral", "Timeline", "Correct or add something", "Hand over"]);
        foreach (var (key, at) in new[] { ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 3), ("ArrowDown", 0), ("End", 3), ("Home", 0) })
        {
            await page.Page.Keyboard.PressAsync(key);
            await Expect(items.Nth(at)).ToBeFocusedAsync();
        }

        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(more).ToBeFocusedAsync();
        await Expect(more).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(menu).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Meeting and papers" })).ToBeFocusedAsync();
        await Expect(menu).ToHaveCountAsync(0);
        Assert.Empty(await page.PressesAsync());
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Space")]
    public async Task What_is_chosen_in_the_menu_is_pressed_once_and_the_menu_closes(string key)
    {
        await using var page = await HubAsync();
        var more = page.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        await more.ClickAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync(key);
        Assert.Equal(["timeline: Timeline"], await page.PressesAsync());
        await Expect(more).ToBeFocusedAsync();
        await Expect(page.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        await more.ClickAsync();
        await page.Page.GetByText("Working day 6 of 15").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
        await more.ClickAsync();
        await more.ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_tap_on_a_link_line_is_the_press_of_its_button_by_keyboard_too()
    {
        await using var page = await one.OpenAsync(360);
        await page.DrawAsync(Sample("sample-answers"));
        var tap = page.Page.GetByRole(AriaRole.Button, new() { Name = "Change: Name of the child" });
        Assert.True((await tap.BoundingBoxAsync())!.Height >= 44);
        await tap.ClickAsync();
        await tap.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(["draft-go: Change: Name of the child", "draft-go: Change: Name of the child"], await page.PressesAsync());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(760)]
    public async Task Cards_with_everything_open_fit_and_are_accessible(int width)
    {
        await using var page = await one.OpenAsync(width);
        var faults = new List<string>();
        foreach (var (name, card) in Gallery.Samples())
        {
            await page.DrawAsync(card);
            await page.Page.EvaluateAsync(
                "document.querySelectorAll('#place .ac-pushButton[aria-expanded=false]').forEach((button) => button.click())"
            );
            await page.PictureAsync($"card-{name}-open-{width}");
            faults.AddRange((await page.FaultsAsync()).Select(fault => $"{name}: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    private async Task<CardPage> HubAsync()
    {
        var page = await one.OpenAsync(360);
        await page.DrawAsync(Sample("sample-hub"));
        return page;
    }
}
