using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>Somebody at a screen: types into the fields by keyboard, presses buttons by what stands on them.</summary>
internal sealed class Screen(BrowserPage open, string answersComeFrom)
{
    private const string Presses = "/presses";

    private string _answer = "";

    internal IPage Page => open.Page;

    /// <summary>At the rehearsal's page, as somebody of the cast.</summary>
    internal static Screen Rehearsal(BrowserPage open) => new(open, Presses);

    /// <summary>At the product's own page.</summary>
    internal static Screen WebPage(BrowserPage open) => new(open, "/web/actions");

    internal async Task BeAsync(string name)
    {
        await Page.GetByRole(AriaRole.List, new() { Name = "Who are you?" })
            .GetByRole(AriaRole.Button, new() { NameRegex = new($"^{System.Text.RegularExpressions.Regex.Escape(name)}( \\d+ new)?$") })
            .ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).WaitForAsync();
    }

    /// <summary>Presses, and waits until the next card is there.</summary>
    internal async Task PressAsync(string title)
    {
        var pressed = await PressOnlyAsync(title);
        await pressed.WaitForElementStateAsync(ElementState.Hidden);
    }

    /// <summary>Presses, where the card is to stay as it is.</summary>
    internal async Task<IElementHandle> PressOnlyAsync(string title)
    {
        var start = System.Text.RegularExpressions.Regex.Escape(title);
        var exact = Page.Locator(".ac-pushButton", new() { HasTextRegex = new($"^{start}$") });
        var begins = Page.Locator(".ac-pushButton", new() { HasTextRegex = new($"^{start}") });
        for (var again = 0; ; again++)
        {
            await begins.Last.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var button = await exact.CountAsync() > 0 ? exact.Last : begins.Last;
            var handle = await button.ElementHandleAsync();
            await UnfoldAsync(button);
            try
            {
                var answered = await Page.RunAndWaitForResponseAsync(
                    () => handle.ClickAsync(),
                    response => response.Url.EndsWith(answersComeFrom, StringComparison.Ordinal)
                );
                // The rehearsal stays on its page; the product's own may be left for the sign-in, and the answer is gone then.
                _answer = answersComeFrom == Presses ? await answered.TextAsync() : "";
                return handle;
            }
            catch (PlaywrightException gone) when (again < 3 && gone.Message.Contains("not attached", StringComparison.Ordinal))
            {
                // The message was updated under the finger, before the press: the same button stands on the new card.
            }
        }
    }

    /// <summary>Presses what stands behind "More", and waits until the next card is there.</summary>
    internal async Task MoreAsync(string title)
    {
        var mores = Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });
        await mores.First.WaitForAsync();
        for (var i = 0; i < await mores.CountAsync(); i++)
        {
            var more = await mores.Nth(i).ElementHandleAsync();
            await more.ClickAsync();
            var item = Page.GetByRole(AriaRole.Menuitem, new() { Name = title, Exact = true });
            if (await item.CountAsync() == 0)
            {
                await Page.Keyboard.PressAsync("Escape");
                continue;
            }

            await Page.RunAndWaitForResponseAsync(
                () => item.ClickAsync(),
                response => response.Url.EndsWith(answersComeFrom, StringComparison.Ordinal)
            );
            await more.WaitForElementStateAsync(ElementState.Hidden);
            return;
        }

        throw new InvalidOperationException($"Nothing behind \"More\" is called {title}.");
    }

    /// <summary>Opens what a button is folded away in.</summary>
    private async Task UnfoldAsync(ILocator button)
    {
        if (
            !await button.IsVisibleAsync() && await button.EvaluateAsync<string?>("button => button.closest('[data-fold]')?.id") is { } fold
        )
        {
            await Page.Locator($"[aria-controls~='{fold}']").ClickAsync();
        }
    }

    /// <summary>
    /// Waits until every message has been brought up to date, and opens the newest anew: what was on the screen may be overtaken.
    /// </summary>
    internal async Task OpenAnewAsync(RehearsalHost host)
    {
        await QuietAsync(host);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reload Teams" }).ClickAsync();
        await PressAsync("Open");
    }

    /// <summary>Waits until every message that can be shown now is shown.</summary>
    internal async Task QuietAsync(RehearsalHost host)
    {
        var dispatcher = host.Services.GetRequiredService<App.Dispatch.Dispatcher>();
        await Until.SoAsync(
            async () =>
                await dispatcher.WaitingAsync(CancellationToken.None) is not { } until || until > host.Clock.GetUtcNow().AddMinutes(10),
            "every message is up to date"
        );
    }

    internal Task SeesAsync(string text) => Page.GetByText(text).Last.WaitForAsync();

    /// <summary>
    /// What came back for the last press and was shown; the stored message may have been updated since and have taken its place.
    /// </summary>
    internal void WasAnswered(string text)
    {
        using var answer = JsonDocument.Parse(_answer);
        Assert.Contains(text, new CardView(answer.RootElement.GetProperty("card").Clone()).Text, StringComparison.Ordinal);
    }

    internal async Task TypeAsync(string name, string value)
    {
        var box = Page.Locator($"[id^='{name}__']").Last;
        await box.WaitForAsync();
        if (await box.Locator($"input[type=radio]").CountAsync() > 0)
        {
            await box.Locator($"input[value='{value}']").CheckAsync();
        }
        else if (await box.Locator("input[type=checkbox]").CountAsync() > 0)
        {
            foreach (var one in value.Split(','))
            {
                await box.Locator($"input[value='{one}']").CheckAsync();
            }
        }
        else if (await box.Locator("select").CountAsync() > 0)
        {
            await box.Locator("select").SelectOptionAsync(value);
        }
        else
        {
            await box.Locator("input, textarea").FillAsync(value);
        }
    }

    /// <summary>Types every answer that has a field on this card.</summary>
    internal async Task TypeAsync(IReadOnlyDictionary<string, string> answers)
    {
        foreach (var (name, value) in answers)
        {
            if (await Page.Locator($"[id^='{name}__']").CountAsync() > 0)
            {
                await TypeAsync(name, value);
            }
        }
    }

    /// <summary>Fills in pages of the form, from one to another, both included.</summary>
    internal async Task FillInAsync(ExampleReferral example, string from, string to, Func<string, Task>? at = null)
    {
        foreach (var page in example.Pages.SkipWhile(page => page != from).TakeWhile(page => page != to).Append(to))
        {
            foreach (var row in example.Rows.GetValueOrDefault(page) ?? [])
            {
                await PressAsync("Add a");
                await TypeAsync(row);
                if (page == "children")
                {
                    await PressAsync("Continue");
                    await TypeAsync(row);
                }

                await PressAsync("Save");
            }

            if (example.Answers.TryGetValue(page, out var answers))
            {
                await TypeAsync(answers);
            }

            await (at?.Invoke(page) ?? Task.CompletedTask);
            await PressAsync("Continue");
        }
    }

    internal async Task<string> ReferenceAsync()
    {
        await SeesAsync("Your referral was sent to the Greenwich MASH.");
        return (await Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Reference ") }).Last.InnerTextAsync())[10..].Trim();
    }

    /// <summary>A picture, and the page fits its width.</summary>
    internal async Task PictureAsync(string name)
    {
        await open.PictureAsync(name);
        Assert.False(await open.ScrollsSidewaysAsync(), $"{name} scrolls sideways.");
    }

    /// <summary>What the accessibility checker finds.</summary>
    internal async Task<string[]> FaultsAsync()
    {
        // The page's own policy lets no foreign script in; the checker comes through the debugger.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Approved.Root, "node_modules", "axe-core", "axe.min.js")));
        return await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: "
                + "${v.nodes[0].html.slice(0, 200)}`)"
        );
    }
}
