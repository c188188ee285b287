using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Good practice is fed back, on its card, and waits on the list of operations until then (E22).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class GoodPracticeTests(Emulator emulator)
{
    private static readonly string This = LearningStory.Id.ToString();

    [Fact]
    public async Task It_waits_for_operations_until_it_is_recorded_that_the_manager_was_told_E22()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.DoAsync(
            fixture,
            LearningStory.Submit(LearningStory.GoodPractice),
            LearningStory.Lead with
            {
                PersonId = "the-referrer",
            }
        );
        Assert.Empty(await TasksAsync(fixture));
        await ReviewHands.DoAsync(
            fixture,
            new TriageLearning(LearningStory.Id, LearningWay.NotForTheGroup, "It was shared already.", false, [], LearningStory.Made),
            AppFixture.Holder(Role.Chair)
        );
        Assert.Single(await TasksAsync(fixture));
        Assert.NotEmpty(await fixture.Rows.ReadAsync(Keys.OpenLine(LearningStory.Id), CancellationToken.None));

        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("My tasks");
        Assert.Contains("tell a manager of good practice, or say why not", operations.Card.Text, StringComparison.Ordinal);
        await operations.OpenAsync(This);
        await operations.PressAsync("Good practice fed back");
        await operations.PressAsync("Record it", ("date", ""));
        Assert.Contains("Error: Enter a real date.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("date", "2026-11-02"), ("how", "by telephone, by us"));
        Assert.Contains("Error: Enter who was told: role and agency.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("by telephone, by us", operations.Card.Inputs["how"]);
        await operations.PressAsync("Record it", ("who", "Ward manager, a hospital"));
        Assert.Contains("Recorded: the manager was told.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Ward manager, a hospital, on 2 November 2026", operations.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await TasksAsync(fixture));

        await operations.PressAsync("Put the feedback right");
        await operations.PressAsync("Record it", ("fedback", "not-told"), ("whynot", "They have left."), ("reason", "Nobody was there."));
        Assert.Contains("Recorded: nobody is told.", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task<IReadOnlyList<Row>> TasksAsync(AppFixture fixture) =>
        [
            .. (await fixture.Rows.ReadAsync(Keys.Tasks(nameof(Role.Operations)), CancellationToken.None)).Where(row =>
                row["task"] == nameof(Domain.Cases.TaskKind.FeedGoodPracticeBack)
            ),
        ];
}
