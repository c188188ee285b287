using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Flows;

/// <summary>Who asks to be told: once for each wish, their own alone, and no more than they may.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class SubscriptionTests(Emulator emulator)
{
    internal static readonly FlowFilter Opened = new(FlowTrigger.RecordOpened, null, "", "");

    private static readonly FlowSubscriber Somebody = new FlowSubscriber.Person(new("t", "o"), "somebody");

    private static readonly FlowSubscriber Other = new FlowSubscriber.Person(new("t", "p"), "other");

    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task The_same_wish_again_is_the_same_subscription_and_any_difference_is_another()
    {
        using var fixture = await emulator.OpenAsync();
        var first = await AddAsync(fixture, Somebody, Opened, "a");
        Assert.False(first.Again);
        Assert.Matches(@"\A[0-9a-f]{32}\z", first.Id);
        Assert.Equal(new(first.Id, true), await AddAsync(fixture, Somebody, Opened, "a"));
        var others = new[]
        {
            await AddAsync(fixture, Other, Opened, "a"),
            await AddAsync(fixture, Somebody, Opened, "b"),
            await AddAsync(fixture, Somebody, Opened with { Kind = RecordKind.Case }, "a"),
            await AddAsync(fixture, Somebody, Opened with { Step = "Closed" }, "a"),
            await AddAsync(fixture, Somebody, Opened with { Task = "Closed" }, "a"),
            await AddAsync(fixture, Somebody, Opened with { Trigger = FlowTrigger.TaskLate }, "a"),
            await AddAsync(fixture, new FlowSubscriber.Application("t", "o"), Opened, "a"),
        };
        Assert.All(others, one => Assert.False(one.Again));
        Assert.Equal(8, others.Append(first).Select(one => one.Id).Distinct().Count());
        Assert.Equal(8, (await fixture.Subscriptions.AllAsync(Stop)).Count);
    }

    [Fact]
    public async Task The_same_wish_twice_at_once_from_two_hosts_is_one_subscription()
    {
        using var fixture = await emulator.OpenAsync();
        using var beside = await emulator.OpenBesideAsync(fixture);
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => AddAsync(i % 2 == 0 ? fixture : beside, Somebody, Opened, $"{i / 4}"))
        );
        Assert.Equal(2, ends.Select(end => end.Id).Distinct().Count());
        Assert.Equal(2, ends.Count(end => !end.Again));
        Assert.Equal(2, (await fixture.Subscriptions.AllAsync(Stop)).Count);
    }

    [Fact]
    public async Task Nobody_has_more_than_they_may_and_room_is_made_by_taking_one_back()
    {
        using var fixture = await emulator.OpenAsync();
        var few = new FlowSubscriptions(
            fixture.Rows,
            new() { CallbackHosts = ["*.logic.azure.com"], MostOfOne = 3 },
            new(fixture.Clock),
            new()
        );
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => few.AddAsync(Somebody, Opened, RememberedCallbacks.Address($"f{i}"), Stop))
        );
        Assert.Equal(3, ends.OfType<SubscribeEnd.Done>().Count());
        Assert.All(ends.Where(end => end is not SubscribeEnd.Done), end => Assert.Equal(new SubscribeEnd.TooMany(3), end));
        Assert.True(await few.RemoveAsync(Somebody, ends.OfType<SubscribeEnd.Done>().First().Id, Stop));
        Assert.IsType<SubscribeEnd.Done>(await few.AddAsync(Somebody, Opened, RememberedCallbacks.Address("g"), Stop));
        Assert.IsType<SubscribeEnd.TooMany>(await few.WaitAsync(Somebody, CaseStory.Id, "q", RememberedCallbacks.Address("h"), Stop));
    }

    [Fact]
    public async Task It_is_taken_back_by_whoever_made_it_and_nobody_else_once()
    {
        using var fixture = await emulator.OpenAsync();
        var (id, _) = await AddAsync(fixture, Somebody, Opened, "a");
        foreach (var wrong in new[] { "", "x", id.ToUpperInvariant() + "x", $"{id[..31]}|", new string('0', 32) })
        {
            Assert.False(await fixture.Subscriptions.RemoveAsync(Somebody, wrong, Stop));
        }

        Assert.False(await fixture.Subscriptions.RemoveAsync(Other, id, Stop));
        Assert.False(await fixture.Subscriptions.RemoveAsync(new FlowSubscriber.Application("t", "o"), id, Stop));
        Assert.True(await fixture.Subscriptions.RemoveAsync(Somebody, id, Stop));
        Assert.False(await fixture.Subscriptions.RemoveAsync(Somebody, id, Stop));
        Assert.Empty(await fixture.Rows.ReadAsync("subscri", Stop));
        Assert.False((await AddAsync(fixture, Somebody, Opened, "a")).Again);
    }

    [Fact]
    public async Task A_callback_that_may_not_be_called_is_refused_and_nothing_is_stored()
    {
        using var fixture = await emulator.OpenAsync();
        Assert.IsType<SubscribeEnd.CallbackRefused>(await fixture.Subscriptions.AddAsync(Somebody, Opened, "https://evil.example/x", Stop));
        Assert.Empty(await fixture.Rows.ReadAsync("subscri", Stop));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Cut_off_while_subscribing_or_taking_back_it_is_there_whole_or_not_at_all(bool done)
    {
        using var fixture = await emulator.OpenAsync();
        fixture.Rows.Reset(0, done);
        await Assert.ThrowsAsync<StoppedException>(() => AddAsync(fixture, Somebody, Opened, "a"));
        fixture.Rows.Reset(null, false);
        var (id, again) = await AddAsync(fixture, Somebody, Opened, "a");
        Assert.Equal(done, again);
        fixture.Rows.Reset(0, done);
        await Assert.ThrowsAsync<StoppedException>(() => fixture.Subscriptions.RemoveAsync(Somebody, id, Stop));
        fixture.Rows.Reset(null, false);
        Assert.Equal(!done, await fixture.Subscriptions.RemoveAsync(Somebody, id, Stop));
        Assert.Empty(await fixture.Rows.ReadAsync("subscri", Stop));
    }

    internal static async Task<SubscribeEnd.Done> AddAsync(AppFixture fixture, FlowSubscriber by, FlowFilter filter, string flow) =>
        Assert.IsType<SubscribeEnd.Done>(await fixture.Subscriptions.AddAsync(by, filter, RememberedCallbacks.Address(flow), Stop));
}
