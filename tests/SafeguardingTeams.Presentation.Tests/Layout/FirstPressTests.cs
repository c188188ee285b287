using AdaptiveCards;
using SafeguardingTeams.Presentation.Tests.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>How the first press is found; over all cards, <see cref="FamilyIsDrawn"/> looks for it.</summary>
public class FirstPressTests(OneBrowser one)
{
    [Fact]
    public void The_list_is_in_order_and_names_cards_that_there_are()
    {
        var list = NotYet.On("first-press");
        Assert.Equal(list.Order(StringComparer.Ordinal), list);
        Assert.Empty(list.Except(Gallery.All().Select(card => card.Name)));
    }

    [Fact]
    [Trait(Needs.Name, Needs.Browser)]
    public async Task A_press_below_much_text_is_found_and_a_fold_or_More_is_no_press()
    {
        await using var page = await one.OpenAsync(360);
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
        Assert.True(await FirstPress.EndsAtAsync(page, new([open, .. text])) < 80);
        Assert.True(await FirstPress.EndsAtAsync(page, new([fold, done, .. text, open])) > FirstPress.Limit);
        Assert.Null(await FirstPress.EndsAtAsync(page, new([fold, done])));
    }
}
