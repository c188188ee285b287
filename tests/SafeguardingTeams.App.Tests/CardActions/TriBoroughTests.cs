using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What the TriBorough group was sent and what came back, on its cards (E23).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class TriBoroughTests(Emulator emulator)
{
    private static readonly string This = LearningStory.Id.ToString();

    [Fact]
    public async Task It_waits_for_operations_until_it_is_sent_and_until_something_came_back_E23()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.DoAsync(fixture, LearningStory.Submit(), LearningStory.Lead with { PersonId = "the-referrer" });
        await ReviewHands.DoAsync(
            fixture,
            new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made),
            AppFixture.Holder(Role.Chair)
        );
        await ReviewHands.DoAsync(fixture, LearningStory.DecideOnTriBorough, AppFixture.Holder(Role.Operations));
        Assert.Contains("send it to the TriBorough group", await TasksAsync(fixture), StringComparison.Ordinal);

        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.OpenAsync(This);
        await operations.PressAsync("Sent to TriBorough");
        await operations.PressAsync("Record it");
        Assert.Contains("Error: Say in words without names what it was.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("what", "A page without names"), ("date", ""));
        Assert.Contains("Error: Enter a real date.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("date", "2026-11-02"));
        Assert.Contains(
            "Sent to the TriBorough group: 2 November 2026: A page without names",
            operations.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("record what came back from the TriBorough group", await TasksAsync(fixture), StringComparison.Ordinal);

        await operations.PressAsync("Back from TriBorough");
        await operations.PressAsync("Record it", ("what", "They plan an audit"), ("date", "2026-11-01"));
        Assert.Contains("Error: It was sent on a later day than this.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("date", "2026-11-02"));
        Assert.Contains("They plan an audit", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TriBorough", await TasksAsync(fixture), StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task<string> TasksAsync(AppFixture fixture)
    {
        var hands = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await hands.PressAsync("My tasks");
        return hands.Card.Text;
    }
}
