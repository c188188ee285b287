namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>A lead's answer by telephone (PD8).</content>
public partial class ReviewRecordTests
{
    [Fact]
    public async Task What_a_lead_says_by_telephone_is_recorded_and_the_lead_is_told_and_says_otherwise_PD8()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await OpenAsync(operations, id);
        await operations.PressAsync("A lead's answer by telephone");
        await operations.PressAsync("They say yes", ("given", "Zqxcaller"));
        Assert.Contains("Choose whose answer it is.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxcaller", operations.Card.Inputs["given"]);
        await operations.PressAsync("They say yes", ("lead", "LeadHealth"));
        Assert.Contains("Say how you made sure who was speaking", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("They say yes", ("verified", "Called back on the number we know."));
        Assert.Contains("It is recorded, and the lead is told.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("by telephone from Zqxcaller", operations.Card.Text, StringComparison.Ordinal);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{id}: Your answer was recorded for you");
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));

        // The lead's own word takes its place, and operations cannot put theirs back.
        var lead = await new Hands(fixture, Hands.Of("lead-health")).HomeAsync();
        await OpenAsync(lead, id);
        await lead.PressAsync("Change your answer");
        await lead.PressAsync("No, there is not", ("reason", "I never said so."));
        Assert.DoesNotContain("by telephone from", lead.Card.Text, StringComparison.Ordinal);
        await OpenAsync(operations, id);
        await operations.PressAsync("A lead's answer by telephone");
        await operations.PressAsync(
            "They say yes",
            ("lead", "LeadHealth"),
            ("given", "Them"),
            ("verified", "Called back."),
            ("reason", "x")
        );
        Assert.Contains("Only they say otherwise.", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
