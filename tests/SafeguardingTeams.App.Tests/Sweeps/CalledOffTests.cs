using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>A host that stops calls its sweeps off: what is in hand is ended, nothing more is begun, the next tick does the rest.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class CalledOffTests(Emulator emulator)
{
    [Theory, InlineData(0), InlineData(1)]
    public async Task The_deadline_sweep_stops_between_two_cases_and_the_next_goes_on(int after)
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        var ids = new[] { "2222", "3333", "4444" }.Select(n => CaseId.Parse($"GSCP-{n}-{n}")).ToList();
        foreach (var id in ids)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit with { CaseId = id }, CaseStory.Referrer));
        }

        fixture.Clock.Set(CaseStory.Monday.AddDays(1));
        using var stop = new CancellationTokenSource();
        var chases = 0;
        fixture.Rows.Before = () => chases++ == after ? stop.CancelAsync() : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Sweep.RunAsync(stop.Token));
        fixture.Rows.Before = null;
        Assert.Null(await fixture.Heartbeat.AgeAsync(CancellationToken.None));
        Assert.Equal(after + 1, await ChasedAsync());
        Assert.Equal(2 - after, (await fixture.Sweep.RunAsync(CancellationToken.None)).Chased);
        Assert.Equal(3, await ChasedAsync());
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        async Task<int> ChasedAsync()
        {
            var chased = 0;
            foreach (var id in ids)
            {
                chased += (await StoredCase.LoadAsync(fixture.Rows, id, CancellationToken.None)).File.History.Count(recorded =>
                    recorded.Event is DeadlineChased
                );
            }

            return chased;
        }
    }

    [Fact]
    public async Task A_message_in_hand_goes_and_is_noted_and_the_others_go_with_the_next_tick_each_once()
    {
        using var fixture = await SubmittedAsync();
        using var stop = new CancellationTokenSource();
        fixture.Messages.Before = () => stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Dispatcher.DispatchAsync(stop.Token));
        Assert.Single(fixture.Messages.Sent);
        Assert.Equal(2, (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None)).Count);
        fixture.Messages.Before = null;
        Assert.Equal(2, await fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        Assert.Equal(["a:mash-manager", "a:mash-officer", "a:the-referrer"], fixture.Messages.Sent.Select(sent => sent.Chat).Order());
        Assert.DoesNotContain(fixture.Messages.Sent, sent =>
            sent.Card.Contains("You may have had this message before", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_message_that_does_not_end_is_cut_off_and_the_next_tick_sends_it_and_says_that_it_may_have_gone()
    {
        using var fixture = await SubmittedAsync();
        fixture.Dispatcher.Grace = TimeSpan.FromMilliseconds(1);
        using var stop = new CancellationTokenSource();
        fixture.Messages.Hangs = () => stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Dispatcher.DispatchAsync(stop.Token));
        Assert.Empty(fixture.Messages.Sent);
        fixture.Messages.Hangs = null;
        fixture.Clock.Set(CaseStory.Monday.AddSeconds(45));
        Assert.Equal(3, await fixture.Dispatcher.DispatchAsync(CancellationToken.None));
        Assert.Single(fixture.Messages.Sent, sent => sent.Card.Contains("You may have had this message before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_in_hand_has_a_moment_more_and_nothing_is_begun_after()
    {
        using var stop = new CancellationTokenSource();
        using var longer = new InHand(TimeSpan.FromMinutes(10), stop.Token);
        using var shorter = new InHand(TimeSpan.FromMilliseconds(1), stop.Token);
        await stop.CancelAsync();
        var cutOff = new TaskCompletionSource();
        await using var registration = shorter.Token.Register(cutOff.SetResult);
        await cutOff.Task;
        Assert.False(longer.Token.IsCancellationRequested);
        Assert.Throws<OperationCanceledException>(() => new InHand(TimeSpan.FromMinutes(10), stop.Token));
    }

    private async Task<AppFixture> SubmittedAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer);
        return fixture;
    }
}
