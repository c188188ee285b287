using System.Globalization;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Queues;

/// <summary>What the two queues do alike, on real storage.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class WorkQueueTests(Emulator emulator)
{
    private const int MaxAttempts = 3;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task What_fails_waits_is_tried_again_and_is_dead_lettered_after_its_limit_with_the_reason()
    {
        using var fixture = await emulator.OpenAsync();
        var queue = await FilledAsync(fixture, "a");
        for (var attempt = 1; attempt < MaxAttempts; attempt++)
        {
            Assert.Equal(0, await FailAsync(queue, fixture));
            var item = Assert.Single(await WaitingAsync(fixture));
            Assert.Equal((attempt, false), (item.Attempts, item.IsInHand));
            Assert.InRange(item.NotBefore - fixture.Clock.GetUtcNow(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

            // Not before its time.
            Assert.Equal(0, await FailAsync(queue, fixture));
            Assert.Equal(attempt, Assert.Single(await WaitingAsync(fixture)).Attempts);
            fixture.Clock.Set(item.NotBefore);
        }

        Assert.Equal(1, await FailAsync(queue, fixture));
        Assert.Empty(await WaitingAsync(fixture));
        var given = Assert.Single(await fixture.Rows.ReadAsync("thing-dead|", Stop));
        Assert.Equal(("thing-dead|a", "Too often."), (given.Key, Thing.From(given).Why));
        Assert.Equal(1, (await queue.StateAsync(Stop)).DeadLettered);

        Assert.IsType<CommitResult.Done>(await fixture.Rows.CommitAsync(queue.PutBack(given), Stop));
        Assert.Empty(await fixture.Rows.ReadAsync("thing-dead|", Stop));
        Assert.Equal(("", 0), Assert.Single(await WaitingAsync(fixture)) is var back ? (back.Why, back.Attempts) : default);
        Assert.Equal(1, await queue.RunDueAsync((row, item, _) => TryAsync(queue, fixture, row, item, new QueueEnd.Done()), Life, Stop));
        Assert.Equal(new QueueState("things", 0, 0, 0, 0, TimeSpan.Zero), await queue.StateAsync(Stop));
    }

    [Fact]
    public async Task Whoever_loses_a_lease_changes_nothing_and_whoever_took_it_over_goes_on()
    {
        using var fixture = await emulator.OpenAsync();
        var queue = await FilledAsync(fixture, "a");
        var row = Assert.Single(await fixture.Rows.ReadAsync("thing|", Stop));
        var slow = queue.Begin(Thing.From(row));
        var first = await queue.TakeAsync(row, slow, "lease|a", null, [], Stop);
        Assert.NotNull(first);
        Assert.True(Lease.IsHeld(first.Lease, fixture.Clock.GetUtcNow()));

        // While it is held nobody else has it; once it has run out somebody does.
        var lease = await fixture.Rows.FindAsync("lease|a", Stop);
        Assert.Null(await queue.TakeAsync(first.Item, queue.Begin(slow), "lease|a", lease, [], Stop));
        fixture.Clock.Set(slow.NotBefore);
        var second = await queue.TakeAsync(first.Item, queue.Begin(slow), "lease|a", lease, [], Stop);
        Assert.NotNull(second);
        Assert.IsNotType<CommitResult.Done>(await fixture.Rows.CommitAsync([.. queue.After(first.Item, slow, new QueueEnd.Done())], Stop));
        Assert.Equal(2, Assert.Single(await WaitingAsync(fixture)).Attempts);
        Assert.IsType<CommitResult.Done>(
            await fixture.Rows.CommitAsync([.. queue.After(second.Item, Thing.From(second.Item), new QueueEnd.Done())], Stop)
        );
        Assert.Empty(await WaitingAsync(fixture));
    }

    [Fact]
    public async Task Of_two_workers_at_once_each_item_is_done_by_one()
    {
        using var fixture = await emulator.OpenAsync();
        var queue = await FilledAsync(fixture, "a", "b", "c", "d", "e", "f");
        var done = new System.Collections.Concurrent.ConcurrentBag<string>();
        var both = new Barrier(2);
        async Task<int> WorkAsync()
        {
            both.SignalAndWait();
            return await queue.RunDueAsync(
                async (row, item, _) =>
                {
                    var lease = await fixture.Rows.FindAsync($"lease|{row.Key}", Stop);
                    var begun = queue.Begin(item);
                    if (await queue.TakeAsync(row, begun, $"lease|{row.Key}", lease, [], Stop) is not { } mine)
                    {
                        return false;
                    }

                    done.Add(row.Key);
                    await fixture.Rows.CommitAsync(queue.After(mine.Item, begun, new QueueEnd.Done()), Stop);
                    return true;
                },
                Life,
                Stop
            );
        }

        var ended = await Task.WhenAll(Task.Run(WorkAsync, Stop), Task.Run(WorkAsync, Stop));
        Assert.Equal(6, ended.Sum());
        Assert.Equal(["thing|a", "thing|b", "thing|c", "thing|d", "thing|e", "thing|f"], done.Order());
        Assert.Empty(await WaitingAsync(fixture));
    }

    [Fact]
    public async Task How_a_queue_stands_is_told_by_numbers()
    {
        using var fixture = await emulator.OpenAsync();
        var queue = await FilledAsync(fixture, "a", "b");
        var row = (await fixture.Rows.ReadAsync("thing|", Stop))[0];
        await queue.TakeAsync(row, queue.Begin(Thing.From(row)), "lease|a", null, [], Stop);
        fixture.Clock.Set(CaseStory.Monday.AddSeconds(30));
        var state = await queue.StateAsync(Stop);
        Assert.Equal(new QueueState("things", 2, 1, 1, 0, state.Oldest), state);
        Assert.InRange(state.Oldest, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.Equal(DateTimeOffset.MinValue, await queue.WaitingAsync(Stop));
    }

    private static Task<int> FailAsync(WorkQueue<Thing> queue, AppFixture fixture) =>
        queue.RunDueAsync((row, item, _) => TryAsync(queue, fixture, row, item, null), Life, Stop);

    private static async Task<bool> TryAsync(WorkQueue<Thing> queue, AppFixture fixture, Row row, Thing item, QueueEnd? end)
    {
        var begun = queue.Begin(item);
        var claimed = await queue.TakeAsync(row, begun, "lease|a", await fixture.Rows.FindAsync("lease|a", Stop), [], Stop);
        Assert.NotNull(claimed);
        var limited = queue.Limited(begun, end ?? queue.Failed(begun), "Too often.");
        var letGo = new RowWrite.Replace(claimed.Lease.Key, Lease.LetGo(claimed.Lease.Fields), claimed.Lease.ETag);
        Assert.IsType<CommitResult.Done>(await fixture.Rows.CommitAsync([.. queue.After(claimed.Item, begun, limited), letGo], Stop));
        return limited is not QueueEnd.Later;
    }

    private static async Task<List<Thing>> WaitingAsync(AppFixture fixture) =>
        [.. (await fixture.Rows.ReadAsync("thing|", Stop)).Select(Thing.From)];

    private static async Task<WorkQueue<Thing>> FilledAsync(AppFixture fixture, params string[] keys)
    {
        await fixture.Rows.CommitAsync(
            [.. keys.Select(key => new RowWrite.Insert($"thing|{key}", new Thing(CaseStory.Monday).Fields()))],
            Stop
        );
        return new(
            "things",
            ("thing|", "thing-dead|"),
            MaxAttempts,
            Life,
            Thing.From,
            fixture.Rows,
            new LondonClock(fixture.Clock),
            new Backoff(new Random(3))
        );
    }

    private sealed record Thing(DateTimeOffset Since) : QueueItem(Since)
    {
        internal bool Begin { get; init; }

        internal override bool IsInHand => Begin;

        internal override Thing Begun(DateTimeOffset until) => this with { Attempts = Attempts + 1, NotBefore = until, Begin = true };

        internal override Thing Waiting(DateTimeOffset until) => this with { NotBefore = until, Begin = false };

        internal override Thing DeadLettered(string why) => this with { Why = why, Begin = false };

        internal override Thing PutBack() => new(Since);

        internal override Dictionary<string, string> Fields() =>
            new()
            {
                ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
                ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
                ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
                ["begun"] = Begin ? "yes" : "no",
                ["why"] = Why,
            };

        internal static Thing From(Row row) =>
            new(DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture))
            {
                NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
                Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
                Begin = row["begun"] == "yes",
                Why = row["why"],
            };
    }
}
