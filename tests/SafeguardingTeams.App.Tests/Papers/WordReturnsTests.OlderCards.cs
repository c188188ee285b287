using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>What is typed on a card that is older than what was sent.</summary>
public partial class WordReturnsTests
{
    /// <summary>A card of the web form drawn before section 1 was corrected, pressed after the form was gone on with elsewhere.</summary>
    [Fact]
    public async Task What_is_typed_on_an_older_card_stays_with_the_person_the_card_asked_about()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture, Families.WithoutSiblings(Families.FatherUnknown));
        var police = ReviewHands.As(fixture, "rep-police");
        var data = new Dictionary<string, string> { ["case"] = ReviewHands.Reference, ["agency"] = "police" };
        await police.SendAsync("return-form", data);
        await police.FillUntilAsync("family");
        await police.PressAsync(
            "Continue",
            [.. police.Card.Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal)).Select(name => (name, "matches"))]
        );
        await police.PressAsync(
            "Continue",
            [.. police.Card.Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal)).Select(name => (name, "matches"))]
        );
        Assert.Contains(Families.Partner, police.Card.Text, StringComparison.Ordinal);
        var name = police.Card.Inputs.Keys.First(name => name.EndsWith("-how", StringComparison.Ordinal));
        var older = police.Card.CardInvocation("Continue", new Dictionary<string, string> { [name] = "The partner’s other name" });

        await CorrectAsync(fixture, Families.WithoutSiblings(Families.FatherUnknown), Families.WithoutSiblings(Families.FatherFilledIn));
        await police.SendAsync("return-form", data);
        await police.SendAsync(older.Verb, older.Data);
        Assert.Contains("not yet saved", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains(Families.Partner, police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Father of Child A", police.Card.Text, StringComparison.Ordinal);
        Assert.Equal("The partner’s other name", police.Card.Inputs[name]);
    }

    /// <summary>The mother is another woman now; what we hold of her otherwise is the same, and so are the ids of the details.</summary>
    [Fact]
    public async Task What_is_typed_on_an_older_card_of_the_mother_does_not_go_to_another_woman_entered_in_her_place()
    {
        using var fixture = await emulator.OpenAsync();
        var before = Families.WithoutSiblings(Families.FatherUnknown);
        await ReviewHands.SentAsync(fixture, before);
        var police = await AtTheMotherAsync(fixture);
        var older = police.Card.CardInvocation(
            "Continue",
            new Dictionary<string, string> { ["mother-born-answer"] = "differs", ["mother-born-how"] = "2 July 1998" }
        );
        await CorrectAsync(fixture, before, before.With("mother", "name", "Another woman"));
        await police.SendAsync("return-form", Police);
        await police.SendAsync(older.Verb, older.Data);
        Assert.Contains("What you typed on it is not saved: Something else; 2 July 1998.", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 July 1998", police.Card.Inputs.Values);
        await police.SendAsync(older.Verb, older.Data);
        Assert.DoesNotContain((await DraftAsync(fixture, "rep-police")).Answers.RowsOf("family"), row =>
            row[Page.Matching.Of] != "Subject child 1" && SaidOfDetails.IsAnswered(row)
        );
    }

    [Fact]
    public async Task What_is_typed_on_an_older_card_for_a_detail_that_is_gone_is_said_and_the_rest_stands_in_its_boxes()
    {
        using var fixture = await emulator.OpenAsync();
        var before = Families.WithoutSiblings(Families.FatherUnknown);
        await ReviewHands.SentAsync(fixture, before);
        var police = await AtTheMotherAsync(fixture);
        var older = police.Card.CardInvocation(
            "Continue",
            new Dictionary<string, string> { ["mother-born-how"] = "2 July 1998", ["mother-address-how"] = "9 Other Road" }
        );
        await CorrectAsync(fixture, before, before.With("mother", "born", ""));
        await police.SendAsync("return-form", Police);
        await police.SendAsync(older.Verb, older.Data);
        Assert.Contains("What you typed on it is not saved: 2 July 1998.", police.Card.Text, StringComparison.Ordinal);
        Assert.Equal("9 Other Road", police.Card.Inputs["mother-address-how"]);
        Assert.DoesNotContain("2 July 1998", police.Card.Inputs.Values);
    }
}
