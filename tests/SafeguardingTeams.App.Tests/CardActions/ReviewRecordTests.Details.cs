namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>What a review asks of agencies, and what they answer (C6, C10, C23).</content>
public partial class ReviewRecordTests
{
    private static readonly (string, string)[] DetailAsked =
    [
        ("bodies", "police,schools"),
        ("text", "Zqxcontact before the injury."),
        ("why", "The second line of enquiry."),
        ("from", "2024-01-01"),
        ("until", "2026-09-30"),
    ];

    [Fact]
    public async Task From_the_question_to_the_whole_answer_of_each_agency_C6_C10_C23_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await OpenAsync(operations, id);

        // Before the terms of reference are approved nobody is asked for more.
        await operations.SendAsync("review-detail-ask", new() { ["case"] = id });
        Assert.Contains("only be asked to secure their records", operations.Card.Text, StringComparison.Ordinal);
        await TermsAsync(fixture, operations, id);
        await OpenAsync(operations, id);
        await operations.PressAsync("What agencies are asked for");
        await operations.PressAsync("Ask agencies");
        Assert.Contains("not checked", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Ask them", [.. DetailAsked[1..]]);
        Assert.Contains("Choose who is asked.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxcontact before the injury.", operations.Card.Inputs["text"]);
        await operations.PressAsync("Ask them", ("bodies", "police,schools"), ("due", "31 February"));
        Assert.DoesNotContain("The agencies are asked.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Ask them", ("bodies", "police,schools"), ("due", ""));
        Assert.Contains("The agencies are asked.", operations.Card.Text, StringComparison.Ordinal);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{id}: A review asks your agency");
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));

        // Who represents it, or leads it, has it on the list as its member has, and opens the same card.
        foreach (var person in new[] { "rep-police", "lead-police" })
        {
            var theirs = await new Hands(fixture, Hands.Of(person)).HomeAsync();
            await theirs.PressAsync("My tasks (1)");
            Assert.Contains("answer what a review asks", theirs.Card.Text, StringComparison.Ordinal);
        }

        // The agency's own card: its request, nothing else; what is wrong is said and nothing typed is lost.
        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await police.PressAsync("My tasks (1)");
        await police.PressAsync($"Open {id}");
        Assert.Contains("Zqxcontact before the injury.", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked", police.Card.Text, StringComparison.Ordinal);
        foreach (var other in new[] { "chools", "How a discharge is planned", "Nobody had the whole picture" })
        {
            Assert.DoesNotContain(other, police.Card.Text, StringComparison.Ordinal);
        }

        string[] ours =
        [
            "review-details",
            "review-detail-ask",
            "review-detail-answer",
            "review-detail-return",
            "review-detail-back",
            "review-history",
        ];
        foreach (var verb in ours)
        {
            var made = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
            await made.SendAsync(verb, new() { ["case"] = id, ["which"] = "2" });
            Assert.DoesNotContain("chools", made.Card.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Zqx", made.Card.Text, StringComparison.Ordinal);
        }

        await police.PressAsync("Send the answer", ("reply", "Given"), ("because", "Four contacts."));
        Assert.Contains("Give a link, or say how and when it was sent.", police.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Four contacts.", police.Card.Inputs["because"]);
        await police.PressAsync("Send the answer", ("where", "By secure mail on 2 November"));
        Assert.Contains("Your agency's answer is recorded.", police.Card.Text, StringComparison.Ordinal);

        // Operations record what the other said, ask the first again, and close nothing meanwhile.
        await OpenAsync(operations, id);
        await operations.PressAsync("What agencies are asked for");
        await operations.PressAsync("Record an answer");
        await operations.PressAsync("Record it", ("which", "2"), ("reply", "NothingHeld"), ("because", "Never known to us."));
        Assert.Contains("Say how you made sure", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("verified", "Rung back."));
        Assert.Contains("Nothing held", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Ask again");
        await operations.PressAsync("Ask again", ("which", "1"), ("text", "The notes of the third."));
        Assert.Contains("The agency is asked again.", operations.Card.Text, StringComparison.Ordinal);

        // A card from before does not answer what is asked now.
        await police.PressAsync("Change the answer", ("because", "Five contacts."));
        Assert.Contains("Something has happened since this card was drawn", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains("The notes of the third.", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the answer", ("because", "All notes."));
        Assert.Contains("Your agency's answer is recorded.", police.Card.Text, StringComparison.Ordinal);
        foreach (var person in new[] { "inspector-police", "rep-police", "lead-police" })
        {
            var done = await new Hands(fixture, Hands.Of(person)).HomeAsync();
            Assert.DoesNotContain("My tasks (1)", done.Card.Buttons);
        }

        // Each answer of the agency's own is a message to operations, and none that they recorded.
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{id}: An answer for a review");
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Four contacts", one.Summary + one.Card, StringComparison.Ordinal));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
