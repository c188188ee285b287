using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// Makes of each announcement the deliveries to those who asked for it and may be told. Commit by commit, in their order: each transaction
/// moves the announcement's own row on with the deliveries it writes, so that two at it, or one cut off anywhere, write each once.
/// </summary>
public sealed partial class FlowFanOut(
    IRows rows,
    LondonClock clock,
    FlowSubscriptions subscriptions,
    FlowAudience audience,
    PartnershipFile partnership,
    PartnershipWords words,
    ILogger<FlowFanOut> logger
)
{
    private const int AtOnce = 90;

    /// <summary>Does all that waits. Returns how many announcements were ended.</summary>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        HashSet<string> failed = new(StringComparer.Ordinal);
        while (
            (await rows.ReadAsync(Keys.Announcements, cancellationToken)).Where(row => !failed.Contains(row["record"])).ToList()
                is { Count: > 0 } waiting
        )
        {
            // Read after them: whoever had subscribed by then is among these.
            var all = await subscriptions.AllAsync(cancellationToken);
            foreach (var row in waiting.Where(row => !failed.Contains(row["record"])))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var end = await TryAsync(row, all, cancellationToken);
                ended += end == true ? 1 : 0;
                if (end is null)
                {
                    // One record must not keep the others waiting; what else happened to it waits too, for its order.
                    failed.Add(row["record"]);
                }
                else if (end == false)
                {
                    // Somebody else is at it: nothing that came later is taken before it.
                    break;
                }
            }
        }

        return ended;
    }

    /// <summary>True where it has ended, false where somebody else is at it, null where it failed.</summary>
    private async Task<bool?> TryAsync(Row row, ImmutableList<FlowSubscription> all, CancellationToken cancellationToken)
    {
        try
        {
            return await Spans.RunAsync("flow announcement", [("record", row["record"])], () => OneAsync(row, all, cancellationToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, row["record"], Faults.TypeOf(e), Faults.StackOf(e));
            return null;
        }
    }

    private async Task<bool?> OneAsync(Row row, ImmutableList<FlowSubscription> all, CancellationToken cancellationToken)
    {
        var record = RecordRef.Parse(row["record"]);
        var said = Announcement.Read(LongText.In(row, "said"));
        var asked = said.SelectMany(
                (one, number) =>
                    all.Where(subscription => subscription.Filter?.Takes(record.Kind, one) == true)
                        .Select(subscription => (Place: $"{number:D4}|{subscription.Id}", Said: one, Number: number, To: subscription))
            )
            .OrderBy(one => one.Place, StringComparer.Ordinal)
            .ToList();
        Dictionary<FlowSubscriber, FlowStanding> standing = [];
        foreach (var by in asked.Select(one => one.To.By).Distinct())
        {
            standing[by] = await audience.OfAsync(by, cancellationToken);
        }

        var file = standing.Values.Any(one => one.AsksTheRecord)
            ? (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record
            : null;
        var told = asked.FindAll(one => standing[one.To.By].IsTold(file, one.Said));
        Spans.Add("subscriptions", told.Count);
        while (true)
        {
            var left = told.FindAll(one => string.CompareOrdinal(one.Place, row["done"]) > 0);
            var now = left.Take(AtOnce).ToList();
            RowWrite move =
                left.Count <= AtOnce
                    ? new RowWrite.Delete(row.Key, row.ETag)
                    : new RowWrite.Replace(row.Key, new Dictionary<string, string>(Own(row)) { ["done"] = now[^1].Place }, row.ETag);
            if (
                await rows.CommitAsync([.. now.Select(one => Delivery(row, record, one.Said, one.Number, one.To)), move], cancellationToken)
                is not CommitResult.Done
            )
            {
                return false;
            }

            if (move is RowWrite.Delete)
            {
                break;
            }

            if (await rows.FindAsync(row.Key, cancellationToken) is not { } next || next["done"] != now[^1].Place)
            {
                return false;
            }

            row = next;
        }

        foreach (var gone in asked.Select(one => one.To).Distinct().Where(one => !standing[one.By].ComesIn))
        {
            LogOut(logger, record);
            await subscriptions.DropAsync(gone, cancellationToken);
        }

        return true;
    }

    private RowWrite Delivery(Row row, RecordRef record, Announcement said, int number, FlowSubscription to)
    {
        var at = DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture);
        var notice = new FlowNotice(
            $"{record}.{row["version"]}.{number.ToString(CultureInfo.InvariantCulture)}",
            said.Trigger.ToString(),
            KindNames.Of(record.Kind),
            record.ToString(),
            said.Step,
            Or(said.Task),
            Or(said.WaitsFor),
            // An agency that was entered by hand has an id made of what somebody typed.
            partnership.Agencies.Any(agency => agency.Id == said.Agency)
                ? said.Agency
                : null,
            said.Due,
            said.Document,
            Or(said.DocumentKind),
            at,
            new Uri(words.WebPage, $"/?open={record}").ToString()
        );
        var which = $"{int.Parse(row["version"], CultureInfo.InvariantCulture):D6}|{number:D4}";
        return new RowWrite.Put(
            Keys.FlowDeliveryLine(to.Id, at, record, which),
            new FlowDelivery(record, to.Id, notice.Event, FlowJson.Write(notice), at)
            {
                AskedAt = clock.Now,
                Said = Announcement.Write([said]),
            }.Fields()
        );

        static string? Or(string text) => text.Length == 0 ? null : text;
    }

    /// <summary>What the row itself says, without what storage adds to it.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Own(Row row) => row.Fields.Where(field => field.Key != "Timestamp");

    [LoggerMessage(
        EventId = 2201,
        Level = LogLevel.Warning,
        Message = "What flows are told of {Record} could not be made ready and is tried again: {Fault} {Stack}"
    )]
    private static partial void LogFailed(ILogger logger, string record, string fault, string stack);

    [LoggerMessage(
        EventId = 2202,
        Level = LogLevel.Information,
        Message = "A subscription that asked for {Record} was dropped: who made it may not come in any more"
    )]
    private static partial void LogOut(ILogger logger, RecordRef record);
}
