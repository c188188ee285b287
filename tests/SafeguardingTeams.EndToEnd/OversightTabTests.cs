using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>The oversight tab as Teams frames it, on a phone and on a desktop (E5).</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class OversightTabTests(Everything everything)
{
    private static readonly (string Name, string Key)[] Overseers =
    [
        ("chair", "chair"),
        ("operations", "operations-officer"),
        ("scrutineer", "scrutineer"),
        ("lead", "lead-police"),
    ];

    [Fact]
    public async Task Who_oversees_the_work_reads_it_on_a_phone_and_on_a_desktop_and_axe_finds_no_fault_E5()
    {
        await using var host = await everything.StartAsync();
        await new Story(host, TextWriter.Null).SomethingWaitsForEverybodyAsync();
        for (var day = 0; day < 3; day++)
        {
            await host.Moves.WorkingDayAsync();
        }

        foreach (var (name, key) in Overseers)
        {
            await using var open = await everything.Browser.OpenAsync(360, 740);
            var frame = await OpenAsync(host, open, key);
            await frame.GetByText("As it stands on").WaitForAsync();
            Assert.Empty(await FaultsAsync(open));
            await PictureAsync(open, $"tab-{name}-360", 360);
            await PictureAsync(open, $"tab-{name}-1280", 1280);
            Assert.Empty(await FaultsAsync(open));
            Assert.Empty(await open.Page.Context.CookiesAsync());
        }
    }

    [Fact]
    public async Task It_is_gone_through_by_keyboard_a_list_is_saved_and_a_record_opened_beside_it_E5()
    {
        await using var host = await everything.StartAsync();
        var reference = await new Story(host, TextWriter.Null).ReferAsync();
        await using var open = await everything.Browser.OpenAsync();
        await open.Page.GotoAsync(host.Page.ToString());
        var screen = Screen.Rehearsal(open);
        await screen.BeAsync("Chair of the Learning from Practice Group");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Oversight tab" }).ClickAsync();
        var frame = open.Page.FrameLocator("#tab");
        await frame.GetByText("As it stands on").WaitForAsync();
        await screen.PictureAsync("tab-rehearsal-1280");
        Assert.Empty(await screen.FaultsAsync());

        // By keyboard alone: the skip link first, then buttons, the lists, what stands in them.
        await frame.Locator("body").EvaluateAsync("body => { body.tabIndex = -1; body.focus(); }");
        List<string> reached = [];
        for (var i = 0; i < 40; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await frame.Locator("body").EvaluateAsync<string>("body => body.ownerDocument.activeElement.textContent.trim()"));
        }

        Assert.Equal(["Skip to main content", "Show it anew", "All lists in Excel"], reached.Take(3));
        Assert.Contains(reference, reached);
        Assert.Contains("Cases in Excel", reached);
        Assert.Contains("This year in Excel", reached);

        var button = frame.GetByRole(AriaRole.Button, new() { Name = "Cases in Excel" });
        await button.FocusAsync();
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Keyboard.PressAsync("Enter"));
        Assert.StartsWith("oversight-cases-", download.SuggestedFilename, StringComparison.Ordinal);
        using (var book = SpreadsheetDocument.Open((await download.PathAsync())!, isEditable: false))
        {
            Assert.Single(book.WorkbookPart!.WorksheetParts);
        }

        var tab = await open.Page.Context.RunAndWaitForPageAsync(() =>
            frame.GetByRole(AriaRole.Link, new() { Name = reference }).First.ClickAsync()
        );
        await tab.GetByRole(AriaRole.Link, new() { Name = "Chair of the Learning from Practice Group", Exact = true }).ClickAsync();
        await tab.GetByText("Where it stands").First.WaitForAsync();
        await tab.CloseAsync();

        // The session of the page that was opened beside it opens nothing here, and its cookie does not come along.
        var asked = await open.Page.RunAndWaitForRequestAsync(
            () => frame.GetByRole(AriaRole.Button, new() { Name = "Show it anew" }).ClickAsync(),
            request => request.Url.EndsWith("/tab/api/oversight", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("cookie", (await asked.AllHeadersAsync()).Keys, StringComparer.OrdinalIgnoreCase);
        await frame.GetByText("Shown as it stands now.").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task Anybody_else_is_told_where_their_own_lists_are_and_outside_Teams_it_says_where_it_belongs()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync(360, 740);
        open.ExpectedStatuses.UnionWith([403, 404]);
        var frame = await OpenAsync(host, open, "mash-officer");
        await frame.GetByText("Not part of your role").WaitForAsync();
        await PictureAsync(open, "tab-not-theirs-360", 360);
        Assert.Empty(await FaultsAsync(open));
        await open.Page.GotoAsync(new Uri(host.Page, "/teams-tab?as=stranger").ToString());
        await open.Page.GetByText("they have no tab").WaitForAsync();
        await open.Page.GotoAsync(new Uri(host.WebPage, "/tab/oversight").ToString());
        await open.Page.GetByText("This page belongs in Teams").WaitForAsync();
        await open.PictureAsync("tab-outside-360");
        Assert.Empty(await Screen.WebPage(open).FaultsAsync());
    }

    [Fact]
    public async Task Where_the_bot_does_not_answer_it_says_so_and_reads_again()
    {
        await using var host = await everything.StartAsync();
        await using var open = await everything.Browser.OpenAsync(360, 740);
        open.ExpectedStatuses.Add(503);
        await open.Page.RouteAsync("**/tab/api/oversight", route => route.FulfillAsync(new() { Status = 503 }));
        var frame = await OpenAsync(host, open, "chair");
        await frame.GetByText("Something went wrong").WaitForAsync();
        await PictureAsync(open, "tab-problem-360", 360);
        Assert.Empty(await FaultsAsync(open));
        await open.Page.UnrouteAsync("**/tab/api/oversight");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await frame.GetByText("As it stands on").WaitForAsync();
    }

    private static async Task<IFrameLocator> OpenAsync(RehearsalHost host, BrowserPage open, string key)
    {
        await open.Page.GotoAsync(new Uri(host.Page, $"/teams-tab?as={key}").ToString());
        return open.Page.FrameLocator("#tab");
    }

    private static IFrame Tab(BrowserPage open) =>
        open.Page.Frames.Single(frame => frame.Url.EndsWith("/tab/oversight", StringComparison.Ordinal));

    /// <summary>A picture of the whole of it, and it fits its width.</summary>
    private static async Task PictureAsync(BrowserPage open, string name, int width)
    {
        await open.Page.SetViewportSizeAsync(width, width == 360 ? 740 : 900);
        Assert.False(
            await Tab(open).EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"),
            $"{name} scrolls sideways."
        );
        var height = await Tab(open).EvaluateAsync<int>("document.documentElement.scrollHeight");
        await open.Page.SetViewportSizeAsync(width, height + 60);
        await open.PictureAsync(name);
        await open.Page.SetViewportSizeAsync(width, width == 360 ? 740 : 900);
    }

    /// <summary>What the accessibility checker finds in the frame.</summary>
    private static async Task<string[]> FaultsAsync(BrowserPage open)
    {
        await Tab(open).EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Approved.Root, "node_modules", "axe-core", "axe.min.js")));
        return await Tab(open)
            .EvaluateAsync<string[]>(
                "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: "
                    + "${v.nodes[0].html.slice(0, 200)}`)"
            );
    }
}
