using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>The list of what waits, records of another kind, texts to the brim.</content>
public partial class LearningTests
{
    [Fact]
    public async Task The_group_finds_what_waits_for_its_meeting_and_nobody_else_does_D3_D10()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await BeforeTheGroupAsync(fixture);
        foreach (var who in new[] { "chair", "operations-officer" })
        {
            var hands = await new Hands(fixture, Hands.Of(who)).HomeAsync();
            await hands.PressAsync("The group");
            await hands.PressAsync("What waits for a meeting");
            Assert.Contains(reference, hands.Card.Text, StringComparison.Ordinal);
            await hands.PressAsync($"Open {reference}");
            Assert.Contains("Waits for the group", hands.Card.Text, StringComparison.Ordinal);
        }

        foreach (var stranger in new[] { Hands.Paediatrician, Hands.Of("mash-officer"), Hands.Of("lead-police") })
        {
            var hands = new Hands(fixture, stranger);
            await hands.SendAsync("learning-waiting", []);
            Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a"), InlineData("ع"), InlineData("😀"), InlineData("\"")]
    public async Task A_decision_filled_to_the_brim_is_recorded_and_opens_again_to_be_put_right_PD16(string character)
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await BeforeTheGroupAsync(fixture);
        string Full(int most) => string.Concat(Enumerable.Repeat(character, most / character.Length));
        var (text, line) = (Full(DecideOnLearning.LongestText), Full(DecideOnLearning.LongestLine));
        var operations = await OpenAsync(fixture, "operations-officer", reference);
        await operations.PressAsync("Record what the group decided");
        await operations.PressAsync(
            "Record the decision",
            ("considered", line),
            ("outcomes", "MultiAgencyAudit"),
            ("reason", text),
            ("equality", text),
            ("participation", text),
            ("referrertold", text)
        );
        Assert.Contains("The group has decided", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put the decision right");
        foreach (var name in new[] { "reason", "equality", "participation", "referrertold" })
        {
            Assert.Equal(text, operations.Card.Inputs[name]);
        }

        await operations.PressAsync("Record the decision", ("considered", "Shorter."));
        Assert.Contains("The group has decided", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Timeline");
        Assert.Contains("The group decided on", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_that_names_no_record_another_kind_or_one_that_was_never_sent_finds_none_and_does_nothing_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var incident = await new Hands(fixture, Hands.Paediatrician).ReferAsync();
        var verbs = HandlersByVerb
            .Known.Where(verb => verb.StartsWith("learning-", StringComparison.Ordinal))
            .Except(["learning-start", "learning-begin", "learning-waiting"]);
        foreach (var verb in verbs)
        {
            foreach (var record in new[] { incident, "GSCP-2222-2222", "GSCP-PL-2222-2222", "group", "no-reference", null })
            {
                foreach (var who in new[] { Hands.Paediatrician, Hands.Of("chair"), Hands.Of("operations-officer") })
                {
                    var hands = new Hands(fixture, who);
                    Dictionary<string, string> data = new()
                    {
                        ["do"] = "yes",
                        ["way"] = "NotForTheGroup",
                        ["in:reason"] = "It is so.",
                        ["again"] = "no",
                        ["in:agrees"] = "yes",
                        ["in:verified"] = "Called back.",
                        ["in:date"] = "2026-11-02",
                    };
                    if (record is not null)
                    {
                        data["case"] = record;
                    }

                    await hands.SendAsync(verb, data);
                    Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(
            Stage.AwaitingThreshold,
            (await StoredCase.LoadAsync(fixture.Rows, CaseId.Parse(incident), CancellationToken.None)).File.Stage
        );
    }

    private static async Task<string> BeforeTheGroupAsync(AppFixture fixture)
    {
        var (_, reference) = await ReferAsync(fixture);
        var lead = await OpenAsync(fixture, Lead, reference);
        await lead.PressAsync("Agree, or do not agree");
        await lead.PressAsync("Agree: refer it");
        var chair = await OpenAsync(fixture, "chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("To the next meeting");
        return reference;
    }
}
