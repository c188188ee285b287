using SafeguardingTeams.Presentation.Tests.Layout;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>
/// The cards of one family in the browser. xunit runs the tests of one class in turn and classes side by side, so each family has a class
/// of its own in <see cref="DrawnFamilies"/>; its name says which.
/// </summary>
[Trait(Needs.Name, Needs.Browser)]
public abstract class FamilyIsDrawn(OneBrowser one)
{
    private string Family => DrawnFamilies.Name(GetType());

    /// <summary>Parsed by the official library without one event, drawn without sideways scrolling, without a fault axe finds.</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(760)]
    public async Task Every_card_is_drawn_by_the_official_renderer_and_fits(int width)
    {
        PicturePage.Write();
        await using var page = await one.OpenAsync(width);
        var faults = new List<string>();
        foreach (var (name, card) in Gallery.Family(Family))
        {
            var wrong = await page.DrawAsync(card);
            await page.PictureAsync(PicturePage.Name(name, width));
            faults.AddRange(wrong.Concat(await page.FaultsAsync()).Select(fault => $"{Family}: {name} at {width} px: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public async Task The_first_press_is_in_sight_or_the_card_stands_on_the_list_of_those_that_are_not_there_yet()
    {
        await using var page = await one.OpenAsync(360);
        var wrong = await FirstPress.FaultsAsync(page, [.. Gallery.Family(Family)], name => CardFamily.Of(name) == Family);
        Assert.True(wrong.Count == 0, $"{Family}:\n{string.Join("\n", wrong)}");
    }
}
