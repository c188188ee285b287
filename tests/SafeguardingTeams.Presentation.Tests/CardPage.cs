using System.Text;
using AdaptiveCards;
using Microsoft.Playwright;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>An empty page with the product's own script and style, on which cards are drawn by the official renderer.</summary>
internal sealed class CardPage(BrowserPage open) : IAsyncDisposable
{
    private const string Empty =
        """<!DOCTYPE html><html lang="en-GB"><head><title>Card</title><meta name="viewport" """
        + """content="width=device-width"><style>body { margin: 0; }</style></head><body><main><h1>Card</h1>"""
        + """<div id="place"></div><div id="other"></div></main></body></html>""";

    /// <summary>The rules of the accessibility checker whose answer hangs on how large something is drawn.</summary>
    private static readonly string[] SizeRules = ["target-size", "scrollable-region-focusable"];

    internal IPage Page => open.Page;

    internal static async Task<CardPage> OpenAsync(Browser browser, int width)
    {
        var open = await browser.OpenAsync(width, 800);
        await open.Page.SetContentAsync(Empty);
        foreach (
            var script in new[]
            {
                "node_modules/adaptivecards/dist/adaptivecards.min.js",
                "src/SafeguardingTeams.Bot/Page/cards.js",
                "node_modules/axe-core/axe.min.js",
            }
        )
        {
            await open.Page.AddScriptTagAsync(new() { Path = Path.Combine(Approved.Root, script) });
        }

        await open.Page.AddStyleTagAsync(new() { Path = Path.Combine(Approved.Root, "src/SafeguardingTeams.Bot/Page/cards.css") });
        return new(open);
    }

    /// <summary>Draws a card and says what the renderer complained of.</summary>
    internal Task<string[]> DrawAsync(AdaptiveCard card, string place = "place") =>
        DrawAsync(Encoding.UTF8.GetString(CardJson.Write(card).Span), place);

    internal Task<string[]> DrawAsync(string json, string place = "place") =>
        open.Page.EvaluateAsync<string[]>(
            """
            ([json, place]) => {
              window.presses = [];
              return cards.draw(document.getElementById(place), JSON.parse(json),
                (verb, data, title) => window.presses.push(`${verb}: ${title}`));
            }
            """,
            new[] { json, place }
        );

    /// <summary>The elements that were drawn, with their styles, but for the ids the renderer makes up.</summary>
    internal Task<string> DrawnAsync() =>
        open.Page.EvaluateAsync<string>(
            """
            () => {
              const seen = new Map();
              return document.getElementById('place').innerHTML.replace(/__ac-[\da-f-]{36}|[a-z]+-\d+(?=["\s])/g,
                (id) => (seen.has(id) || seen.set(id, seen.size), `id-${seen.get(id)}`));
            }
            """
        );

    /// <summary>What was handed on since the card was drawn: "verb: title".</summary>
    internal Task<string[]> PressesAsync() => open.Page.EvaluateAsync<string[]>("window.presses");

    /// <summary>What the accessibility checker finds, and whether anything does not fit.</summary>
    /// <param name="sizesAlone">Whether the checker looks only at what hangs on sizes, which the same elements can fail elsewhere.</param>
    internal async Task<IEnumerable<string>> FaultsAsync(bool sizesAlone = false)
    {
        var violations = await open.Page.EvaluateAsync<string[]>(
            """
            async (rules) => (await axe.run('#place', { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }))
              .violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 150)}`)
            """,
            sizesAlone ? SizeRules : null
        );
        return await open.ScrollsSidewaysAsync() ? violations.Append("scrolls sideways") : violations;
    }

    internal Task PictureAsync(string name) => open.PictureAsync(name);

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
