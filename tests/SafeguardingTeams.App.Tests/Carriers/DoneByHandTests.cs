using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Tests.Carriers;

/// <summary>What could not be done in Outlook or SharePoint: operations are told, and say what they did by hand.</summary>
public class DoneByHandTests(Emulator emulator)
{
    private const string Letter = "Done by hand: Letter and form to an agency (police)";

    [Fact]
    public async Task Operations_say_what_they_did_and_it_is_off_the_list_and_on_the_record()
    {
        using var shelf = await StuckAsync();
        var operations = await ReviewHands.OpenAsync(shelf, "operations-officer");
        Assert.Contains("Could not be done", operations.Card.Text, StringComparison.Ordinal);
        var before = (await shelf.FileAsync()).Review.Stuck.Count;
        await operations.PressAsync("Not delivered or not done");
        await operations.PressAsync(Letter);
        await operations.PressAsync("It is done", ("reason", " "));
        Assert.Contains("Say what you did, and when.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("It is done", ("reason", "Sent from my own mailbox on Monday."));
        Assert.Contains("It is recorded that it was done by hand.", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letter, operations.Card.Buttons);
        var file = await shelf.FileAsync();
        Assert.Equal(before - 1, file.Review.Stuck.Count);
        Assert.Equal("Sent from my own mailbox on Monday.", Assert.IsType<StuckSettled>(file.History[^1].Event).How);
        Assert.Equal(before - 1, (await shelf.Rows.ReadAsync(Keys.Stuck, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Where_it_was_cut_off_before_it_left_the_list_it_can_be_said_again_and_is_recorded_once()
    {
        using var shelf = await StuckAsync();
        var operations = await ReviewHands.OpenAsync(shelf, "operations-officer");
        await operations.PressAsync("Not delivered or not done");
        var (subject, _) = (await shelf.FileAsync()).Review.Stuck.First(pair => pair.Value.What.Contains("(police)", StringComparison.Ordinal) && pair.Value.What.StartsWith("Letter", StringComparison.Ordinal));
        await ReviewHands.DoAsync(shelf, new SettleStuck(SafeguardingTeams.Tests.CaseStory.Id, subject, "Sent by hand."), Shelf.Holder(Domain.Deciding.Role.Operations));
        await operations.SendAsync(Verbs.ParkedByHand, Settling(ReviewHands.Reference, subject));
        Assert.Contains("This is seen to already.", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letter, operations.Card.Buttons);
        Assert.Single((await shelf.FileAsync()).History, recorded => recorded.Event is StuckSettled);
    }

    [Fact]
    public async Task Nobody_else_settles_it_and_no_other_cases_row_goes()
    {
        using var shelf = await StuckAsync();
        var rows = (await shelf.Rows.ReadAsync(Keys.Stuck, CancellationToken.None)).Count;
        foreach (var person in new[] { "chair", "rep-police", "inspector-police", "lead-police" })
        {
            foreach (var row in await shelf.Rows.ReadAsync(Keys.Stuck, CancellationToken.None))
            {
                await ReviewHands.As(shelf, person).SendAsync(Verbs.ParkedByHand, Settling(ReviewHands.Reference, row.Key[Keys.Stuck.Length..]));
            }
        }

        await ReviewHands.As(shelf, "operations-officer").SendAsync(Verbs.ParkedByHand, Settling("GSCP-9999-9999", (await shelf.Rows.ReadAsync(Keys.Stuck, CancellationToken.None))[0].Key[Keys.Stuck.Length..]));
        Assert.Equal(rows, (await shelf.Rows.ReadAsync(Keys.Stuck, CancellationToken.None)).Count);
        Assert.DoesNotContain((await shelf.FileAsync()).History, recorded => recorded.Event is StuckSettled);
    }

    /// <summary>A host without Outlook and SharePoint: everything that was to be done there is stuck.</summary>
    private async Task<Shelf> StuckAsync()
    {
        var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        await shelf.Errands.RunAsync(CancellationToken.None);
        Assert.Contains(CaseTask.Of(await shelf.FileAsync()), task => task.Kind == TaskKind.SeeToStuck);

        // One message for all of them.
        Assert.Single((await shelf.Rows.ReadAsync(Keys.Outbox, CancellationToken.None)).Where(row => row["kind"] == "StuckAlarm").GroupBy(row => (row["person"], row["about"])).DistinctBy(group => group.Key.Item2));
        return shelf;
    }

    private static Dictionary<string, string> Settling(string reference, string subject) =>
        new() { ["case"] = reference, ["subject"] = subject, [Verbs.Do] = "yes", ["reason__x"] = "Sent by hand." };
}
