using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Reviewer and independent Chair (C9).</content>
public partial class ReviewRecordTests
{
    private static readonly (string, string)[] Reviewer =
    [
        ("name", "Zqxreviewer"),
        ("post", "Consultant"),
        ("organisation", "Works for themselves"),
        ("knows", "Twelve years of reviews."),
    ];

    [Fact]
    public async Task Which_papers_they_may_read_is_agreed_on_a_card_and_no_message_goes_out_C9_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var sent = fixture.Messages.Sent.Count;
        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        foreach (var hands in new[] { operations, chair })
        {
            await OpenAsync(hands, id);
            await hands.PressAsync("Who reviews");
            await hands.PressAsync("Agree the papers");
            Assert.Contains("nothing is kept of what this review is about", hands.Card.Text, StringComparison.Ordinal);
        }

        await operations.PressAsync("Record it");
        Assert.Contains("It is recorded. Those appointed are told", operations.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Record it");
        Assert.Contains("Something has happened since this card was drawn", chair.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Who reviews");
        Assert.Contains("once the leads approve them", operations.Card.Text, StringComparison.Ordinal);

        // Who sees to it reads what is agreed, and agrees nothing; who has no part in it hears of no review.
        var owner = await new Hands(fixture, Hands.Of("records-police")).HomeAsync();
        await owner.SendAsync("review-papers-agree", new() { ["case"] = id });
        Assert.DoesNotContain("Which papers may they read?", owner.Card.Text, StringComparison.Ordinal);
        var stranger = await new Hands(fixture, Hands.Of("designated-nurse")).HomeAsync();
        await stranger.SendAsync("review-papers-agree", new() { ["case"] = id });
        Assert.Contains("We cannot find that case", stranger.Card.Text, StringComparison.Ordinal);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(sent, fixture.Messages.Sent.Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_reviewer_is_appointed_replaced_and_told_of_and_no_message_or_row_names_them_C8_C9_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await OpenAsync(operations, id);
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("Appoint somebody");
        await operations.PressAsync("Record it", Reviewer);
        Assert.Contains("Choose no or yes.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxreviewer", operations.Card.Inputs["name"]);
        await operations.PressAsync("Record it", ("role", "Reviewer"), ("employed", "no"), ("involved", "no"), ("conflicts", "A friend."));
        Assert.Contains("Say how this is handled", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("handled", "Another talks with them."));
        Assert.Contains("Zqxreviewer, Consultant, Works for themselves", operations.Card.Text, StringComparison.Ordinal);

        // A card of before: another has been appointed since.
        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        await OpenAsync(chair, id);
        await chair.PressAsync("Who reviews");
        await chair.PressAsync("End an appointment");
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("Appoint somebody");
        (string, string)[] other = [.. Reviewer[1..], ("name", "Zqxother"), ("role", "Reviewer"), ("employed", "no"), ("involved", "no")];
        await operations.PressAsync("Record it", [.. other, ("instead", "1"), ("reason", "They are ill.")]);
        Assert.Contains("Zqxother", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zqxreviewer", operations.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("End it", ("who", "1"), ("reason", "They are ill."));
        Assert.Contains("Something has happened since this card was drawn", chair.Card.Text, StringComparison.Ordinal);

        foreach (
            var body in from of in new[] { "Decision", "Reviewer" }
            from whom in new[] { "Panel", "Ofsted", "DepartmentForEducation" }
            select $"{of}.{whom}"
        )
        {
            await operations.PressAsync("Tell national bodies");
            await operations.PressAsync("Record it", ("body", body), ("how", "By email."), ("ours", "no"));
        }

        Assert.DoesNotContain("Tell national bodies", operations.Card.Buttons);
        var scrutineer = await new Hands(fixture, Hands.Of("scrutineer")).HomeAsync();
        await OpenAsync(scrutineer, id);
        Assert.Contains("Zqxother", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who reviews", scrutineer.Card.Buttons);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));
        foreach (var keys in new[] { Keys.OpenOf(RecordKind.Review), Keys.LinksOf(RecordRef.Parse(id)) })
        {
            Assert.All(await fixture.Rows.ReadAsync(keys, CancellationToken.None), row =>
                Assert.DoesNotContain("Zqx", $"{row}", StringComparison.Ordinal)
            );
        }
    }
}
