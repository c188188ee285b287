using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Texts to the brim, presses that name nothing, one press sent twice.</content>
public partial class ActionTests
{
    [Theory]
    [InlineData("a"), InlineData("ع"), InlineData("😀"), InlineData("\"")]
    public async Task Filled_to_the_brim_it_is_recorded_and_opens_C5(string character)
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        await Commands.ActionStandingListTests.ReferredAsync(fixture);
        string Full(int most) => string.Concat(Enumerable.Repeat(character, most / character.Length));
        var (text, said) = (Full(ActionPlan.LongestText), Full(2000));
        var operations = await HomeAsync(fixture, "operations-officer");
        await OpenAsync(operations, LearningStory.Id.ToString());
        await operations.PressAsync("Agree an action");
        // Far more than is taken, and everything wrong at once: nothing typed is lost.
        await operations.PressAsync("Agree the action", ("change", Full(3000)), ("what", Full(3000)), ("how", Full(3000)));
        Assert.Equal(Full(3000), operations.Card.Inputs["how"]);
        await operations.PressAsync(
            "Agree the action",
            [.. Agreement.Select(one => one.Name is "change" or "what" or "how" ? (one.Name, Value: text) : one)]
        );
        Assert.Contains("The action is agreed", operations.Card.Text, StringComparison.Ordinal);
        var owner = await HomeAsync(fixture, Owner);
        await owner.PressAsync("Actions (1)");
        await owner.PressAsync("Open it");
        foreach (var state in new[] { "AtRisk", "Blocked", "OnTrack", "AtRisk", "Blocked" })
        {
            await owner.PressAsync("Say how far it is");
            await owner.PressAsync("Say it", ("state", state), ("text", said));
            Assert.Contains("It is on the record how far it is.", owner.Card.Text, StringComparison.Ordinal);
        }

        await owner.PressAsync("It is done");
        await owner.PressAsync("Report it as done", ("evidence", said), ("link", $"https://police.example/{new string('a', 370)}"));
        Assert.Contains("Done: to be accepted", owner.Card.Text, StringComparison.Ordinal);
        var chair = await HomeAsync(fixture, "chair");
        await chair.PressAsync("My tasks");
        await chair.PressAsync("Open GSCP-AC");
        await chair.PressAsync("Accept it as done");
        Assert.Contains(said, chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Accept it", ("note", said));
        await owner.PressAsync("Home");
        await owner.PressAsync("Actions (1)");
        await owner.PressAsync("Open it");
        await owner.PressAsync("Say what it has changed");
        await owner.PressAsync("Say it", ("text", said));
        await owner.PressAsync("Timeline");
        Assert.Contains("The owner said what it has changed", owner.Card.Text, StringComparison.Ordinal);
        // Whatever a card cuts, the timeline has whole: what was said, the address of it, each time.
        var timeline = owner.Card.Text;
        while (owner.Card.Buttons.Contains("Older"))
        {
            await owner.PressAsync("Older");
            timeline += owner.Card.Text;
        }

        Assert.Equal(8, timeline.Split(said).Length - 1);
        Assert.Contains($"https://police.example/{new string('a', 370)}", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_names_no_action_or_another_record_finds_none_and_does_nothing_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await AgreedAsync(fixture);
        var stored = await fixture.Rows.ReadAsync("act|", CancellationToken.None);
        foreach (var reference in new[] { "", "nothing", LearningStory.Id.ToString(), "GSCP-AC-9999-9999", "group" })
        {
            foreach (var verb in new[] { "action-open", "action-history", "action-progress", "action-complete", "action-withdraw" })
            {
                var hands = new Hands(fixture, Hands.Of("operations-officer"));
                await hands.SendAsync(
                    verb,
                    new()
                    {
                        ["case"] = reference,
                        ["do"] = "yes",
                        ["in:reason"] = "x",
                        ["in:state"] = "OnTrack",
                    }
                );
                Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
            }
        }

        var agree = new Hands(fixture, Hands.Of("operations-officer"));
        foreach (var reference in new[] { "", "group", "GSCP-9999-9999", "GSCP-PL-9999-9999", stored[0].Key.Split('|')[1] })
        {
            await agree.SendAsync("action-agree", new() { ["case"] = reference });
            Assert.Contains("We cannot find that case", agree.Card.Text, StringComparison.Ordinal);
        }

        Assert.Equal(stored.Select(row => row.Key), (await fixture.Rows.ReadAsync("act|", CancellationToken.None)).Select(row => row.Key));
    }

    [Fact]
    public async Task One_press_delivered_twice_agrees_one_action_and_a_stale_card_says_that_it_is_overtaken()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        await Commands.ActionStandingListTests.ReferredAsync(fixture);
        var operations = await HomeAsync(fixture, "operations-officer");
        await OpenAsync(operations, LearningStory.Id.ToString());
        await operations.PressAsync("Agree an action");
        var (verb, data) = operations.Card.CardInvocation("Agree the action", Agreement.ToDictionary(one => one.Name, one => one.Value));
        await operations.SendAsync(verb, data);
        await operations.SendAsync(verb, data);
        Assert.Contains("The action is agreed", operations.Card.Text, StringComparison.Ordinal);
        var reference = Assert.Single(await fixture.Rows.ReadAsync(App.Storage.Keys.OpenOf(RecordKind.Action), CancellationToken.None))[
            "record"
        ];
        await operations.PressAsync("Withdraw it");
        var (withdraw, stale) = operations.Card.CardInvocation("Withdraw it", new Dictionary<string, string> { ["reason"] = "Not now." });
        var chair = await HomeAsync(fixture, "chair");
        await OpenAsync(chair, reference);
        await chair.PressAsync("The group has ended it");
        await chair.PressAsync("Record that it has ended", ("reason", "Overtaken."));
        await operations.SendAsync(withdraw, stale);
        Assert.Contains("There is a problem", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(ActionStage.Ended, (await FileAsync(fixture, reference)).Stage);
    }
}
