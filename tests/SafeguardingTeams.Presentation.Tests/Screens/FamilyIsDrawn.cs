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
    /// <summary>A phone's width, in CSS pixels.</summary>
    private const int Phone = 360;

    private string Family => DrawnFamilies.Name(GetType());

    /// <summary>
    /// Parsed by the official library without one event, drawn without sideways scrolling, without a fault axe finds; on a phone with the
    /// first press in sight, or on the list of those that are not there yet.
    /// </summary>
    [Theory]
    [InlineData(Phone)]
    [InlineData(760)]
    public async Task Every_card_is_drawn_by_the_official_renderer_and_fits_its_first_press_in_sight(int width)
    {
        PicturePage.Write();
        await using var page = await one.OpenAsync(width);
        var faults = new List<string>();
        var ends = new Dictionary<string, double>();
        foreach (var (name, card) in Gallery.Family(Family))
        {
            var wrong = await page.DrawAsync(card);
            await page.PictureAsync(PicturePage.Name(name, width));
            if (width == Phone && FirstPress.IsAskedOf(name, card) && await FirstPress.EndsAtAsync(page) is { } end)
            {
                ends[name] = end;
            }

            faults.AddRange(wrong.Concat(await page.FaultsAsync()).Select(fault => $"{Family}: {name} at {width} px: {fault}"));
        }

        if (width == Phone)
        {
            faults.AddRange(FirstPress.Faults(ends, name => CardFamily.Of(name) == Family));
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
