using AdaptiveCards;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>
/// What is asked is in sight on a phone: the first button that does something ends within 560 px of the card's top at 360 px. Not on
/// cards that are read or filled in from the top: a page of a form, check answers, dates, a timeline. Fonts differ from machine to
/// machine, so a card comes off the list only when it is well within.
/// </summary>
public class FirstPressTests(OneBrowser one)
{
    private const int Limit = 560;
    private const int WellWithin = 520;
    private static readonly string[] FormVerbs = ["draft-continue", "draft-send", "row-save"];

    [Fact]
    public async Task The_first_press_is_in_sight_or_the_card_stands_on_the_list_of_those_that_are_not_there_yet()
    {
        await using var page = await CardPage.OpenAsync(one.Browser, 360);
        var list = NotYet.On("first-press");
        var faults = new Dictionary<string, string>();
        foreach (var (name, card) in Gallery.All().Where(card => !MayBeLower(card.Name, card.Card)))
        {
            if (await FirstPressAsync(page, card) is { } ends && ends > (list.Contains(name) ? WellWithin : Limit))
            {
                faults[name] = $"the first press ends at {ends:0} px.";
            }
        }

        var wrong = NotYet.Faults("first-press", list, faults).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task A_press_below_much_text_is_found_and_a_fold_or_More_is_no_press()
    {
        await using var page = await CardPage.OpenAsync(one.Browser, 360);
        var text = Enumerable.Range(1, 30).Select(Element (_) => new TextBlock("A line.")).ToList();
        var open = new ActionSet([new ActionOpenUrl("Open", new("https://page.example"))]);
        var fold = new ActionSet([
            new ActionToggleVisibility("Done", ["done"]),
            new ActionOpenUrl("Rare", new("https://page.example")) { Mode = "secondary" },
        ]);
        var done = new Container([new ActionSet([new ActionOpenUrl("In the fold", new("https://page.example"))])])
        {
            Id = "done",
            IsVisible = false,
        };
        Assert.True(await FirstPressAsync(page, new([open, .. text])) < 80);
        Assert.True(await FirstPressAsync(page, new([fold, done, .. text, open])) > Limit);
        Assert.Null(await FirstPressAsync(page, new([fold, done])));
    }

    private static bool MayBeLower(string name, AdaptiveCard card) =>
        name.StartsWith("timeline", StringComparison.Ordinal)
        || name.StartsWith("timetable", StringComparison.Ordinal)
        || name == "sample-dates"
        || DrawnCard.Of(card).Buttons.Any(button => FormVerbs.Contains(DrawnCard.Text(button, "verb")));

    /// <summary>Where it ends, below the card's top; null where nothing is to be pressed.</summary>
    private static async Task<double?> FirstPressAsync(CardPage page, AdaptiveCard card)
    {
        await page.DrawAsync(card);
        return await page.Page.EvaluateAsync<double?>(
            """
            () => {
              const place = document.getElementById("place");
              const first = [...place.querySelectorAll(".ac-pushButton:not([aria-expanded])")].find((button) => button.offsetParent);
              return first ? first.getBoundingClientRect().bottom - place.getBoundingClientRect().top : null;
            }
            """
        );
    }
}
