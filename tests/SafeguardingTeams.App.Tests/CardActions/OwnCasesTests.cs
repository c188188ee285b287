using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Every role that has a part in cases sees a list of its own and finds one by its reference, and no other (F2, PD19).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class OwnCasesTests(Emulator emulator)
{
    [Theory]
    [InlineData("lead-police")]
    [InlineData("scrutineer")]
    [InlineData("authority-notifier")]
    public async Task Who_has_no_part_in_a_case_yet_is_not_shown_it_nor_finds_it_and_is_asked_for_no_child_F2(string person)
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await new Hands(fixture, Hands.School).ReferAsync();
        var hands = await LookAsync(fixture, person);
        Assert.Contains("No case is open in which you have a part.", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["reference"], hands.Card.Inputs.Keys);
        await hands.PressAsync("Find");
        Assert.Contains("Enter a reference.", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Find", ("reference", reference));
        Assert.Contains("No case you have a part in has this reference.", hands.Card.Text, StringComparison.Ordinal);
        // Nor by a name, whatever a card says.
        await hands.SendAsync(Verbs.Find, new() { ["do"] = "yes", ["name__x"] = "child" });
        Assert.DoesNotContain($"Open {reference}", hands.Card.Buttons);
    }

    [Fact]
    public async Task Each_sees_the_open_cases_they_have_a_part_in_and_finds_one_by_its_reference_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = CaseStory.Id.Value;
        await ReviewHands.DoAsync(
            fixture,
            new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, CaseStory.Complete()),
            CaseStory.Referrer
        );
        await ReviewHands.DoAsync(fixture, CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await ReviewHands.DoAsync(fixture, CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        var notifier = await LookAsync(fixture, "authority-notifier");
        Assert.Contains("Your open cases: 1", notifier.Card.Text, StringComparison.Ordinal);
        Assert.Contains($"Open {reference}", notifier.Card.Buttons);
        Assert.DoesNotContain("Chair: ", notifier.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"Open {reference}", (await LookAsync(fixture, "lead-health")).Card.Buttons);

        // Operations and the Chair read what waits, and for whom.
        foreach (var person in new[] { "operations-officer", "chair" })
        {
            var hands = await LookAsync(fixture, person);
            Assert.Contains("Your open cases: 1", hands.Card.Text, StringComparison.Ordinal);
            Assert.Contains("Chair: ", hands.Card.Text, StringComparison.Ordinal);
        }

        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.OpenAsync(reference);
        await chair.PressAsync("Inform the three leads");
        await chair.PressAsync("Inform them now");
        var lead = await LookAsync(fixture, "lead-health");
        Assert.Contains($"Open {reference}", lead.Card.Buttons);
        await lead.PressAsync("Find", ("reference", reference.ToLowerInvariant()));
        Assert.Contains("1 case", lead.Card.Text, StringComparison.Ordinal);
        var reads = await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), CancellationToken.None);
        Assert.Contains(reads, row => (row["person"], row["what"]) == ("lead-health", Verbs.Find));
        await lead.PressAsync($"Open {reference}");
        Assert.Contains(reference, lead.Card.Text, StringComparison.Ordinal);
    }

    private static async Task<Hands> LookAsync(AppFixture fixture, string person)
    {
        var hands = await new Hands(fixture, Hands.Of(person)).HomeAsync();
        await hands.PressAsync("Find a case");
        return hands;
    }
}
