using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// Who asked to be told of what, and where to post it. What one subscriber has stands in one more row, which changes with each of theirs in
/// one transaction: the same wish is found again, and nobody has more than they may, however many ask at once.
/// </summary>
public sealed class FlowSubscriptions(IRows rows, FlowSetting setting, LondonClock clock, OutboxSignal signal)
{
    private const int Batch = 90;

    private const int Tries = 40;

    /// <summary>Subscribes. The same subscriber, filter and callback again is the same subscription.</summary>
    public Task<SubscribeEnd> AddAsync(FlowSubscriber by, FlowFilter filter, string callback, CancellationToken cancellationToken) =>
        AddAsync(new FlowSubscription(NewId(), by, filter, callback), cancellationToken);

    /// <summary>Waits for the answers to one question about a record: one delivery, with which it ends.</summary>
    /// <param name="question">Names the question; a code.</param>
    public Task<SubscribeEnd> WaitAsync(
        FlowSubscriber by,
        RecordRef record,
        string question,
        string callback,
        CancellationToken cancellationToken
    ) => AddAsync(new FlowSubscription(NewId(), by, null, callback) { Waits = (record, question) }, cancellationToken);

    /// <summary>Takes a subscription back, with what waits to be delivered to it. False where none of theirs has that id.</summary>
    public async Task<bool> RemoveAsync(FlowSubscriber by, string id, CancellationToken cancellationToken)
    {
        if (id is not { Length: 32 } || id.Any(one => !char.IsAsciiHexDigitLower(one)))
        {
            return false;
        }

        return await rows.FindAsync(Keys.Subscription(id), cancellationToken) is { } row
            && FlowSubscription.From(row) is var subscription
            && subscription.By.Key == by.Key
            && await DropAsync(subscription, cancellationToken);
    }

    /// <summary>All of them, by id.</summary>
    internal async Task<ImmutableList<FlowSubscription>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.Subscriptions, cancellationToken)).Select(FlowSubscription.From)];

    /// <summary>Ends a subscription, and takes its deliveries along. False where somebody else had ended it.</summary>
    internal async Task<bool> DropAsync(FlowSubscription subscription, CancellationToken cancellationToken)
    {
        var dropped = false;
        for (var attempt = 0; attempt < Tries && !dropped; attempt++)
        {
            if (await EndingAsync(subscription, cancellationToken) is not { } ending)
            {
                break;
            }

            dropped =
                await rows.CommitAsync([.. ending, new RowWrite.Delete(Keys.Subscription(subscription.Id))], cancellationToken)
                is CommitResult.Done;
        }

        // What a process left that was cut off here is dropped when it is to be delivered.
        foreach (var prefix in new[] { Keys.FlowDeliveriesOf(subscription.Id), Keys.DeadLetteredFlowsOf(subscription.Id) })
        {
            for (var attempt = 0; attempt < Tries && await rows.ReadAsync(prefix, cancellationToken) is { Count: > 0 } left; attempt++)
            {
                await rows.CommitAsync([.. left.Take(Batch).Select(row => new RowWrite.Delete(row.Key))], cancellationToken);
            }
        }

        return dropped;
    }

    /// <summary>What has to change with a subscription's end; null where it has ended.</summary>
    internal async Task<IReadOnlyList<RowWrite>?> EndingAsync(FlowSubscription subscription, CancellationToken cancellationToken)
    {
        var row = await rows.FindAsync(Keys.Subscriber(subscription.By.Key), cancellationToken);
        var left = Held(row);
        return row is null || !left.Remove(subscription.Wish)
            ? null
            : [left.Count == 0 ? new RowWrite.Delete(row.Key, row.ETag) : new RowWrite.Replace(row.Key, Fields(left), row.ETag)];
    }

    /// <summary>
    /// Enqueues the answers for whoever waits for this question: each is told once, whatever is said later. Returns how many that are.
    /// </summary>
    internal async Task<int> AnswerAsync(
        RecordRef record,
        string question,
        ImmutableList<FlowVote> answers,
        bool complete,
        CancellationToken cancellationToken
    )
    {
        var answered = 0;
        foreach (var row in await rows.ReadAsync(Keys.Subscriptions, cancellationToken))
        {
            var one = FlowSubscription.From(row);
            if (one.Waits != (record, question) || one.Answered)
            {
                continue;
            }

            var body = FlowJson.Write(new FlowAnswer($"{record}.{question}", record.ToString(), question, answers, complete));
            var delivery = new FlowDelivery(record, one.Id, "Answer", body, clock.Now) { AskedAt = clock.Now };
            answered +=
                await rows.CommitAsync(
                    [
                        new RowWrite.Put(Keys.FlowDeliveryLine(one.Id, clock.Now, record, "answer"), delivery.Fields()),
                        new RowWrite.Replace(row.Key, (one with { Answered = true }).Fields(), row.ETag),
                    ],
                    cancellationToken
                ) is CommitResult.Done
                    ? 1
                    : 0;
        }

        signal.SetFlows();
        return answered;
    }

    private async Task<SubscribeEnd> AddAsync(FlowSubscription wanted, CancellationToken cancellationToken)
    {
        if (CallbackAddress.Refuse(wanted.Callback, setting) is { } why)
        {
            return new SubscribeEnd.CallbackRefused(why);
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var row = await rows.FindAsync(Keys.Subscriber(wanted.By.Key), cancellationToken);
            var held = Held(row);
            if (held.TryGetValue(wanted.Wish, out var there))
            {
                return new SubscribeEnd.Done(there, Again: true);
            }

            if (held.Count >= setting.MostOfOne)
            {
                return new SubscribeEnd.TooMany(setting.MostOfOne);
            }

            held[wanted.Wish] = wanted.Id;
            var key = Keys.Subscriber(wanted.By.Key);
            RowWrite listed = row is null ? new RowWrite.Insert(key, Fields(held)) : new RowWrite.Replace(key, Fields(held), row.ETag);
            if (
                await rows.CommitAsync([listed, new RowWrite.Insert(Keys.Subscription(wanted.Id), wanted.Fields())], cancellationToken)
                is CommitResult.Done
            )
            {
                return new SubscribeEnd.Done(wanted.Id, Again: false);
            }

            await clock.PauseAsync(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 60)), cancellationToken);
        }

        throw new TimeoutException("Somebody else kept subscribing with the same account; nothing was done.");
    }

    /// <summary>What a subscriber has: the id of each, by what is asked.</summary>
    private static SortedDictionary<string, string> Held(Row? row) =>
        new(
            (row?["held"] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split(':', 2))
                .ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static Dictionary<string, string> Fields(IEnumerable<KeyValuePair<string, string>> held) =>
        new() { ["held"] = string.Join(',', held.Select(one => $"{one.Key}:{one.Value}")) };

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
