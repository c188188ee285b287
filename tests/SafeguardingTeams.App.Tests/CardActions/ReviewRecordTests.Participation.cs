namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>The part of child, family and practitioners (C13, E9).</content>
public partial class ReviewRecordTests
{
    [Fact]
    public async Task A_part_is_recorded_and_corrected_on_the_reviews_cards_and_no_message_goes_out_C13_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var sent = fixture.Messages.Sent.Count;
        var owner = await new Hands(fixture, Hands.Of("records-police")).HomeAsync();
        await OpenAsync(owner, id);
        await owner.PressAsync("Who takes part");
        Assert.Contains("Nobody is recorded yet", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Add somebody");
        await owner.PressAsync("Record it", ("who", "Zqxmother of Child A"), ("answer", "TakesPart"), ("offered", "31 February"));
        Assert.Contains("Choose one.", owner.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxmother of Child A", owner.Card.Inputs["who"]);
        await owner.PressAsync(
            "Record it",
            ("sort", "Family"),
            ("offered", "2026-11-02"),
            ("decided", "The Chair."),
            ("firsttold", "At home.")
        );
        Assert.Contains("It is recorded. Nobody is written to.", owner.Card.Text, StringComparison.Ordinal);

        // Two correct it: the second had not read what the first wrote.
        await OpenAsync(operations, id);
        await operations.PressAsync("Who takes part");
        await operations.PressAsync("Add to it, or correct it");
        await owner.PressAsync("Add to it, or correct it");
        await owner.PressAsync("Record it", ("contributed", "2026-11-02"), ("reason", "She came."));
        Assert.Contains("Monday 2 November 2026", owner.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("said", "Zqxsaid."), ("reason", "She rang."));
        Assert.Contains("Something has happened since this card was drawn", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxsaid.", operations.Card.Inputs["said"]);

        var scrutineer = await new Hands(fixture, Hands.Of("scrutineer")).HomeAsync();
        await OpenAsync(scrutineer, id);
        Assert.Contains("Zqxmother of Child A", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who takes part", scrutineer.Card.Buttons);
        var stranger = await new Hands(fixture, Hands.Of("designated-nurse")).HomeAsync();
        foreach (var verb in new[] { "review-participation", "review-participation-keep" })
        {
            await stranger.SendAsync(verb, new() { ["case"] = id, ["number"] = "1" });
            Assert.Contains("We cannot find that case", stranger.Card.Text, StringComparison.Ordinal);
        }

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(sent, fixture.Messages.Sent.Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
