using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>A briefing and the learning events that share it (E21).</content>
public partial class BriefingTests
{
    [Fact]
    public async Task Its_card_names_the_learning_events_that_share_it_and_its_agencies_card_does_not_E21_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var (operations, id) = await SentAsync(fixture);
        await OpenAsync(operations, id);
        Assert.DoesNotContain("Learning events that share it", operations.Card.Text, StringComparison.Ordinal);
        LearningEventPlan plan = new("Leaving hospital", LearningEventKind.Workshop, new(2026, 11, 30), "Nurses", [RecordRef.Parse(id)]);
        Assert.IsType<Outcome.Done>(
            await fixture.Group.RunAsync(new PlanLearningEvent(plan), "event", AppFixture.Holder(Role.Operations), CancellationToken.None)
        );
        await OpenAsync(operations, id);
        Assert.Contains("Leaving hospital", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Open the newest");
        Assert.Contains("Nurses", operations.Card.Text, StringComparison.Ordinal);
        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await OpenAsync(police, id);
        Assert.DoesNotContain("Leaving hospital", police.Card.Text, StringComparison.Ordinal);
    }
}
