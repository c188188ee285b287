using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What people type on cards, as they type it.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class EverydayInputTests(Emulator emulator)
{
    [Fact]
    public async Task An_address_with_something_round_it_is_kept_without_and_a_number_with_what_nobody_sees_is_taken()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        await hands.PressAsync("Continue", ("abuse", "known"), ("harm", "died"));
        await hands.PressAsync(
            "Save and leave",
            ("email", "mailto:head@school.example;"),
            ("telephone", "\u202a020\u00a07946\u20110000\u202c"),
            ("title", "Head \u202eof\u202c ${name}")
        );
        await hands.HomeAsync();
        await hands.PressAsync("Continue GSCP");
        Assert.Equal(
            ("head@school.example", "020 7946 0000", "Head of $\u200d{name}"),
            (hands.Card.Inputs["email"], hands.Card.Inputs["telephone"], hands.Card.Inputs["title"])
        );

        // Sent back as the card had it, it is broken once and not twice.
        await hands.PressAsync("Save and leave", ("name", "Somebody"));
        await hands.HomeAsync();
        await hands.PressAsync("Continue GSCP");
        Assert.Equal("Head of $\u200d{name}", hands.Card.Inputs["title"]);
    }

    [Theory]
    [InlineData("Please open {0}.")]
    [InlineData("\u200e{1}")]
    public async Task A_reference_is_found_as_people_type_it_PD19(string text)
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var typed = string.Format(text, reference.Replace('-', '\u2013'), reference.Replace("-", "", StringComparison.Ordinal));
        var mash = new Hands(fixture, Hands.Of("mash-officer"));
        await mash.SendAsync(Verbs.Find, new() { ["do"] = "yes", ["reference__x"] = typed });
        Assert.Contains($"Open {reference}", mash.Card.Buttons);
    }

    [Fact]
    public async Task A_draft_that_many_press_on_at_once_is_not_called_gone()
    {
        using var fixture = await emulator.OpenAsync();
        var hands = await new Hands(fixture, Hands.School).HomeAsync();
        await hands.PressAsync("Refer a serious incident");
        await hands.PressAsync("Continue", ("abuse", "known"), ("harm", "died"));
        var presses = Enumerable
            .Range(0, 50)
            .Select(async i =>
            {
                var other = new Hands(fixture, Hands.School);
                var (verb, data) = hands.Card.CardInvocation("Save and leave", new Dictionary<string, string> { ["title"] = $"Head {i}" });
                data["press"] = $"press-{i}";
                await other.SendAsync(verb, data);
                return other.Card.Text;
            });
        var said = await Task.WhenAll(presses);
        Assert.DoesNotContain(said, text => text.Contains("no longer there", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("changed on another device", StringComparison.Ordinal));
    }
}
