namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>What is asked in writing of reviewer and independent Chair (C11).</content>
public partial class ReviewRecordTests
{
    [Fact]
    public async Task What_is_asked_in_writing_stands_open_until_its_answer_is_recorded_and_nothing_typed_is_lost_C11_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        var owner = await new Hands(fixture, Hands.Of("records-police")).HomeAsync();
        await OpenAsync(owner, id);
        await owner.PressAsync("Ask the reviewer in writing");
        await owner.PressAsync("Record it", ("text", "Zqxdraft of the first line."), ("role", "Reviewer"));
        Assert.Contains("Choose one.", owner.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxdraft of the first line.", owner.Card.Inputs["text"]);
        await owner.PressAsync("Record it", ("wish", "Draft"), ("until", "2026-11-16"));
        Assert.Contains("Say how it was put in writing", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Record it", ("how", "By mail to their address"));
        Assert.Contains("Asked in writing: 1 open", owner.Card.Text, StringComparison.Ordinal);

        // Two record what came back: the second card was drawn before.
        await OpenAsync(operations, id);
        await operations.PressAsync("Record what came back");
        await owner.PressAsync("Record what came back");
        await owner.PressAsync("Record it", ("came", "yes"), ("text", "Zqxpages, in the folder."));
        Assert.Contains("Came back", owner.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record what came back", owner.Card.Buttons);
        await operations.PressAsync("Record it", ("came", "no"), ("text", "Nothing."));
        Assert.Contains("No request in writing is open.", operations.Card.Text, StringComparison.Ordinal);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
