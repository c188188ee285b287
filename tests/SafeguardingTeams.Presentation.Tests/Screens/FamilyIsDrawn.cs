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
    /// <summary>The width of a phone, and that of a desk, in CSS pixels.</summary>
    private const int Phone = 360;

    private const int Desk = 760;

    private string Family => DrawnFamilies.Name(GetType());

    /// <summary>
    /// Parsed by the official library without one event, drawn without sideways scrolling, without a fault axe finds; on a phone with the
    /// first press in sight, or on the list of those that are not there yet. Where what is drawn on a desk is the same, element by element,
    /// axe looks there at what hangs on sizes alone: its other rules have seen these very elements on the phone.
    /// </summary>
    [Fact]
    public async Task Every_card_is_drawn_by_the_official_renderer_and_fits_its_first_press_in_sight()
    {
        PicturePage.Write();
        var faults = new List<string>();
        var drawn = new Dictionary<string, string>();
        await using (var page = await one.OpenAsync(Phone))
        {
            var ends = new Dictionary<string, double>();
            foreach (var (name, card) in Gallery.Family(Family))
            {
                var wrong = await page.DrawAsync(card);
                await page.PictureAsync(PicturePage.Name(name, Phone));
                if (FirstPress.IsAskedOf(name, card) && await FirstPress.EndsAtAsync(page) is { } end)
                {
                    ends[name] = end;
                }

                drawn[name] = await page.DrawnAsync();
                Found(name, Phone, wrong.Concat(await page.FaultsAsync()));
            }

            faults.AddRange(FirstPress.Faults(ends, name => CardFamily.Of(name) == Family));
        }

        await using (var page = await one.OpenAsync(Desk))
        {
            foreach (var (name, card) in Gallery.Family(Family))
            {
                var wrong = await page.DrawAsync(card);
                await page.PictureAsync(PicturePage.Name(name, Desk));
                var same = await page.DrawnAsync() == drawn[name];
                Found(name, Desk, wrong.Concat(await page.FaultsAsync(sizesAlone: same)));
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));

        void Found(string name, int width, IEnumerable<string> wrong) =>
            faults.AddRange(wrong.Select(fault => $"{Family}: {name} at {width} px: {fault}"));
    }
}
