using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What could not be done in Outlook or SharePoint: operations are told, and say what they did by hand.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class DoneByHandTests(Emulator emulator)
{
    private const string Letter = "Done by hand: Letter and form to an agency (police)";

    [Fact]
    public async Task Operations_say_what_they_did_and_it_is_off_the_list_and_on_the_record()
    {
        using var fixture = await DeadLetteredAsync();
        var operations = await ReviewHands.OpenAsync(fixture, "operations-officer");
        Assert.Contains("Could not be done", operations.Card.Text, StringComparison.Ordinal);
        var before = (await fixture.FileAsync()).Review.DeadLettered.Count;
        await operations.PressAsync("Not delivered or not done");
        await operations.PressAsync(Letter);
        await operations.PressAsync("It is done", ("reason", " "));
        Assert.Contains("Say what you did, and when.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("It is done", ("reason", "Sent from my own mailbox on Monday."));
        Assert.Contains("It is recorded that it was done by hand.", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letter, operations.Card.Buttons);
        var file = await fixture.FileAsync();
        Assert.Equal(before - 1, file.Review.DeadLettered.Count);
        Assert.Equal("Sent from my own mailbox on Monday.", Assert.IsType<DeadLetterSettled>(file.History[^1].Event).How);
        Assert.Equal(before - 1, (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Where_it_was_cut_off_before_it_left_the_list_it_can_be_said_again_and_is_recorded_once()
    {
        using var fixture = await DeadLetteredAsync();
        var operations = await ReviewHands.OpenAsync(fixture, "operations-officer");
        await operations.PressAsync("Not delivered or not done");
        var (subject, _) = (await fixture.FileAsync()).Review.DeadLettered.First(pair =>
            pair.Value.What.Contains("(police)", StringComparison.Ordinal) && pair.Value.What.StartsWith("Letter", StringComparison.Ordinal)
        );
        await ReviewHands.DoAsync(
            fixture,
            new SettleDeadLetter(SafeguardingTeams.Tests.CaseStory.Id, subject, "Sent by hand."),
            AppFixture.Holder(Domain.People.Role.Operations)
        );
        await operations.SendAsync(Verbs.DeadLetterByHand, Settling(ReviewHands.Reference, subject));
        Assert.Contains("This is seen to already.", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letter, operations.Card.Buttons);
        Assert.Single((await fixture.FileAsync()).History, recorded => recorded.Event is DeadLetterSettled);
    }

    [Fact]
    public async Task Nobody_else_settles_it_and_no_other_cases_row_goes()
    {
        using var fixture = await DeadLetteredAsync();
        var rows = (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None)).Count;
        foreach (var person in new[] { "chair", "rep-police", "inspector-police", "lead-police" })
        {
            foreach (var row in await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None))
            {
                await ReviewHands
                    .As(fixture, person)
                    .SendAsync(Verbs.DeadLetterByHand, Settling(ReviewHands.Reference, row.Key[Keys.DeadLetteredJobs.Length..]));
            }
        }

        await ReviewHands
            .As(fixture, "operations-officer")
            .SendAsync(
                Verbs.DeadLetterByHand,
                Settling(
                    "GSCP-9999-9999",
                    (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None))[0].Key[Keys.DeadLetteredJobs.Length..]
                )
            );
        Assert.Equal(rows, (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None)).Count);
        Assert.DoesNotContain((await fixture.FileAsync()).History, recorded => recorded.Event is DeadLetterSettled);
    }

    /// <summary>A host without Outlook and SharePoint: everything that was to be done there is dead-lettered.</summary>
    private async Task<AppFixture> DeadLetteredAsync()
    {
        var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        await fixture.Reconciling.RunAsync(CancellationToken.None);
        Assert.Contains(CaseTask.Of(await fixture.FileAsync()), task => task.Kind == TaskKind.SeeToStuck);

        // One message for all of them.
        Assert.Single(
            (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None))
                .Where(row => row["kind"] == "StuckAlarm")
                .GroupBy(row => (row["person"], row["about"]))
                .DistinctBy(group => group.Key.Item2)
        );
        return fixture;
    }

    private static Dictionary<string, string> Settling(string reference, string subject) =>
        new()
        {
            ["case"] = reference,
            ["subject"] = subject,
            [Verbs.Do] = "yes",
            ["reason__x"] = "Sent by hand.",
        };
}
